"""Opposites: one edition says one pole of an axis where the others say the other.

The words must be counterparts: each is among the nearest in meaning that its edition has for
the other, as opposites are used alike. An axis is left alone where an edition negates one of
its poles, for then it may say the same. Of two poles that every edition says, it is looked
at which one belongs to what: "diesel rose, gas fell".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

import numpy as np

from transcheck.comparing.negations import negated, negations
from transcheck.comparing.poles import Pole, Saying, sayings
from transcheck.comparing.wordwise import Matrix, Side, alike, around, landmark, nearness
from transcheck.limits import (
    OPPOSITES_CROSSED,
    OPPOSITES_NEAREST,
    OPPOSITES_REACH,
    OPPOSITES_SAME_NEIGHBOURS,
    OPPOSITES_SAME_OBJECT,
    OPPOSITES_SURE_NEIGHBOURS,
)

Table = Mapping[tuple[int, int], Matrix]
"""The nearness of the words of any two sides."""


class Opposite(NamedTuple):
    """A pole where other editions have another."""

    suspect: int | None
    """Position of the edition that stands alone; None where nothing decides."""
    said: tuple[tuple[int, Saying], ...]
    """Who says what: positions of editions with their words, the suspect last."""


def opposites(sides: Sequence[Side | None]) -> Iterator[Opposite]:
    """Yield the opposites among the sides of a bead, at most one for each axis and suspect.

    Args:
        sides: the words of each edition.
    """
    there = [n for n, side in enumerate(sides) if side is not None]
    if len(there) < 2:
        return
    said = {n: sayings(side) for n in there if (side := sides[n]) is not None}
    axes = sorted({s.pole.axis for own in said.values() for s in own if s.pole.kind != "source"})
    if not axes:
        return
    near: dict[tuple[int, int], Matrix] = {}
    for axis in axes:
        own = {n: [s for s in said[n] if s.pole.axis == axis] for n in there}
        if not all(own.values()) or len({s.pole for each in own.values() for s in each}) < 2:
            continue
        if any(_denied(sides[n], s) for n in there for s in own[n]):  # type: ignore[arg-type]
            continue
        if not near:
            for a, b in product(there, there):
                if a != b:
                    near[a, b] = nearness(sides[a], sides[b])  # type: ignore[arg-type]
        view = _View({n: side for n, side in enumerate(sides) if side is not None}, own, near)
        yield from (view.of_three() if len(there) > 2 else view.of_two())


def _denied(side: Side, saying: Saying) -> bool:
    """Return whether a pole is denied: "not after" is until, wherever the negation stands."""
    return negated(side, saying.first) or (
        saying.form.governs and any(n.kind == "negates" for n in negations(side))
    )


class _Candidate(NamedTuple):
    rank: float
    said: tuple[tuple[int, Saying], ...]


class _View:
    """One axis in one bead."""

    def __init__(
        self, sides: Mapping[int, Side], said: Mapping[int, Sequence[Saying]], near: Table
    ) -> None:
        self._sides, self._said, self._cosines = sides, said, near
        self._count = {
            n: {pole: sum(s.pole == pole for s in own) for pole in {s.pole for s in own}}
            for n, own in said.items()
        }

    def of_three(self) -> Iterator[Opposite]:
        """Yield where two editions have one pole and the third another."""
        for x in self._said:
            y, z, *_ = (n for n in self._said if n != x)
            found = [*self._replaced(x, (y, z)), *self._exchanged(x, (y, z))]
            if found:
                yield Opposite(x, min(found, key=lambda c: c.rank).said)

    def of_two(self) -> Iterator[Opposite]:
        """Yield where each of two editions says one pole, and they are beyond doubt opposite."""
        x, y = self._said
        if len(self._said[x]) == len(self._said[y]) == 1:
            (one,), (two,) = self._said[x], self._said[y]
            if (
                one.pole != two.pole
                and not (one.form.doubtful or two.form.doubtful or one.form.governs)
                and self._rank(x, one, y, two) == self._rank(y, two, x, one) == 0
                and self._neighbours(x, one, y, two) >= OPPOSITES_SURE_NEIGHBOURS
            ):
                yield Opposite(None, ((x, one), (y, two)))

    def _replaced(self, x: int, others: Sequence[int]) -> Iterator[_Candidate]:
        """Yield the words of `x` in place of the pole that all others have."""
        count = self._count
        for p in set.intersection(*(set(count[n]) for n in others)):
            if min(count[n][p] for n in others) <= count[x].get(p, 0):
                continue
            for own in self._said[x]:
                q = own.pole
                if q == p or count[x][q] <= max(count[n].get(q, 0) for n in others):
                    continue
                theirs = [[s for s in self._said[n] if s.pole == p] for n in others]
                for row in product(*theirs):
                    if self._counterparts(x, own, others, row):
                        pairs = zip(others, row, strict=True)
                        rank = sum(
                            self._rank(n, s, x, own)
                            - OPPOSITES_NEAREST * self._neighbours(n, s, x, own)
                            for n, s in pairs
                        )
                        yield _Candidate(rank, (*zip(others, row, strict=True), (x, own)))

    def _counterparts(
        self, x: int, own: Saying, others: Sequence[int], theirs: Sequence[Saying]
    ) -> bool:
        if sum(s.form.doubtful for s in (own, *theirs)) > 1:
            return False
        governs = any(s.form.governs for s in (own, *theirs))
        return all(
            self._neighbours(n, s, x, own) >= OPPOSITES_SAME_NEIGHBOURS
            or (own.pole.kind != "name" and self._beside(n, s, x, own, governs=governs))
            for n, s in zip(others, theirs, strict=True)
        )

    def _beside(self, a: int, one: Saying, b: int, two: Saying, *, governs: bool) -> bool:
        if governs:
            return self._same_object(a, one, b, two)
        return self._rank(a, one, b, two) < OPPOSITES_NEAREST

    def _rank(self, a: int, one: Saying, b: int, two: Saying) -> int:
        """Return how many words of `b` are nearer to one of `a` than the other pole is."""
        row = self._cosines[a, b][one.last]
        return int((row > row[two.last]).sum())

    def _neighbours(self, a: int, one: Saying, b: int, two: Saying) -> float:
        """Return how much alike the words around two poles are, 0 to 1."""
        sides = self._sides
        mine = around(sides[a], one.first, one.last, OPPOSITES_REACH)
        other = around(sides[b], two.first, two.last, OPPOSITES_REACH)
        return alike(sides[a], mine, sides[b], other, self._cosines[a, b])

    def _same_object(self, a: int, one: Saying, b: int, two: Saying) -> bool:
        """Return whether two prepositions stand before the same."""
        mine, other = self._objects(a, one), self._objects(b, two)
        if not mine or not other:
            return False
        marks = [
            frozenset[str]().union(*(landmark(self._sides[n].words[i]) for i in own))
            for n, own in ((a, mine), (b, other))
        ]
        if any(mark.isdigit() for own in marks for mark in own):
            return any(mark.isdigit() for mark in marks[0] & marks[1])
        return not marks[0].isdisjoint(marks[1]) or bool(
            self._cosines[a, b][np.ix_(mine, other)].max() >= OPPOSITES_SAME_OBJECT
        )

    def _objects(self, n: int, saying: Saying) -> list[int]:
        side = self._sides[n]
        behind = range(saying.last + 1, min(saying.last + 4, len(side)))
        return [i for i in behind if side.tells(i)]

    def _exchanged(self, x: int, others: Sequence[int]) -> Iterator[_Candidate]:
        """Yield the poles that all editions say, where `x` says them of each other's company."""
        once = [
            pole
            for pole, number in self._count[x].items()
            if number == 1 and all(self._count[n].get(pole, 0) == 1 for n in others)
        ]
        for p, q in combinations(sorted(once), 2):
            if not all(
                self._straight(a, b, p, q) > OPPOSITES_CROSSED for a, b in combinations(others, 2)
            ):
                continue
            if any(self._numbers(n, p, q) == self._numbers(x, p, q) != [] for n in others):
                # "28 against and 62 for" is what the others say in another order.
                continue
            if all(self._straight(n, x, p, q) < -OPPOSITES_CROSSED for n in others):
                rows = [(n, self._only(n, p)) for n in others]
                yield _Candidate(2 * OPPOSITES_NEAREST, (*rows, (x, self._only(x, q))))

    def _numbers(self, n: int, p: Pole, q: Pole) -> list[str]:
        """Return the numbers in digits nearest to two poles, none where it is one."""
        side = self._sides[n]
        numbers = [i for i, word in enumerate(side.words) if word.text.isdigit()]
        if not numbers:
            return []
        at = [self._only(n, pole).last for pole in (p, q)]
        near = [min(numbers, key=lambda i, a=a: (abs(i - a), i < a)) for a in at]  # type: ignore[misc]
        return [side.words[i].text for i in near] if near[0] != near[1] else []

    def _only(self, n: int, pole: Pole) -> Saying:
        return next(s for s in self._said[n] if s.pole == pole)

    def _straight(self, a: int, b: int, p: Pole, q: Pole) -> float:
        """Return how much nearer two poles are to their own company than to each other's."""
        mine = [self._company(a, p, q), self._company(a, q, p)]
        other = [self._company(b, p, q), self._company(b, q, p)]
        one, two, near = self._sides[a], self._sides[b], self._cosines[a, b]
        of = [[alike(one, m, two, o, near) for o in other] for m in mine]
        return (of[0][0] + of[1][1] - of[0][1] - of[1][0]) / 2

    def _company(self, n: int, pole: Pole, other: Pole) -> list[int]:
        """Return the words about a pole that are nearer to it than to another."""
        side, at, away = self._sides[n], self._only(n, pole), self._only(n, other)
        return [
            i
            for i in around(side, at.first, at.last, OPPOSITES_REACH)
            if not away.first <= i <= away.last
            if min(abs(i - at.first), abs(i - at.last))
            < min(abs(i - away.first), abs(i - away.last))
        ]
