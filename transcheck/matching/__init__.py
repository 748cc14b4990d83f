"""Match documents to stories: which files are editions of one article, whatever they are called.

::

    paths ─ gathering ─> `Portrait` ─ shelves, evidence ─> links ─ stories ─> `Story`
             load, segment, encode      FAISS, log-odds       greedy joining

Two documents are held for editions of one story by what they are about (their vectors), by
the numbers and names they share, by their lengths and by the dates of their publication.
`transcheck.thresholds.MATCHING` weighs that, and says how it was measured.
"""

from __future__ import annotations

from transcheck.matching.records import Link, Matching, Member, Portrait, Story, portrait
from transcheck.matching.stories import match

__all__ = ["Link", "Matching", "Member", "Portrait", "Story", "match", "portrait"]
