"""What votes say of numbers: which divergences are about them, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from transcheck.comparing.consensus import Divergence
from transcheck.comparing.numbers import Verdict, Why, agree
from transcheck.comparing.voting import Vote, votes
from transcheck.facts.exact import size
from transcheck.facts.numbers.records import Quantity
from transcheck.facts.numbers.units import is_money
from transcheck.limits import NUMBERS_VOTING_SMALLEST_MISSED
from transcheck.model import Comparison, Fact

KIND = "number"


def about_numbers(comparison: Comparison) -> Iterator[tuple[Vote, Divergence]]:
    """Yield the divergences in which every fact is a number, with the vote they are of."""
    for vote in comparison.once(votes):
        for divergence in vote.divergences:
            if all(fact.kind == KIND for fact in divergence.facts):
                yield vote, divergence


def differ_in_unit(divergence: Divergence) -> bool:
    """Return whether claims give the same number of different things: per cent and points."""
    first, *others = (quantity(_first(claim.facts)) for claim in divergence.claims)
    return any(agree(first, other).verdict is Verdict.UNIT for other in others)


def exact(divergence: Divergence) -> bool:
    """Return whether all numbers are plain, firmly said, and no two measures all but equal."""
    values = [quantity(fact) for fact in divergence.facts]
    loose = any(v.vague or v.loose or len(v.readings) > 1 for v in values)
    if _in_other_money(values):
        # An edition may give the sum in the money of its readers.
        return False
    return not loose and not all_but_equal(divergence)


def _in_other_money(values: list[Quantity]) -> bool:
    """Return whether two sums are in currencies that have nothing in common."""
    sums = [frozenset(v.units) for v in values if v.units and is_money(v.units)]
    return any(not one & two for one, two in combinations(sums, 2))


def all_but_equal(divergence: Divergence) -> bool:
    """Return whether measures are so close that both may be converted from a third value."""
    values = [quantity(fact) for fact in divergence.facts]
    return any(agree(a, b).why is Why.MEASURED for a, b in combinations(values, 2))


def apart(divergence: Divergence) -> float:
    """Return by which share of the larger one the numbers differ most, 0 to 1.

    A vague size cannot be measured: it is as far off as can be.
    """
    values = [quantity(fact) for fact in divergence.facts]
    if any(value.vague for value in values):
        return 1.0
    return 1 - min(agree(a, b).closeness for a, b in combinations(values, 2))


def missed(vote: Vote, divergence: Divergence) -> bool:
    """Return whether an edition can be blamed for leaving a number out."""
    values = [quantity(fact) for fact in divergence.facts]
    small = all(size(v.low) < NUMBERS_VOTING_SMALLEST_MISSED and not v.unit for v in values)
    loose = any(v.vague or v.loose for v in values)
    claim = divergence.claims[0]
    if len(claim.editions) == 1 and claim.echoed and divergence.absent:
        # Of three one has a number, and one a word that may be it: nobody else has to.
        return False
    return vote.sure and not vote.headline and not loose and not small


def quantity(fact: Fact) -> Quantity:
    """Return the value of a fact of the kind ``number``.

    Raises:
        TypeError: the fact is of another kind.
    """
    if not isinstance(fact.value, Quantity):
        raise TypeError(f"not a number: {fact}")
    return fact.value


def _first(facts: tuple[tuple[Fact, ...], ...]) -> Fact:
    return next(own[0] for own in facts if own)
