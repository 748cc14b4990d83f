"""What a matching comes to.

What is kept of a document to match it: a vector, its landmarks, its length, its date.
"""

from __future__ import annotations

import datetime as dt
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.landmarks import landmarks
from transcheck.embedding import Encoder, Vectors
from transcheck.languages import named
from transcheck.limits import RECORDS_COPIED, RECORDS_WHOLE
from transcheck.model import Edition, Kind, Skipped

Hashes = NDArray[np.uint32]


_UNTOLD = (Kind.BYLINE, Kind.FURNITURE)
"""Kinds that say nothing of the story."""


@dataclass(frozen=True, slots=True, eq=False)
class Portrait:
    """A document, reduced to about a kilobyte and a half."""

    path: Path
    language: str
    vector: Vectors
    """float32, shape (dimension,), norm 1: the mean of its sentences', weighted by length."""
    marks: Hashes
    """Its numbers and names (`transcheck.aligning.landmarks`) as `hashed`, ascending, each once."""
    length: float
    """Characters that it would have in English."""
    published: dt.date | None = None
    sentences: Hashes = field(default_factory=lambda: np.zeros(0, dtype=np.uint32))
    """CRC-32 of its sentences but the shortest, ascending, each once."""

    def is_version(self, other: Portrait) -> bool:
        """Return whether both are one text in one language, whatever their names say."""
        common = np.intersect1d(self.sentences, other.sentences, assume_unique=True)
        fewer = min(len(self.sentences), len(other.sentences))
        return fewer > 0 and len(common) >= RECORDS_COPIED * fewer


def portrait(edition: Edition, encoder: Encoder) -> Portrait:
    """Return what is kept of an edition; it has one sentence at least."""
    texts = [s.text for s in edition.segments if s.kind not in _UNTOLD]
    texts = texts or [s.text for s in edition.segments]
    sizes = np.array([len(text) for text in texts], dtype=np.float32)
    total = (encoder.encode(texts) * sizes[:, None]).sum(axis=0)
    norm = np.float32(max(float(np.sqrt((total * total).sum())), 1e-9))
    marks = {hashed(mark) for text in texts for mark in landmarks(text) if mark}
    sentences = {zlib.crc32(text.encode()) for text in texts if len(text) >= RECORDS_WHOLE}
    return Portrait(
        edition.path,
        edition.language,
        np.asarray(total / norm, dtype=np.float32),
        np.array(sorted(marks), dtype=np.uint32),
        float(sizes.sum()) / named(edition.language).relative_length,
        edition.published,
        np.array(sorted(sentences), dtype=np.uint32),
    )


def hashed(mark: str) -> int:
    """Return the CRC-32 of a landmark, its last bit replaced: 1 for numbers, 0 for names."""
    return zlib.crc32(mark.encode()) & ~1 | mark.isdecimal()


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a story."""

    language: str
    """A language's code."""
    path: Path


@dataclass(frozen=True, slots=True)
class Link:
    """Why two documents are held for editions of one story."""

    languages: tuple[str, str]
    score: float
    """0 to 1: how sure it is."""
    similarity: float
    """-1 to 1: cosine of what they are about."""
    shared: int
    """Numbers and names that both have."""
    days: int | None
    """Days between their publication; None where one does not say."""


@dataclass(frozen=True, slots=True)
class Story:
    """The documents that are editions of one story; a single one where it has no other."""

    name: str
    """The path of the first edition without its suffix; no two stories have the same."""
    members: tuple[Member, ...]
    """One a language, in the order of `transcheck.languages.Language.rank`."""
    missing: tuple[str, ...]
    """Codes of the languages of the collection in which it has no edition."""
    score: float
    """0 to 1: how sure it is that they belong together; 1 for a single document."""
    links: tuple[Link, ...] = ()
    """One for each two members."""


@dataclass(frozen=True, slots=True)
class Matching:
    """All stories of a collection, every document in exactly one, and what could not be read."""

    stories: tuple[Story, ...]
    """Sorted by name."""
    languages: tuple[str, ...]
    """Codes of the languages of the collection, in the order of their ranks."""
    waiting: tuple[Skipped, ...] = ()
    """Documents that are not written or translated yet: nothing is wrong with them."""
    skipped: tuple[Skipped, ...] = ()
