"""How likely it is that runs of sentences of two editions say the same.

Raw cosine misleads: some sentences are near to everything. The margin (Artetxe and
Schwenk 2019, in its difference form, which is CSLS of Lample et al. 2018 up to a factor)
subtracts from a cosine the mean cosine of both sentences to their nearest others. Here
a candidate is left out of its own background, so that margins keep one meaning in an
article of five sentences and in one of five thousand. A linear map turns margins into
log-odds, to which the evidence of lengths (Gale and Church 1993) is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.landmarks import (
    Landmarks,
    Marks,
    compared,
    landmarks,
    member_odds,
    strangeness,
)
from transcheck.aligning.partners import best, partners
from transcheck.aligning.runs import (
    SHAPES,
    from_best,
    grown,
    row_max,
    run_vectors,
    side_by_side,
    window_sum,
)
from transcheck.embedding import Vectors
from transcheck.languages import named
from transcheck.limits import RUNS_LONGEST, SIMILARITY_MOST_STRANGE, SIMILARITY_WIDE_SPREAD
from transcheck.model import Edition
from transcheck.neighbours import InvertedFile, Neighbours, nearest
from transcheck.thresholds import AlignerThresholds

CELLS = InvertedFile(probed=12, rounds=8, training=64)
"""How sentences are searched in an article of thousands."""

Floats = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One edition as the aligner sees it."""

    vectors: Vectors
    """float32, shape (n, dimension), rows of norm 1."""
    lengths: Floats
    """Characters of each sentence, shape (n,), divided by what is usual for the language."""
    landmarks: tuple[Landmarks, ...]
    """Of each sentence."""
    texts: tuple[str, ...]


def side_of(edition: Edition, indexes: Sequence[int], vectors: Vectors) -> Side:
    """Return some sentences of an edition as they are aligned.

    Args:
        edition: it.
        indexes: of its segments.
        vectors: of all its segments.
    """
    usual = named(edition.language).relative_length
    lengths = [max(1, len(edition.segments[i].text)) / usual for i in indexes]
    texts = tuple([edition.segments[i].text for i in indexes])
    marks = tuple([landmarks(text) for text in texts])
    return Side(vectors[list(indexes)], np.asarray(lengths, dtype=np.float64), marks, texts)


class Pair:
    """Two editions and the evidence that joins their sentences."""

    def __init__(self, left: Side, right: Side, thresholds: AlignerThresholds) -> None:
        """Search the neighbours of every sentence of one side in the other."""
        self.left = left
        self.right = right
        self._limits = thresholds
        k = thresholds.neighbours + 1
        self.rightward: Neighbours = nearest(left.vectors, right.vectors, k, CELLS)
        self.leftward: Neighbours = nearest(right.vectors, left.vectors, k, CELLS)
        self._best_right = best(self.rightward, self.leftward)
        self._best_left = best(self.leftward, self.rightward)
        self.partners = partners(
            self._best_right, self._best_left, thresholds.offset, thresholds.distinct
        )
        """The right sentence of each left one where both are each other's nearest."""

    def margins(self, rows: slice, columns: slice) -> Floats:
        """Return the margins of single sentences, shape (rows, columns)."""
        cosines = self._cosines(rows, columns)
        return cosines - self._backgrounds(cosines, rows, columns)

    def _cosines(self, rows: slice, columns: slice) -> Floats:
        product = self.left.vectors[rows] @ self.right.vectors[columns].T
        return np.asarray(product, dtype=np.float64)

    def _backgrounds(self, cosines: Floats, rows: slice, columns: slice) -> Floats:
        of_left = self._background(cosines, self.rightward.cosines[rows])
        of_right = self._background(cosines.T, self.leftward.cosines[columns]).T
        return (of_left + of_right) / 2

    def _background(self, cosines: Floats, tops: NDArray[np.float32]) -> Floats:
        """Return the mean of each row's nearest, the candidate of each cell left out."""
        limits = self._limits
        present = tops > -1
        count = present.sum(axis=1, keepdims=True)
        total = np.where(present, tops, 0).sum(axis=1, keepdims=True, dtype=np.float64)
        last = np.where(count == tops.shape[1], tops[:, -1:], -1)
        # A candidate among the nearest is left out; any other stands back for the last one.
        without = total - np.maximum(cosines, last)
        others = count - 1
        weight = limits.background_weight
        return np.asarray((without + weight * limits.background) / (others + weight))

    def nearness(self, row: int | None, column: int | None) -> float:
        """Return the log-odds that a sentence has any match, from its likeliest one.

        Args:
            row: a left sentence, or None.
            column: a right sentence, where `row` is None.
        """
        if row is not None:
            margin = float(self._best_right.margins[row])
        else:
            margin = float(self._best_left.margins[column or 0])
        return self._limits.slope * (margin - self._limits.offset)

    def partner_odds(self, rows: Places, columns: Places) -> Floats:
        """Return log-odds of pairs of partners, one a row and column, shape (n,)."""
        left, right = self.left.vectors[rows], self.right.vectors[columns]
        cosines = np.einsum("nd,nd->n", left, right, dtype=np.float64)[:, None]
        of_left = self._background(cosines, self.rightward.cosines[rows])
        of_right = self._background(cosines, self.leftward.cosines[columns])
        margins = (cosines - (of_left + of_right) / 2)[:, 0]
        limits = self._limits
        odds = np.clip(limits.slope * (margins - limits.offset), limits.floor, limits.ceiling)
        lengths = self._length_odds(self.left.lengths[rows], self.right.lengths[columns])
        return np.asarray(odds + lengths)

    def odds(self, rows: slice, columns: slice) -> dict[tuple[int, int], Floats]:
        """Return log-odds that runs of sentences match.

        Returns:
            For the run lengths (a, b) of `SHAPES` that fit, an array of shape
            (rows - a + 1, columns - b + 1): entry (i, j) is for the `a` left sentences from
            rows.start + i and the `b` right ones from columns.start + j.
        """
        limits = self._limits
        lengths = self.left.lengths[rows], self.right.lengths[columns]
        cosines = self._run_cosines(rows, columns)
        if (1, 1) not in cosines:
            return {}
        marks = compared(self.left.landmarks[rows], self.right.landmarks[columns])
        margins = cosines[1, 1] - self._backgrounds(cosines[1, 1], rows, columns)
        meaning = {(1, 1): self._meaning_odds(margins, rows, columns, marks)}
        for a, b in sorted(cosines):
            if min(a, b) > 1:
                meaning[a, b] = side_by_side(meaning, a, b)
                continue
            ways = []
            if a > 1:
                reach = row_max(margins, b)
                of_run = cosines[a, b], cosines[a - 1, b]
                names = member_odds(marks[0], marks[1], a, b)
                ways += grown(limits, meaning[a - 1, b], of_run, reach, lengths[0], names)
            if b > 1:
                reach = row_max(margins.T, a)
                of_run = cosines[a, b].T, cosines[a, b - 1].T
                names = member_odds(marks[1], marks[0], b, a)
                turned = grown(limits, meaning[a, b - 1].T, of_run, reach, lengths[1], names)
                ways += [(shorter.T, whole.T) for shorter, whole in turned]
            if ways:
                meaning[a, b] = from_best(ways)
        sizes = self._run_length_odds(*lengths)
        return {shape: odds + sizes[shape] for shape, odds in meaning.items()}

    def _run_length_odds(self, left: Floats, right: Floats) -> dict[tuple[int, int], Floats]:
        """Return what the lengths of runs say of them, by shape."""
        runs = [
            [window_sum(lengths, n) for n in range(1, min(RUNS_LONGEST, len(lengths)) + 1)]
            for lengths in (left, right)
        ]
        # All shapes at once, and cut apart then: each call costs more than its numbers.
        odds = self._length_odds(np.concatenate(runs[0])[:, None], np.concatenate(runs[1])[None, :])
        rows, columns = (list(accumulate(map(len, each), initial=0)) for each in runs)
        return {
            (a, b): odds[rows[a - 1] : rows[a], columns[b - 1] : columns[b]]
            for a, b in SHAPES
            if a < len(rows) and b < len(columns)
        }

    def _run_cosines(self, rows: slice, columns: slice) -> dict[tuple[int, int], Floats]:
        sides = (self.left, rows), (self.right, columns)
        left, right = (
            {
                n: run_vectors(side.vectors[s], side.lengths[s], n)
                for n in range(1, RUNS_LONGEST + 1)
            }
            for side, s in sides
        )
        return {
            (a, b): np.asarray(left[a] @ right[b].T, dtype=np.float64)
            for a, b in SHAPES
            if len(left[a]) and len(right[b])
        }

    def _meaning_odds(
        self, margins: Floats, rows: slice, columns: slice, marks: tuple[Marks, Marks]
    ) -> Floats:
        """Return log-odds of single sentences.

        A free translation may be far from its original, so a low margin counts against a
        pair only down to a floor. There is none where either of them has its partner
        elsewhere, and it lies the lower the longer the sentences are and the more names and
        numbers they do not share: the shorter and the plainer, the freer the translation.
        """
        limits = self._limits
        odds = limits.slope * (margins - limits.offset)
        taken = np.zeros(odds.shape, dtype=bool)
        mates = np.zeros(odds.shape, dtype=bool)
        for left, right in self.partners.items():
            row, column = left - rows.start, right - columns.start
            here, there = 0 <= row < odds.shape[0], 0 <= column < odds.shape[1]
            if here:
                taken[row] = True
            if there:
                taken[:, column] = True
            if here and there:
                mates[row, column] = True
        room = np.minimum(self.left.lengths[rows, None], self.right.lengths[None, columns])
        depth = limits.floor_length * np.minimum(room, limits.floor_longest)
        depth += limits.floor_landmark * np.minimum(strangeness(*marks), SIMILARITY_MOST_STRANGE)
        floor = np.where(taken & ~mates, -limits.ceiling, limits.floor - depth)
        return np.clip(odds, np.maximum(floor, -limits.ceiling), limits.ceiling)

    def _length_odds(self, left: Floats, right: Floats) -> Floats:
        """Return log-odds from lengths: a normal density against a wide one."""
        limits = self._limits
        ratio = np.log(left / right)
        noise = limits.length_noise**2 * (1 / left + 1 / right)
        spread = np.sqrt(limits.length_spread**2 + noise)
        near = -0.5 * (ratio / spread) ** 2 - np.log(spread)
        far = -0.5 * (ratio / SIMILARITY_WIDE_SPREAD) ** 2 - np.log(SIMILARITY_WIDE_SPREAD)
        return np.asarray(np.maximum(limits.length_weight * (near - far), limits.length_floor))
