"""Partners: sentences of two editions that are each other's nearest, wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from transcheck.neighbours import Neighbours


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """The likeliest match of each sentence of an edition; arrays of shape (sentences,)."""

    places: NDArray[np.int64]
    """Where it stands in the other edition, -1 where that has no sentence at all."""
    margins: NDArray[np.float64]
    leads: NDArray[np.float64]
    """By how much its margin exceeds that of the next, infinite where there is none."""


def partners(forward: Best, backward: Best, least: float, distinct: float) -> dict[int, int]:
    """Return the right sentence of each left one where both are each other's nearest.

    Args:
        forward: the likeliest right sentence of each left one.
        backward: the likeliest left sentence of each right one.
        least: margin that a pair must exceed.
        distinct: lead over the next that both must have. A headline and the lead that
            repeats it are near to both of their counterparts: only their order tells which
            belongs to which.
    """
    if not len(backward.places):
        return {}
    there = forward.places
    mutual = (there >= 0) & (backward.places[there] == np.arange(len(there)))
    leads = np.minimum(forward.leads, backward.leads[there])
    (left,) = (mutual & (forward.margins > least) & (leads >= distinct)).nonzero()
    return dict(zip(left.tolist(), there[left].tolist(), strict=True))


def best(near: Neighbours, back: Neighbours) -> Best:
    """Return for each row the neighbour with the largest margin.

    Args:
        near: the nearest sentences of the other edition for each one of this.
        back: the nearest of this edition for each one of the other.
    """
    own, theirs = _background(near.cosines), _background(back.cosines)
    rows = np.arange(len(own))
    if not len(theirs):
        return Best(np.full(len(own), -1), np.full(len(own), -1.0), np.full(len(own), inf))
    margins = (near.cosines - (own[:, None] + theirs[near.ids]) / 2).astype(np.float64)
    margins[near.ids < 0] = -inf
    first = margins.argmax(axis=1)
    top = margins[rows, first]
    margins[rows, first] = -inf
    leads = top - margins.max(axis=1)
    return Best(near.ids[rows, first], top, leads)


def _background(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of all but the nearest: the background without the likely match."""
    others = np.where(cosines[:, 1:] > -1, cosines[:, 1:], 0)
    count = (cosines[:, 1:] > -1).sum(axis=1)
    return np.asarray(others.sum(axis=1) / np.maximum(count, 1), dtype=np.float32)
