"""Runs: successive sentences of one edition that another says in fewer.

A long sentence hides a short stranger beside it: the vector of both hardly differs from
its own. So a run is not judged as a whole, but grown by one sentence after the other,
and each has to show that it belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from transcheck.embedding import Vectors
from transcheck.limits import RUNS_LONGEST
from transcheck.thresholds import AlignerThresholds

SHAPES = tuple(
    (a, b) for a in range(1, RUNS_LONGEST + 1) for b in range(1, RUNS_LONGEST + 1) if min(a, b) <= 2
)
"""Lengths of the runs on both sides of a bead."""

Floats = NDArray[np.float64]


def grown(
    limits: AlignerThresholds,
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
        limits: the weights of the evidence.
        shorter: odds of the runs of n - 1, by first sentence and by run of the other side.
        cosines: those of the runs and of the shorter ones to the other side.
        reach: the best margin of each sentence to a sentence of the other side's run.
        lengths: characters of the sentences.
        names: log-odds from landmarks, for growth at the end and at the start.

    Returns:
        For growth at the end and at the start, the odds of the shorter run and of the whole.
    """
    n = len(lengths) - len(cosines[0]) + 1
    total = window_sum(lengths, n)
    ways = []
    ends = (slice(None, -1), slice(n - 1, None)), (slice(1, None), slice(None, len(total)))
    for (kept, lone), named in zip(ends, names, strict=True):
        gain = (cosines[0] - cosines[1][kept]) * (total / lengths[lone])[:, None]
        odds = limits.member_gain * gain + limits.member_margin * reach[lone] - limits.member_cost
        odds = np.clip(odds + named, -limits.member_limit, limits.member_limit)
        ways.append((shorter[kept], shorter[kept] + odds))
    return ways


def run_vectors(vectors: Vectors, lengths: Floats, length: int) -> Vectors:
    """Return vectors of all runs of `length` sentences, weighted by their characters.

    For an encoder that sums its words this is nearly the vector of the joined text (median
    cosine .998 on neighbouring sentences of news), for a transformer it comes near it (.98),
    at no cost.
    """
    if length == 1:
        return vectors
    if len(vectors) < length:
        return vectors[:0]
    weighted = vectors * lengths[:, None]
    summed = np.asarray(
        sum(weighted[n : len(weighted) - length + n + 1] for n in range(length)), dtype=np.float32
    )
    norms = np.linalg.norm(summed, axis=1, keepdims=True)
    return np.asarray(summed / np.maximum(norms, 1e-12), dtype=np.float32)


def window_sum(values: Floats, length: int) -> Floats:
    """Return sums over all windows of `length`, shape (n - length + 1,)."""
    last = len(values) - length + 1
    return np.asarray(sum((values[n : last + n] for n in range(1, length)), values[:last]))


def row_max(values: Floats, count: int) -> Floats:
    """Return the largest value in every window of one row and `count` columns."""
    last = values.shape[1] - count + 1
    return np.asarray(np.maximum.reduce([values[:, n : last + n] for n in range(count)]))


def side_by_side(meaning: dict[tuple[int, int], Floats], a: int, b: int) -> Floats:
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


def from_best(ways: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return in each cell the odds of the way that starts from the likeliest shorter run."""
    likeliest, best = ways[0]
    for start, whole in ways[1:]:
        likelier = start > likeliest
        likeliest = np.where(likelier, start, likeliest)
        best = np.where(likelier, whole, best)
    return best
