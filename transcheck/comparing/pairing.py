"""Pairing the facts of two editions: each with the one it most likely says the same as."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from transcheck.model import Fact

_EXACT = float("-inf")
"""Rank of facts that are equal."""


class Likeness(NamedTuple):
    """How two facts of two editions relate."""

    agrees: bool
    """Whether they may be the same claim."""
    rank: float
    """Smaller is more alike; orders the pairs that agree, and those that do not."""
    rival: bool = False
    """Where they do not agree: whether one can stand in the place of the other."""
    far: bool = False
    """Where they do not agree: whether no third fact can be both."""
    foreign: bool = False
    """Where they do not agree: whether nobody mistakes one for the other: 44 and 2."""
    converted: bool = False
    """Where they agree: whether in different units, so that either was rounded."""
    covers: bool = True
    """Where they agree: whether the second says no less than the first."""
    weak: bool = False
    """Where they agree: whether only because nothing is known against it, as with Tuesday
    and yesterday."""


Judge = Callable[[int, Fact, int, Fact], Likeness]
"""Compares a fact of one edition with a fact of another; editions by position."""


class Pair(NamedTuple):
    """Two facts that are likely to say the same; the likeliest pairs come first in order."""

    rank: float
    apart: float
    """How far apart the facts are in their passages, 0 to 1."""
    left: int
    right: int


def pairs(
    left: Sequence[Fact],
    right: Sequence[Fact],
    of_left: Sequence[int],
    of_right: Sequence[int],
    a: int,
    b: int,
    judge: Judge,
) -> list[Pair]:
    """Pair agreeing facts of two editions, the most alike first, each once.

    Most have their exact like: only what is left over needs to be judged.

    Args:
        left: all facts of the edition `a` in a passage.
        right: all facts of the edition `b`.
        of_left: the places of those in `left` that are to be paired.
        of_right: the same in `right`.
        a: the position of an edition.
        b: the position of the other.
        judge: compares two facts.
    """
    exact = _once_each(
        [
            Pair(_EXACT, _apart(i, left, j, right), i, j)
            for i in of_left
            for j in of_right
            if left[i].kind == right[j].kind and left[i].value == right[j].value
        ]
    )
    taken_left, taken_right = {pair.left for pair in exact}, {pair.right for pair in exact}
    judged = {
        (i, j): judge(a, left[i], b, right[j])
        for i in of_left
        if i not in taken_left
        for j in of_right
        if j not in taken_right
    }
    alike = _once_each(
        [
            Pair(likeness.rank, _apart(i, left, j, right), i, j)
            for (i, j), likeness in judged.items()
            if likeness.agrees and not (likeness.weak and _has_rival(i, j, judged))
        ]
    )
    return exact + alike


def _has_rival(i: int, j: int, judged: Mapping[tuple[int, int], Likeness]) -> bool:
    """Return whether either of two facts rather stands in the place of a third one."""
    return any(
        likeness.rival and (left == i) != (right == j) for (left, right), likeness in judged.items()
    )


def _apart(i: int, left: Sequence[Fact], j: int, right: Sequence[Fact]) -> float:
    return abs((i + 1) / (len(left) + 1) - (j + 1) / (len(right) + 1))


def _once_each(candidates: list[Pair]) -> list[Pair]:
    if len(candidates) < 2:
        return candidates
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen = []
    for pair in sorted(candidates):
        if pair.left not in taken_left and pair.right not in taken_right:
            taken_left.add(pair.left)
            taken_right.add(pair.right)
            chosen.append(pair)
    return chosen
