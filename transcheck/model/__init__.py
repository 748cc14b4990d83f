"""Every record that travels through a run; all frozen, none knows how it was made.

load      path                -> `Document` (blocks with their places in the source)
segment   `Document`          -> `Edition`  (sentences, `Segment`)
embed     texts               -> array of vectors, float32, (n, dimension), rows of norm 1
align     `Article`, vectors  -> `Alignment` (beads that cover every segment once)
extract   `Segment`           -> `Fact`
compare   `Comparison`        -> `Finding`
report    `Report`            -> text or bytes

Offsets are code points, ``start`` inclusive and ``end`` exclusive. Lines and columns
count from 1. Sequences are tuples, so that records can be compared and hashed.
"""

from __future__ import annotations

from transcheck.model.alignment import Alignment, Bead, Cut
from transcheck.model.comparison import Comparison
from transcheck.model.findings import (
    ArticleReport,
    Fact,
    Family,
    Finding,
    Lack,
    Message,
    Occurrence,
    Report,
    Severity,
    Skipped,
    Suggestion,
    Suppression,
    Waiting,
)
from transcheck.model.texts import (
    UNJUDGED,
    Article,
    Block,
    Document,
    Edition,
    Ignore,
    Kind,
    Segment,
)

__all__ = [
    "UNJUDGED",
    "Alignment",
    "Article",
    "ArticleReport",
    "Bead",
    "Block",
    "Comparison",
    "Cut",
    "Document",
    "Edition",
    "Fact",
    "Family",
    "Finding",
    "Ignore",
    "Kind",
    "Lack",
    "Message",
    "Occurrence",
    "Report",
    "Segment",
    "Severity",
    "Skipped",
    "Suggestion",
    "Suppression",
    "Waiting",
]
