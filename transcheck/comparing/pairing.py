"""Pairing the facts of two editions: each with the one it most likely says the same as."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transcheck.model import Fact


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two facts of two editions relate."""

    agrees: bool
    """Whether they may be the same claim."""
    rank: float
    """Smaller is more alike; orders the pairs that agree, and those that do not."""
    rival: bool = False
    """Where they do not agree: whether one can stand in the place of the other."""
    far: bool = False
    """Where they do not agree: whether no third fact can be both."""
    converted: bool = False
    """Where they agree: whether in different units, so that either was rounded."""
    covers: bool = True
    """Where they agree: whether the second says no less than the first."""
    weak: bool = False
    """Where they agree: whether only because nothing is known against it, as with Tuesday
    and yesterday."""


Judge = Callable[[int, Fact, int, Fact], Likeness]
"""Compares a fact of one edition with a fact of another; editions by position."""


def pairs(
    left: Sequence[Fact], right: Sequence[Fact], a: int, b: int, judge: Judge
) -> Iterator[tuple[int, int]]:
    """Pair agreeing facts of two editions, the most alike first, each once.

    Most have their exact like: only what is left over needs to be judged.
    """
    same = [
        (_distance(i, left, j, right), i, j)
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if x.kind == y.kind and x.value == y.value
    ]
    exact = _once_each(sorted(same))
    yield from exact
    taken_left, taken_right = {i for i, _ in exact}, {j for _, j in exact}
    judged = {
        (i, j): judge(a, x, b, y)
        for i, x in enumerate(left)
        if i not in taken_left
        for j, y in enumerate(right)
        if j not in taken_right
    }
    alike = [
        (likeness.rank, _distance(i, left, j, right), i, j)
        for (i, j), likeness in judged.items()
        if likeness.agrees and not (likeness.weak and _has_rival(i, j, judged))
    ]
    yield from _once_each((apart, i, j) for _, apart, i, j in sorted(alike))


def _has_rival(i: int, j: int, judged: Mapping[tuple[int, int], Likeness]) -> bool:
    """Return whether either of two facts rather stands in the place of a third one."""
    return any(
        likeness.rival and (left == i) != (right == j) for (left, right), likeness in judged.items()
    )


def _distance(i: int, left: Sequence[Fact], j: int, right: Sequence[Fact]) -> float:
    """Return how far apart facts number `i` and `j` of two passages are, 0 to 1."""
    return abs((i + 1) / (len(left) + 1) - (j + 1) / (len(right) + 1))


def _once_each(ordered: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    chosen = []
    for _, i, j in ordered:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            chosen.append((i, j))
    return chosen
