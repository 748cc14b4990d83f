"""Sums in two currencies: the rate that an edition itself uses when it gives both.

"6.4 million hryvnias (around $148,800)" says what a dollar costs in the story; a headline
with the dollars alone then says the same as one with the hryvnias.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from transcheck.comparing.numbers_rounding import near, rounds_to
from transcheck.facts.exact import Exact, ratio
from transcheck.facts.numbers.records import Quantity
from transcheck.facts.numbers.units import is_money
from transcheck.model import Comparison

_NEAR = 60
"""Characters within which two sums stand beside each other."""

Rates = Mapping[tuple[str, str], Exact]
"""What one of the first currency is in the second."""


def rates(comparison: Comparison) -> Rates:
    """Return the rates that the editions of an article use, by both ways round."""
    found: dict[tuple[str, str], Exact] = {}
    for facts in comparison.facts:
        sums = [fact for fact in facts if isinstance(fact.value, Quantity)]
        for left, right in pairwise(sums):
            close = left.segment == right.segment and right.start - left.end <= _NEAR
            a, b = left.value, right.value
            if close and isinstance(a, Quantity) and isinstance(b, Quantity) and b.loose:
                for one, two in ((a, b), (b, a)):
                    for pair in _currencies(one, two):
                        found.setdefault(pair, ratio(two.low, one.low))
    return found


def same_sum(left: Quantity, right: Quantity, known: Rates) -> bool:
    """Return whether two sums in different currencies are the same at a known rate."""
    for pair in _currencies(left, right):
        rate = known.get(pair)
        if rate is not None:
            there = left._replace(
                low=left.low * rate, high=left.high * rate, precision=left.precision * rate
            )
            if near(there, right) or rounds_to(there, right, there.low, right.low):
                return True
    return False


def _currencies(left: Quantity, right: Quantity) -> Iterator[tuple[str, str]]:
    if left.units and right.units and is_money(left.units) and is_money(right.units):
        for one in left.units:
            for two in right.units:
                if one != two and left.low and right.low:
                    yield one, two
