"""What an edition says in another place of the article, so that it does not leave it out.

Each edition chooses its numbers: a headline names the dead and another one the wounded, a
sentence repeats a sum that stood in the lead. Who has the number in another place has not lost
it, and two editions that each have the other's number elsewhere contradict nobody.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import itemgetter
from typing import NamedTuple

from transcheck.comparing.consensus import Claim
from transcheck.comparing.pairing import Judge
from transcheck.facts.exact import Exact, size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.facts.numbers.units import unit
from transcheck.model import Comparison, Fact

_ROUNDED = Fraction(1, 20)
"""How far off a rounded number may be, as a part of it."""
TELLING = 20
"""Smaller ones may be left out here though they stand somewhere else."""
LARGE = 100
"""Numbers from here on are of one thing in an article, and ordinals name it."""
_MOST = 20
"""Numbers of one size that are looked at: the work must not grow with their square."""
SMALLEST = 10
"""Smaller bare counts stand in every article more than once, of different things."""


class Numbers(NamedTuple):
    """The numbers of all editions of an article."""

    by_value: Sequence[Sequence[tuple[Exact, Fact]]]
    """Of each edition, in the order of their value in the first unit of its dimension."""
    judge: Judge

    def elsewhere(self, claim: Claim, bead: Sequence[Sequence[int]]) -> frozenset[int]:
        """Return the editions that say a claim outside of a bead, and not in it."""
        return frozenset(
            n
            for n in range(len(self.by_value))
            if n not in claim.makers and bead[n] and self._has(claim, n, bead[n])
        )

    def _has(self, claim: Claim, n: int, side: Sequence[int]) -> bool:
        return all(
            any(
                other.segment not in side and self._same(a, claim.facts[a][0], n, other)
                for other in self._near(n, _value(claim.facts[a][0]))
            )
            for a in claim.editions
        )

    def _near(self, n: int, value: Exact) -> Iterator[Fact]:
        """Yield the numbers of an edition that may be a value, rounded or not."""
        own = self.by_value[n]
        off = size(value) * _ROUNDED
        first = bisect_left(own, value - off, key=itemgetter(0))
        yield from (fact for found, fact in own[first : first + _MOST] if found <= value + off)

    def _same(self, a: int, fact: Fact, n: int, other: Fact) -> bool:
        likeness = self.judge(a, fact, n, other)
        # The 310th kilometre is kilometre 310; the third of something is not three.
        firm = not likeness.weak or _size(fact) >= LARGE
        return likeness.agrees and likeness.covers and firm


def numbers(comparison: Comparison, judge: Judge) -> Numbers:
    """Return the numbers of an article, ready to be looked for."""
    return Numbers(
        [
            sorted(
                ((_value(fact), fact) for fact in facts if isinstance(fact.value, Quantity)),
                key=itemgetter(0),
            )
            for facts in comparison.facts
        ],
        judge,
    )


def weighty(claim: Claim, smallest: int = SMALLEST) -> bool:
    """Return whether a claim is a number that hardly stands twice in an article by chance.

    Bare counts are from `smallest` on.
    """
    said = [facts[0].value for facts in claim.facts if facts]
    return all(
        isinstance(value, Quantity)
        and (value.form is not Form.ORDINAL or size(value.low) >= LARGE)
        and not value.vague
        and (size(value.low) >= smallest or value.low.denominator > 1 or _measured(value))
        for value in said
    )


def _measured(value: Quantity) -> bool:
    return bool(value.units) and unit(value.unit).dimension not in {"time", "times"}


def _value(fact: Fact) -> Exact:
    value = fact.value
    if not isinstance(value, Quantity):
        return 0
    return unit(value.unit).base(value.low) if value.units else value.low


def _size(fact: Fact) -> Exact:
    return size(fact.value.low) if isinstance(fact.value, Quantity) else 0
