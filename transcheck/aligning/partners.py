"""Partners: sentences of two editions that are each other's nearest, wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from transcheck.aligning.index import Neighbours


@dataclass(frozen=True, slots=True)
class Best:
    """The likeliest match of a sentence."""

    place: int
    """Where it stands in the other edition, -1 where that has no sentence at all."""
    margin: float
    lead: float
    """By how much its margin exceeds that of the next, infinite where there is none."""


def partners(
    forward: Sequence[Best], backward: Sequence[Best], least: float, distinct: float
) -> dict[int, int]:
    """Return the right sentence of each left one where both are each other's nearest.

    Args:
        forward: the likeliest right sentence of each left one.
        backward: the likeliest left sentence of each right one.
        least: margin that a pair must exceed.
        distinct: lead over the next that both must have. A headline and the lead that
            repeats it are near to both of their counterparts: only their order tells which
            belongs to which.
    """
    return {
        left: found.place
        for left, found in enumerate(forward)
        if found.place >= 0
        and backward[found.place].place == left
        and found.margin > least
        and min(found.lead, backward[found.place].lead) >= distinct
    }


def best(near: Neighbours, back: Neighbours) -> list[Best]:
    """Return for each row the neighbour with the largest margin.

    Args:
        near: the nearest sentences of the other edition for each one of this.
        back: the nearest of this edition for each one of the other.
    """
    own, theirs = _background(near.cosines), _background(back.cosines)
    if not len(theirs):
        return [Best(-1, -1.0, inf)] * len(near.cosines)
    margins = near.cosines - (own[:, None] + theirs[near.ids]) / 2
    margins[near.ids < 0] = -inf
    order = np.argsort(-margins, axis=1, kind="stable")[:, :2]
    ids = np.take_along_axis(near.ids, order, axis=1)[:, 0].tolist()
    ranked = np.take_along_axis(margins, order, axis=1).tolist()
    return [
        Best(place, values[0], values[0] - values[1] if len(values) > 1 else inf)
        for place, values in zip(ids, ranked, strict=True)
    ]


def _background(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of all but the nearest: the background without the likely match."""
    others = np.where(cosines[:, 1:] > -1, cosines[:, 1:], 0)
    count = (cosines[:, 1:] > -1).sum(axis=1)
    return np.asarray(others.sum(axis=1) / np.maximum(count, 1), dtype=np.float32)
