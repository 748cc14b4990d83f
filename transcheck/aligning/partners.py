"""Partners: sentences of two editions that are each other's nearest, wherever they stand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.index import Neighbours


def partners(rightward: Neighbours, leftward: Neighbours, least: float) -> dict[int, int]:
    """Return the right sentence of each left one where both are each other's nearest.

    Args:
        rightward: the nearest right sentences of each left one.
        leftward: the nearest left sentences of each right one.
        least: margin that a pair must exceed.
    """
    forward = best(rightward, leftward)
    backward = best(leftward, rightward)
    return {
        left: right
        for left, (right, margin) in enumerate(forward)
        if right >= 0 and backward[right][0] == left and margin > least
    }


def best(near: Neighbours, back: Neighbours) -> list[tuple[int, float]]:
    """Return for each row the neighbour with the largest margin, and that margin.

    Args:
        near: the nearest sentences of the other edition for each one of this.
        back: the nearest of this edition for each one of the other.
    """
    own, theirs = _background(near.cosines), _background(back.cosines)
    if not len(theirs):
        return [(-1, -1.0)] * len(near.cosines)
    margins = near.cosines - (own[:, None] + theirs[near.ids]) / 2
    margins[near.ids < 0] = -1.0
    nearest = margins.argmax(axis=1)
    rows = np.arange(len(margins))
    found = zip(near.ids[rows, nearest].tolist(), margins[rows, nearest].tolist(), strict=True)
    return list(found)


def _background(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of all but the nearest: the background without the likely match."""
    others = np.where(cosines[:, 1:] > -1, cosines[:, 1:], 0)
    count = (cosines[:, 1:] > -1).sum(axis=1)
    return np.asarray(others.sum(axis=1) / np.maximum(count, 1), dtype=np.float32)
