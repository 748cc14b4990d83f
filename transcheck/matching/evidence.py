"""How likely two documents are editions of one story, as log-odds of all that speaks for it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from transcheck.embedding import Vectors
from transcheck.limits import (
    MATCHING_EVIDENCE_EXPECTED,
    MATCHING_EVIDENCE_FEW,
    MATCHING_EVIDENCE_UNSEEN,
)
from transcheck.matching.records import Hashes, Portrait
from transcheck.neighbours import InvertedFile, nearest
from transcheck.thresholds import MatchingThresholds

Floats = NDArray[np.float64]
Ids = NDArray[np.int64]

_CELLS = InvertedFile(probed=16, rounds=5, training=40)
"""How documents are searched in an archive of thousands."""


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What speaks for and against pairs of documents, arrays of shape (pairs,)."""

    cosine: Floats
    margin: Floats
    """Cosine less the mean of that of other near documents of either side (Artetxe and Schwenk,
    2019, "Margin-based Parallel Corpus Mining", the form called distance)."""
    marks: Floats
    """0 to 1: the share of numbers and names that both have, rare ones counting more."""
    numbers: Floats
    """-1 to 1: the share of the numbers of the one with fewer that the other has as well, above
    what two stories of one event share, and nearer to 0 the fewer there are."""
    length: Floats
    """Absolute natural logarithm of the ratio of lengths."""
    days: Floats
    """Days between publication; nan where one does not say."""

    def log_odds(self, thresholds: MatchingThresholds) -> Floats:
        """Return the log-odds that the pairs are editions of one story."""
        late = np.maximum(self.days - thresholds.days_free, 0.0)
        dated = np.maximum(thresholds.days_near - thresholds.days * late, thresholds.days_floor)
        return (
            thresholds.cosine * self.cosine
            + thresholds.margin * self.margin
            + thresholds.marks * self.marks
            + thresholds.numbers * self.numbers
            - thresholds.length * self.length
            + np.where(np.isnan(self.days), 0.0, dated)
            - thresholds.cost
        )


class Collection:
    """Documents that can be compared, whatever their language; known by their positions."""

    def __init__(self, portraits: Sequence[Portrait], thresholds: MatchingThresholds) -> None:
        """Centre the vectors of each language and count in how many documents each mark is."""
        self.portraits = portraits
        self._thresholds = thresholds
        names = np.array([portrait.language for portrait in portraits])
        self.shelves: dict[str, Ids] = {
            str(name): np.flatnonzero(names == name) for name in np.unique(names)
        }
        """The documents of each language."""
        self.vectors: Vectors = np.stack([portrait.vector for portrait in portraits])
        for members in self.shelves.values():
            self._centre(members)
        self._weights = _weights([portrait.marks for portrait in portraits])
        self._norms = np.array([float((w * w).sum()) for w in self._weights])
        self._counts = [int((portrait.marks & 1).sum()) for portrait in portraits]
        self._lengths = np.log([max(portrait.length, 1.0) for portrait in portraits])
        self._days = np.array(
            [p.published.toordinal() if p.published else np.nan for p in portraits]
        )
        shape = (len(portraits), thresholds.neighbours)
        self._ids = {name: np.full(shape, -1, dtype=np.int32) for name in self.shelves}
        self._cosines = {name: np.zeros(shape, dtype=np.float32) for name in self.shelves}

    def _centre(self, members: Ids) -> None:
        """Take from each vector what all documents of its language have in common.

        Of a few documents the mean is not known, so that only part of it is taken.
        """
        own = self.vectors[members]
        centre = own.sum(axis=0) / np.float32(len(members) + self._thresholds.centre_weight)
        own -= centre
        norms = np.sqrt((own * own).sum(axis=1, keepdims=True))
        self.vectors[members] = own / np.maximum(norms, np.float32(1e-9))

    def candidates(self, one: str, other: str) -> tuple[Ids, Ids]:
        """Return pairs of documents of two languages that are near enough to be looked at.

        Those near a document are remembered: they are its background.
        """
        pairs = np.concatenate([self._search(one, other), self._search(other, one)[:, ::-1]])
        found = np.unique(pairs, axis=0)
        return found[:, 0], found[:, 1]

    def _search(self, one: str, other: str) -> Ids:
        queries, base = self.shelves[one], self.shelves[other]
        most = min(self._thresholds.neighbours, len(base))
        found = nearest(self.vectors[queries], self.vectors[base], most, _CELLS)
        there = found.ids >= 0
        width = there.shape[1]
        self._ids[other][queries, :width] = np.where(there, base[found.ids], -1)
        self._cosines[other][queries, :width] = np.where(there, found.cosines, 0)
        rows, columns = np.nonzero(there & (found.cosines >= self._thresholds.floor))
        return np.stack([queries[rows], base[found.ids[rows, columns]]], axis=1)

    def features(self, left: Ids, right: Ids) -> Features:
        """Return what speaks for and against pairs of documents, all of the same two languages."""
        cosine = np.einsum("ij,ij->i", self.vectors[left], self.vectors[right]).astype(np.float64)
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        marks, numbers = np.array([self._landmarks(*pair) for pair in pairs]).reshape(-1, 2).T
        around = self._background(left, right) + self._background(right, left)
        return Features(
            cosine=cosine,
            margin=cosine - around / 2,
            marks=marks,
            numbers=numbers,
            length=np.abs(self._lengths[left] - self._lengths[right]),
            days=np.abs(self._days[left] - self._days[right]),
        )

    def shared(self, one: int, other: int) -> int:
        """Return how many numbers and names two documents share."""
        return len(self._common(one, other))

    def _background(self, documents: Ids, partners: Ids) -> Floats:
        """Return the mean cosine of those near each document, its partner left out."""
        if not len(documents):
            return np.zeros(0)
        language = self.portraits[partners[0]].language
        ids, cosines = self._ids[language][documents], self._cosines[language][documents]
        counted = (ids >= 0) & (ids != partners[:, None])
        weight = self._thresholds.background_weight
        total = (cosines * counted).sum(axis=1) + weight * self._thresholds.background
        return np.asarray(total / (counted.sum(axis=1) + weight), dtype=np.float64)

    def _common(self, one: int, other: int) -> Ids:
        """Return the positions of those landmarks of one document that another has as well."""
        own, others = self.portraits[one].marks, self.portraits[other].marks
        if not len(others):
            return np.zeros(0, dtype=np.int64)
        # Faster by half than intersect1d, which sorts again what is sorted.
        at = np.minimum(np.searchsorted(others, own), len(others) - 1)
        return np.flatnonzero(others[at] == own)

    def _landmarks(self, one: int, other: int) -> tuple[float, float]:
        """Return `Features.marks` and `Features.numbers` of two documents.

        The first is the cosine of their landmarks, each weighted by its rarity.
        """
        common = self._common(one, other)
        weights = self._weights[one][common]
        norm = math.sqrt(self._norms[one] * self._norms[other])
        alike = float((weights * weights).sum()) / norm if norm else 0.0
        shared = int((self.portraits[one].marks[common] & 1).sum())
        fewer = min(self._counts[one], self._counts[other])
        return alike, (shared - MATCHING_EVIDENCE_EXPECTED * fewer) / (
            fewer + MATCHING_EVIDENCE_FEW
        )


def _weights(marks: Sequence[Hashes]) -> list[NDArray[np.float32]]:
    """Return the weight of each landmark of each document: the rarer, the heavier."""
    known, counts = np.unique(np.concatenate(marks), return_counts=True)
    rarity = np.log((len(marks) + MATCHING_EVIDENCE_UNSEEN) / (counts + 1)).astype(np.float32)
    return [rarity[np.searchsorted(known, own)] for own in marks]
