"""Words that two editions have and the third has not, as rows of numbers for a model.

For each word of an edition it is looked at how near the nearest word of the suspect is, and
how near that of the edition which agrees: whether each is the other's nearest, how much
nearer than the next, and the same for the words beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from transcheck.comparing.wordwise import Side, landmark, nearness

Floats = NDArray[np.float32]

_SHARPNESS = np.float32(10.0)
"""How much the nearest words are preferred to the next ones."""
ABSENT, THERE = 0.5, 0.5
"""Cosines under which a word has no counterpart, and from which on it has one."""


class Partners:
    """What the words of one side have in another: arrays of shape (words,)."""

    __slots__ = ("gap", "mutual", "nearest", "place", "share", "which")

    def __init__(self, near: Floats) -> None:
        """Take the nearness of the words of both, shape (words, words of the other)."""
        count, other = near.shape
        lines = np.arange(count)
        self.which = near.argmax(axis=1)
        self.nearest = near[lines, self.which]
        self.mutual = (near.argmax(axis=0)[self.which] == lines).astype(np.float32)
        if other > 1:
            self.gap = self.nearest - np.partition(near, other - 2, axis=1)[:, other - 2]
        else:
            self.gap = np.zeros(count, dtype=np.float32)
        weights = np.exp(near * _SHARPNESS)
        both = weights / weights.sum(axis=1, keepdims=True) * (weights / weights.sum(axis=0))
        self.share = both.max(axis=1)
        own = lines / max(count - 1, 1)
        self.place = np.abs(self.which / max(other - 1, 1) - own).astype(np.float32)

    def columns(self) -> list[Floats]:
        """Return everything but which word it is."""
        return [self.nearest, self.mutual, self.gap, self.share, self.place]


def all_partners(sides: Sequence[Side]) -> dict[tuple[int, int], Partners]:
    """Return the partners of the words of any two of three sides."""
    found: dict[tuple[int, int], Partners] = {}
    for a in range(len(sides)):
        for b in range(a + 1, len(sides)):
            near = nearness(sides[a], sides[b])
            _name(near, sides[a], sides[b])
            found[a, b], found[b, a] = Partners(near), Partners(near.T)
    return found


def _name(near: Floats, a: Side, b: Side) -> None:
    """Set the nearness of names and numbers: the same in every language, or not."""
    marks: dict[str, list[int]] = {}
    for j, word in enumerate(b.words):
        for mark in landmark(word):
            marks.setdefault(mark, []).append(j)
    for i, word in enumerate(a.words):
        for mark in landmark(word):
            for j in marks.get(mark, ()):
                near[i, j] = 1.0


def may_lack(
    suspect: int,
    others: tuple[int, int],
    sides: Sequence[Side],
    found: Mapping[tuple[int, int], Partners],
) -> bool:
    """Return whether it is worth a closer look: telling words that two have and one has not."""
    for own, other in (others, others[::-1]):
        there = (found[own, other].nearest >= THERE) & (found[own, suspect].nearest < ABSENT)
        if int((there & sides[own].telling).sum()) < 2:
            return False
    return True


def rows(
    suspect: int,
    own: int,
    other: int,
    sides: Sequence[Side],
    found: Mapping[tuple[int, int], Partners],
) -> Floats:
    """Return a row for each word of the side `own`: is it lacking in the suspect?"""
    side = sides[own]
    count = len(side)
    lost, kept = found[own, suspect], found[own, other]
    theirs = found[other, suspect]
    missed = kept.nearest - lost.nearest
    ones = np.ones(count, dtype=np.float32)
    columns = [
        ones * sides[suspect].language.rank,
        ones * side.language.rank,
        *lost.columns(),
        *kept.columns(),
        missed,
        kept.share - lost.share,
        theirs.nearest[kept.which],
        theirs.share[kept.which],
        np.minimum(side.lengths / 1000, 2),
        side.telling.astype(np.float32),
        side.capital,
        side.sizes,
        np.arange(count, dtype=np.float32) / max(count - 1, 1),
    ]
    for values in (lost.nearest, missed, lost.share, side.telling.astype(np.float32)):
        columns += [_smooth(values, 1), _smooth(values, 3)]
    columns += [
        ones * value
        for value in (
            lost.nearest.mean(), lost.nearest.std(), kept.nearest.mean(), missed.mean(),
            count, len(sides[suspect]), count / len(sides[suspect]),
        )
    ]  # fmt: skip
    return np.round(np.stack(columns, axis=1), 3).astype(np.float32)


def _smooth(values: Floats, reach: int) -> Floats:
    """Return the mean of each value and those at most `reach` places from it."""
    sums = np.concatenate([[0], np.cumsum(values, dtype=np.float64)])
    at = np.arange(len(values))
    first, last = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(values))
    smooth: Floats = ((sums[last] - sums[first]) / (last - first)).astype(np.float32)
    return smooth
