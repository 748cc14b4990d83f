"""The numbers of each bead, put to the vote over all editions."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.comparing.consensus import Divergence, Likeness
from transcheck.comparing.numbers import Verdict, agree
from transcheck.comparing.voting import Vote, facts_of, votes
from transcheck.facts.quantities import Quantity
from transcheck.model import Comparison, Fact

SMALLEST_MISSED = 3
"""Smaller counts without a unit are too often said without a number: one, both, a pair."""


def number_votes(comparison: Comparison) -> Iterator[Vote]:
    """Yield the vote on numbers for every bead."""
    return votes(comparison, "number", _judge)


def exact(divergence: Divergence) -> bool:
    """Return whether all numbers concerned are whole, plain and firmly said."""
    values = [quantity(fact) for fact in facts_of(divergence)]
    return not any(v.vague or v.loose or len(v.readings) > 1 for v in values)


def missed(vote: Vote, divergence: Divergence) -> bool:
    """Return whether an edition can be blamed for leaving a number out."""
    values = [quantity(fact) for fact in facts_of(divergence)]
    small = all(abs(v.low) < SMALLEST_MISSED and not v.unit for v in values)
    loose = any(v.vague or v.loose for v in values)
    return vote.sure and not vote.headline and not loose and not small


def quantity(fact: Fact) -> Quantity:
    """Return the value of a fact of the kind ``number``.

    Raises:
        TypeError: the fact is of another kind.
    """
    if not isinstance(fact.value, Quantity):
        raise TypeError(f"not a number: {fact}")
    return fact.value


def _judge(_a: int, left: Fact, _b: int, right: Fact) -> Likeness:
    agreement = agree(quantity(left), quantity(right))
    verdict = agreement.verdict
    if verdict in (Verdict.SAME, Verdict.COMPATIBLE, Verdict.BOUND):
        return Likeness(agrees=True, rank=verdict.rank - agreement.closeness)
    same_unit = quantity(left).unit == quantity(right).unit
    apart = (0 if verdict is Verdict.UNIT else 1) + (0 if same_unit else 2)
    return Likeness(agrees=False, rank=apart - agreement.closeness, rival=True)
