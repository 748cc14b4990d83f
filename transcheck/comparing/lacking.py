"""Words that two editions have and the third has not, as rows of numbers for a model.

For each word of an edition it is looked at how near the nearest word of the suspect is, and
how near that of the edition which agrees: whether each is the other's nearest, how much
nearer than the next, and the same for the words beside it. A near word may be the counterpart of
another: how much of a word finds no room in the other edition once all have been placed says more.
Then at the place in the suspect where the word would stand, between the counterparts of the words
before and behind it: a phrase that is only said in other words has left words there which nobody
else has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from transcheck.comparing.wordwise import Side, nearness
from transcheck.limits import (
    CANDIDATES_MOST_WORDS,
    LACKING_FARTHEST,
    LACKING_KIN,
    LACKING_NEARLY_ABSENT,
    LACKING_NEARLY_THERE,
    LACKING_NOTHING,
    LACKING_NOWHERE,
    LACKING_ROOM,
    LACKING_THERE,
    LACKING_TURNS,
)

Floats = NDArray[np.float32]
Ints = NDArray[np.intp]

_SHARPNESS = np.float32(10.0)
"""How much the nearest words are preferred to the next ones."""


class Partners:
    """What the words of one side have in another: arrays of shape (words,)."""

    def __init__(self, near: Floats, both: Floats, own: Floats, other: Floats) -> None:
        """Take the nearness of the words of both, shape (words, words of the other).

        Args:
            near: their cosines.
            both: how far each two prefer each other.
            own: how much each word says, shape (words,).
            other: the same of the other side's words.
        """
        count, others = near.shape
        lines = np.arange(count)
        self.near, self.own, self.other = near, own, other
        self.which = near.argmax(axis=1)
        self.nearest = near[lines, self.which]
        self.mutual = (near.argmax(axis=0)[self.which] == lines).astype(np.float32)
        if others > 1:
            self.gap = self.nearest - np.partition(near, others - 2, axis=1)[:, others - 2]
        else:
            self.gap = np.zeros(count, dtype=np.float32)
        self.share = both.max(axis=1)
        at = lines / max(count - 1, 1)
        self.place = np.abs(self.which / max(others - 1, 1) - at).astype(np.float32)
        self.anchored = (self.mutual > 0) & (self.nearest >= LACKING_THERE)
        self.back = _last(self.anchored)
        """The last word before each that surely has a counterpart, or -1."""
        self.front = count - 1 - _last(self.anchored[::-1])[::-1]
        """The first word behind each, or the number of words."""
        self.before = np.append(self.which, -1)[self.back]
        """Their counterparts, or -1 and the number of the other's words."""
        self.after = np.append(self.which, others)[self.front]

    def columns(self) -> list[Floats]:
        """Return everything but which word it is."""
        return [self.nearest, self.mutual, self.gap, self.share, self.place]

    @cached_property
    def unplaced(self) -> Floats:
        """The share of each word for which no word of the other side has room: 0 to 1.

        What a word says is spread over the other side's words by how near they are, none of which
        takes more than what it says itself, and over nothing: unbalanced transport, as scaling
        of rows and columns solves it (Chizat and others, 2018).
        """
        weights = np.exp(self.near * _SHARPNESS)
        nowhere = np.exp(np.float32(LACKING_NOWHERE) * _SHARPNESS)
        room = self.other * np.float32(LACKING_ROOM)
        taken = np.ones(len(room), dtype=np.float32)
        for _ in range(LACKING_TURNS):
            taken = np.minimum(1, room / ((self.own / (weights @ taken + nowhere)) @ weights))
        share: Floats = nowhere / (weights @ taken + nowhere)
        return share


def _last(anchored: NDArray[np.bool_]) -> Ints:
    """Return for each place the last anchored one before it, or -1."""
    at = np.maximum.accumulate(np.where(anchored, np.arange(len(anchored)), -1))
    return np.concatenate([[-1], at[:-1]])


def all_partners(sides: Sequence[Side]) -> dict[tuple[int, int], Partners]:
    """Return the partners of the words of any two of three sides."""
    found: dict[tuple[int, int], Partners] = {}
    said = [_said(side) for side in sides]
    for a in range(len(sides)):
        for b in range(a + 1, len(sides)):
            near = nearness(sides[a], sides[b])
            _name(near, sides[a], sides[b])
            weights = np.exp(near * _SHARPNESS)
            both = weights / weights.sum(axis=1, keepdims=True) * (weights / weights.sum(axis=0))
            found[a, b] = Partners(near, both, said[a], said[b])
            found[b, a] = Partners(near.T, both.T, said[b], said[a])
    return found


def _said(side: Side) -> Floats:
    """Return how much each word says, above 0: function words next to nothing."""
    said: Floats = np.minimum(side.lengths / 1000, 2) + np.float32(LACKING_NOTHING)
    return said


def _name(near: Floats, a: Side, b: Side) -> None:
    """Raise the nearness of names and numbers, which are the same in every language, and of kin."""
    for mine, theirs, least in ((a.kin, b.kin, LACKING_KIN), (a.marks, b.marks, 1.0)):
        same: dict[str, list[int]] = {}
        for j, mark in theirs:
            same.setdefault(mark, []).append(j)
        for i, mark in mine:
            for j in same.get(mark, ()):
                near[i, j] = max(near[i, j], least)


def may_lack(
    suspect: int,
    others: tuple[int, int],
    sides: Sequence[Side],
    found: Mapping[tuple[int, int], Partners],
    least: float,
) -> bool:
    """Return whether it is worth a closer look: telling words that two have and one has not.

    Args:
        suspect: which edition may lack something.
        others: those that may have it.
        sides: what all editions say.
        found: the partners of their words.
        least: how much more of a word must find no room in the suspect than in the other.
    """
    ways = others, others[::-1]
    return all(
        (
            (found[own, other].nearest >= LACKING_NEARLY_THERE)
            & (found[own, suspect].nearest < LACKING_NEARLY_ABSENT)
            & sides[own].telling
        ).any()
        for own, other in ways
    ) and all(
        (without_room(found[own, suspect], found[own, other])[sides[own].telling] > least).any()
        for own, other in ways
    )


def without_room(lost: Partners, kept: Partners) -> Floats:
    """Return how much more of each word finds no room in the suspect than in the other edition.

    Args:
        lost: the words' partners in the suspect.
        kept: those in the other edition.
    """
    return lost.unplaced - kept.unplaced


def rows(
    suspect: int,
    own: int,
    other: int,
    sides: Sequence[Side],
    found: Mapping[tuple[int, int], Partners],
    literal: Mapping[tuple[int, int], float],
) -> Floats:
    """Return a row for each word of the side `own`: is it lacking in the suspect?

    Args:
        suspect: which edition may lack it.
        own: which edition has the words.
        other: which edition must have them, too.
        sides: what all editions say.
        found: the partners of their words.
        literal: how often a word of one edition has a partner in another, elsewhere.
    """
    side = sides[own]
    count = len(side)
    lost, kept = found[own, suspect], found[own, other]
    theirs = found[other, suspect]
    missed = kept.nearest - lost.nearest
    telling = side.telling.astype(np.float32)
    known = np.maximum(found[suspect, own].nearest, found[suspect, other].nearest)
    free = (1 - known) * sides[suspect].telling
    more = without_room(lost, kept)
    which = kept.which
    columns = [
        *lost.columns(),
        *kept.columns(),
        missed,
        kept.share - lost.share,
        theirs.nearest[which],
        theirs.share[which],
        theirs.mutual[which],
        np.minimum(side.lengths / 1000, 2),
        telling,
        side.capital,
        side.sizes,
        np.arange(count, dtype=np.float32) / max(count - 1, 1),
        *_smooth(np.stack([lost.nearest, missed, lost.share, telling])),
        *_place(lost, free),
        _bounded(theirs.after - theirs.before - 1, 20)[which],
        (lost.near * (known < LACKING_KIN)).max(axis=1),
        sides[suspect].language.rank,
        side.language.rank,
        _mean(lost.nearest),
        lost.nearest.std(),
        _mean(kept.nearest),
        _mean(missed),
        count,
        len(sides[suspect]),
        count / len(sides[suspect]),
        literal[own, suspect],
        literal[other, suspect],
        literal[own, other],
        free.sum(),
        free.sum() / max(int(sides[suspect].telling.sum()), 1),
        lost.unplaced,
        more,
        theirs.unplaced[which],
        *_smooth(more[np.newaxis]),
        (lost.unplaced * lost.own).sum(),
    ]
    table = np.empty((len(columns), count))
    for row, column in zip(table, columns, strict=True):
        row[:] = column
    return np.round(table.T, 3).astype(np.float32, order="C")


def _mean(values: Floats) -> np.float32:
    mean: np.float32 = np.add.reduce(values) / np.float32(len(values))
    return mean


def _bounded(values: Ints, most: int) -> Ints:
    return np.minimum(np.maximum(values, -most), most)


def _place(lost: Partners, free: Floats) -> list[Floats]:
    """Return what is at the place in the suspect where each word would stand.

    Args:
        lost: the words' partners in the suspect.
        free: how far each word of the suspect is from what others say, 0 for function words.
    """
    count, other = lost.near.shape
    first = np.minimum(np.minimum(lost.before, lost.after) + 1, other)
    last = np.maximum(first, np.minimum(np.maximum(lost.before, lost.after), other))
    sums = np.concatenate([[0], np.cumsum(free)])
    lines = np.arange(count)
    from_anchor, to_anchor = lines - lost.back, lost.front - lines
    between = last - first
    return [
        np.minimum(between, 20),
        np.minimum(sums[last] - sums[first], 8),
        np.sign(lost.after - lost.before),
        np.minimum(from_anchor, LACKING_FARTHEST),
        np.minimum(to_anchor, LACKING_FARTHEST),
        _bounded(from_anchor + to_anchor - 1 - between, LACKING_FARTHEST),
    ]


def _smooth(values: Floats) -> Iterator[Floats]:
    """Yield the means of each value and those at most 1, then 3 places from it: rows of values."""
    sums = np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)
    for first, last, size in _windows(values.shape[1]):
        yield from (sums[:, last] - sums[:, first]) / size


@lru_cache(maxsize=CANDIDATES_MOST_WORDS)
def _windows(count: int) -> list[tuple[Ints, Ints, Ints]]:
    """Return where the places at most 1, then 3 from each begin and end, and how many they are."""
    at = np.arange(count)
    bounds = ((np.maximum(at - n, 0), np.minimum(at + n + 1, count)) for n in (1, 3))
    return [(first, last, last - first) for first, last in bounds]
