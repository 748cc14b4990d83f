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

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.index import Neighbours, nearest
from transcheck.aligning.landmarks import Landmarks, Marks, compared, member_odds, strangeness
from transcheck.aligning.partners import best, partners
from transcheck.embedding import Vectors
from transcheck.thresholds import AlignerThresholds

LONGEST = 3
"""Most sentences on one side of a bead: longer runs on one side did not occur in 3,021
sentences of professional translation."""

WIDE_SPREAD = 1.0
"""Standard deviation of the log ratio of lengths of sentences that do not match."""

MOST_STRANGE = 4
"""Landmarks that speak against a pair of sentences; further ones add nothing."""

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


class Pair:
    """Two editions and the evidence that joins their sentences."""

    def __init__(self, left: Side, right: Side, thresholds: AlignerThresholds) -> None:
        """Search the neighbours of every sentence of one side in the other."""
        self.left = left
        self.right = right
        self._limits = thresholds
        k = thresholds.neighbours + 1
        self.rightward: Neighbours = nearest(left.vectors, right.vectors, k)
        self.leftward: Neighbours = nearest(right.vectors, left.vectors, k)
        self.partners = partners(self.rightward, self.leftward, thresholds.offset)
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
            margin = best(self.rightward, self.leftward)[row][1]
        else:
            margin = best(self.leftward, self.rightward)[column or 0][1]
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
        lengths = self.left.lengths[rows], self.right.lengths[columns]
        cosines = self._run_cosines(rows, columns)
        if (1, 1) not in cosines:
            return {}
        marks = compared(self.left.landmarks[rows], self.right.landmarks[columns])
        margins = cosines[1, 1] - self._backgrounds(cosines[1, 1], rows, columns)
        meaning = {(1, 1): self._meaning_odds(margins, rows, columns, marks)}
        for a, b in sorted(cosines):
            if min(a, b) > 1:
                meaning[a, b] = _side_by_side(meaning, a, b)
                continue
            ways = []
            if a > 1:
                reach = window_max(margins, 1, b)
                of_run = cosines[a, b], cosines[a - 1, b]
                names = member_odds(marks[0], marks[1], a, b)
                ways += self._grown(meaning[a - 1, b], of_run, reach, lengths[0], names)
            if b > 1:
                reach = window_max(margins, a, 1).T
                of_run = cosines[a, b].T, cosines[a, b - 1].T
                names = member_odds(marks[1], marks[0], b, a)
                turned = self._grown(meaning[a, b - 1].T, of_run, reach, lengths[1], names)
                ways += [(shorter.T, whole.T) for shorter, whole in turned]
            if ways:
                meaning[a, b] = _from_best(ways)
        return {
            (a, b): odds
            + self._length_odds(
                window_sum(lengths[0], a)[:, None], window_sum(lengths[1], b)[None, :]
            )
            for (a, b), odds in meaning.items()
        }

    def _run_cosines(self, rows: slice, columns: slice) -> dict[tuple[int, int], Floats]:
        left = {a: runs(self.left, rows, a) for a in range(1, LONGEST + 1)}
        right = {b: runs(self.right, columns, b) for b in range(1, LONGEST + 1)}
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
        depth += limits.floor_landmark * np.minimum(strangeness(*marks), MOST_STRANGE)
        floor = np.where(taken & ~mates, -limits.ceiling, limits.floor - depth)
        return np.clip(odds, np.maximum(floor, -limits.ceiling), limits.ceiling)

    def _grown(
        self,
        shorter: Floats,
        cosines: tuple[Floats, Floats],
        reach: Floats,
        lengths: Floats,
        names: tuple[Floats, Floats],
    ) -> list[tuple[Floats, Floats]]:
        """Return the odds of runs, made of runs one shorter and one sentence more.

        A long sentence hides a short stranger beside it: the vector of both hardly differs
        from its own. What tells a member from a stranger is how much nearer the other side
        comes by taking it in, for its share of the run, and its own margin.

        Args:
            shorter: odds of the runs of n - 1, by first sentence and by run of the other side.
            cosines: those of the runs and of the shorter ones to the other side.
            reach: the best margin of each sentence to a sentence of the other side's run.
            lengths: characters of the sentences.
            names: log-odds from landmarks, for growth at the end and at the start.

        Returns:
            For growth at the end and at the start, the odds of the shorter run and of the whole.
        """
        limits = self._limits
        n = len(lengths) - len(cosines[0]) + 1
        total = window_sum(lengths, n)
        grown = []
        ends = (slice(None, -1), slice(n - 1, None)), (slice(1, None), slice(None, len(total)))
        for (kept, lone), named in zip(ends, names, strict=True):
            gain = (cosines[0] - cosines[1][kept]) * (total / lengths[lone])[:, None]
            odds = (
                limits.member_gain * gain + limits.member_margin * reach[lone] - limits.member_cost
            )
            odds = np.clip(odds + named, -limits.member_limit, limits.member_limit)
            grown.append((shorter[kept], shorter[kept] + odds))
        return grown

    def _length_odds(self, left: Floats, right: Floats) -> Floats:
        """Return log-odds from lengths: a normal density against a wide one."""
        limits = self._limits
        ratio = np.log(left / right)
        noise = limits.length_noise**2 * (1 / left + 1 / right)
        spread = np.sqrt(limits.length_spread**2 + noise)
        near = -0.5 * (ratio / spread) ** 2 - np.log(spread)
        far = -0.5 * (ratio / WIDE_SPREAD) ** 2 - np.log(WIDE_SPREAD)
        return np.asarray(np.maximum(limits.length_weight * (near - far), limits.length_floor))


SHAPES = tuple(
    (a, b) for a in range(1, LONGEST + 1) for b in range(1, LONGEST + 1) if min(a, b) <= 2
)


def runs(side: Side, rows: slice, length: int) -> Vectors:
    """Return vectors of all runs of `length` sentences, weighted by their characters.

    For an encoder that sums its words this is nearly the vector of the joined text (median
    cosine .998 on neighbouring sentences of news), for a transformer it comes near it (.98),
    at no cost.
    """
    vectors = side.vectors[rows]
    if length == 1:
        return vectors
    if len(vectors) < length:
        return vectors[:0]
    weighted = vectors * side.lengths[rows, None]
    summed = np.asarray(
        sum(weighted[n : len(weighted) - length + n + 1] for n in range(length)), dtype=np.float32
    )
    norms = np.linalg.norm(summed, axis=1, keepdims=True)
    return np.asarray(summed / np.maximum(norms, 1e-12), dtype=np.float32)


def window_sum(values: Floats, length: int) -> Floats:
    """Return sums over all windows of `length`, shape (n - length + 1,)."""
    return np.convolve(values, np.ones(length), mode="valid")


def window_max(values: Floats, a: int, b: int) -> Floats:
    """Return the largest value in every window of `a` rows and `b` columns."""
    view = np.lib.stride_tricks.sliding_window_view(values, (a, b))
    return np.asarray(view.max(axis=(-2, -1)))


def _side_by_side(meaning: dict[tuple[int, int], Floats], a: int, b: int) -> Floats:
    """Return the odds of runs that are several on both sides, as the best two smaller beads.

    Such runs stand in one bead only because a third edition says it all in one sentence;
    between these two the evidence is that of the beads they would form by themselves.
    """
    rows, columns = (n - m + 1 for n, m in zip(meaning[1, 1].shape, (a, b), strict=True))
    ways = [
        meaning[x, y][:rows, :columns] + meaning[a - x, b - y][x : x + rows, y : y + columns]
        for x in range(1, a)
        for y in range(1, b)
    ]
    return np.asarray(np.maximum.reduce(ways))


def _from_best(ways: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return in each cell the odds of the way that starts from the likeliest shorter run."""
    starts = np.stack([start for start, _ in ways])
    wholes = np.stack([whole for _, whole in ways])
    best = starts.argmax(axis=0)
    return np.asarray(np.take_along_axis(wholes, best[None], axis=0)[0])
