"""What contradicts itself in one edition alone, or in all editions that are compared.

Where editions are compared, what one of them has wrong differs from the others and is found by
that. A contradiction in which all agree no comparison finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from transcheck.comparing.consensus import Claim
from transcheck.facts.numbers.records import Quantity, number
from transcheck.model import Comparison, Edition, Fact


class _Found(Protocol):
    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts that contradict each other."""


F = TypeVar("F", bound=_Found)


def alike(
    comparison: Comparison, find: Callable[[Edition, Sequence[Fact]], Iterable[F]]
) -> Iterator[tuple[F, ...]]:
    """Yield what is found in every edition with the same values, one for each edition."""
    editions = comparison.article.editions
    own = [list(find(e, facts)) for e, facts in zip(editions, comparison.facts, strict=True)]
    for first in own[0] if own else ():
        same = [[f for f in others if _values(f) == _values(first)] for others in own[1:]]
        if all(same):
            yield (first, *(others[0] for others in same))


def claim(facts: Iterable[Sequence[Fact]]) -> Claim:
    """Return facts of each edition, in the editions' order, as what all of them claim."""
    return Claim(tuple(tuple(own) for own in facts))


def _values(found: _Found) -> tuple[str, ...]:
    return tuple(_value(fact) for fact in found.facts)


def _value(fact: Fact) -> str:
    value = fact.value
    return number(value.low) if isinstance(value, Quantity) else str(value)
