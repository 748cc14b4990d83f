"""How the units of two quantities relate, and both in one unit."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import product

from transcheck.facts.exact import size
from transcheck.facts.numbers.records import Quantity
from transcheck.facts.numbers.units import Unit, minor_units, unit

_HUNDREDTH = Fraction(1, 100)


class Relation(StrEnum):
    """What two quantities count."""

    ALIKE = "alike"
    """The same, or one of them does not say: "Saipov, 30" and «30-річний»."""
    CONVERTIBLE = "convertible"
    """Another unit of the same dimension: miles and kilometres."""
    APART = "apart"


def relation(left: Quantity, right: Quantity) -> Relation:
    """Return how the units of two quantities relate."""
    if not left.units or not right.units or left.units == right.units:
        return Relation.ALIKE
    if not set(left.units).isdisjoint(right.units):
        return Relation.ALIKE
    units = _convertible(left, right)
    if units is not None:
        # An age is in years: nothing is converted, and nothing rounded.
        same = (units[0].factor, units[0].offset) == (units[1].factor, units[1].offset)
        return Relation.ALIKE if same else Relation.CONVERTIBLE
    return Relation.APART


def ambiguous(left: Quantity, right: Quantity) -> bool:
    """Return whether a unit has several meanings, so that another pair of them may agree."""
    return bool(left.units and right.units) and len(left.units) + len(right.units) > 2


def in_common_unit(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Return two convertible quantities in the first unit of their dimension.

    Where a word has several meanings (pounds, degrees), the pair of meanings is taken that
    brings the two values closest to each other.
    """
    units = _convertible(left, right)
    if units is None:
        return left, right
    return _in_base(left, units[0]), _in_base(right, units[1])


def _convertible(left: Quantity, right: Quantity) -> tuple[Unit, Unit] | None:
    pairs = _pairs(left.units, right.units)
    if len(pairs) < 2:
        return pairs[0] if pairs else None
    return min(pairs, key=lambda pair: size(pair[0].base(left.low) - pair[1].base(right.low)))


@lru_cache(maxsize=1024)
def _pairs(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[Unit, Unit], ...]:
    """Return the meanings of two units that are of one dimension."""
    both = product(_meanings(left), _meanings(right))
    return tuple((a, b) for a, b in both if a.dimension == b.dimension)


def _meanings(units: tuple[str, ...]) -> tuple[Unit, ...]:
    """Return the units that words may mean; a coin is a hundredth of several currencies."""
    coins = minor_units()
    return tuple(
        meaning
        for code in units
        for meaning in (
            unit(code),
            *(Unit(code, money, _HUNDREDTH, 0) for money in coins.get(code, ())),
        )
    )


def _in_base(quantity: Quantity, meaning: Unit) -> Quantity:
    return quantity._replace(
        low=meaning.base(quantity.low),
        high=meaning.base(quantity.high),
        readings=tuple(map(meaning.base, quantity.readings)),
        precision=quantity.precision * meaning.factor,
        ends=quantity.ends and (meaning.base(quantity.ends[0]), meaning.base(quantity.ends[1])),
    )
