"""How near two values are: in one unit, rounded, bounded, or in two currencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product

from transcheck.facts.exact import Exact, ratio, size
from transcheck.facts.numbers.records import Bound, Form, Quantity
from transcheck.facts.numbers.units import Unit, is_money, minor_units, unit
from transcheck.limits import (
    MEASURING_CONVERTED,
    MEASURING_HEDGED,
    MEASURING_LOOSELY,
    MEASURING_MEASURED,
    MEASURING_NEAR,
    MEASURING_ROUNDED,
)
from transcheck.model import Comparison

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


_TENTH = Fraction(1, 10)
_MEASURES = frozenset({"length", "area", "volume", "mass", "speed", "temperature"})
_APPROXIMATE = frozenset({Bound.ABOUT, Bound.NEARLY})
_FLOORS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_CEILINGS = frozenset({Bound.NEARLY, Bound.LESS_THAN, Bound.UP_TO})


def rounds_to(left: Quantity, right: Quantity, here: Exact, there: Exact) -> bool:
    """Return whether one of two readings in the same unit is the other one rounded."""
    if left.form is Form.ORDINAL or right.form is Form.ORDINAL:
        return False
    gap, larger = size(here - there), max(size(here), size(there))
    if left.form is Form.GROUP or right.form is Form.GROUP:
        return gap * MEASURING_LOOSELY <= larger
    return _rounded(left, right, here, there, gap, larger) or _rounded(
        right, left, there, here, gap, larger
    )


def far_off(here: Exact, there: Exact) -> bool:
    """Return whether two values are so far apart that neither can be the other one rounded."""
    return size(here - there) * MEASURING_LOOSELY > max(size(here), size(there))


def close_measures(left: Quantity, right: Quantity) -> bool:
    """Return whether two measures in one unit may both be converted from a third value."""
    if not _measured(left) or not _measured(right):
        return False
    fine, coarse = sorted((significant(left.low), significant(right.low)))
    gap, larger = size(left.low - right.low), max(size(left.low), size(right.low))
    return fine < coarse and gap * 2 <= coarse and gap * MEASURING_MEASURED <= larger


def near(left: Quantity, right: Quantity) -> bool:
    """Return whether two values in a common unit are one converted into the other."""
    gap, larger = size(left.low - right.low), max(size(left.low), size(right.low))
    if left.bound in _APPROXIMATE or right.bound in _APPROXIMATE:
        close = gap * MEASURING_HEDGED <= larger
    else:
        close = gap * MEASURING_CONVERTED[1] <= larger * MEASURING_CONVERTED[0]
    digit = max(left.precision, right.precision)
    return close or (gap * 2 <= digit and gap * MEASURING_ROUNDED <= larger)


def _measured(quantity: Quantity) -> bool:
    return bool(quantity.units) and unit(quantity.unit).dimension in _MEASURES


def _rounded(
    coarse: Quantity,
    fine: Quantity,
    rough: Exact,
    exact: Exact,
    gap: Exact,
    larger: Exact,
) -> bool:
    """Return whether `rough` is `exact` rounded, or cut off and said to be a bound."""
    hedged = coarse.bound in _APPROXIMATE and fine.bound is not coarse.bound
    step = significant(rough) if hedged else coarse.precision
    part = MEASURING_HEDGED if hedged else MEASURING_ROUNDED
    if step > fine.precision and gap * 2 <= step and gap * part <= larger:
        return True
    above = coarse.bound in _FLOORS and exact > rough
    below = coarse.bound in _CEILINGS and exact < rough
    if fine.bound is None:
        # "Over 1,200" is 1,247 cut off, although all its digits are written.
        step = max(step, significant(rough))
    return (above or below) and fine.precision < step > gap and gap * MEASURING_HEDGED <= larger


def significant(value: Exact) -> Exact:
    """Return the unit of the last digit that is no trailing zero: 100 for 1,200."""
    if value.denominator != 1 or value == 0:
        return _TENTH
    step, rest = 1, abs(value.numerator)
    while rest % 10 == 0:
        step, rest = step * 10, rest // 10
    return step


_ALIKE = (
    frozenset({Bound.ABOUT, Bound.NEARLY}),
    frozenset({Bound.NEARLY, Bound.LESS_THAN}),
    frozenset({Bound.LESS_THAN, Bound.UP_TO}),
    frozenset({Bound.MORE_THAN, Bound.AT_LEAST}),
)
"""Bounds that translators use for each other: "close to" and «близько», "over" and «от»."""


def bounds_agree(left: Quantity, right: Quantity) -> bool:
    """Return whether the words around two equal numbers bound them in the same way.

    A doubtful bound («до», "over", «всего») agrees with none and with its own kind.
    """
    decades = (left.form is Form.DECADE) + (right.form is Form.DECADE)
    if decades == 1 and left.form is not Form.ORDINAL and right.form is not Form.ORDINAL:
        # "in his 40s" is not "aged 40"; an ordinal, «40-х», may be the plural as well.
        return left.bound is not None or right.bound is not None
    if left.bound is right.bound or left.low == 0:
        # "almost zero" is as good as "zero".
        return True
    if left.bound is None or right.bound is None:
        bounded = left if left.bound else right
        # "Some 30 to 40" is no less exact than "30 to 40".
        redundant = bounded.ends is not None and bounded.bound is Bound.ABOUT
        return redundant or not bounded.bound_sure
    return any(left.bound in kind and right.bound in kind for kind in _ALIKE)


Rates = Mapping[tuple[str, str], Exact]
"""What one of the first currency is in the second."""


def rates(comparison: Comparison) -> Rates:
    """Return the rates that the editions of an article use, by both ways round."""
    found: dict[tuple[str, str], Exact] = {}
    for facts in comparison.facts:
        sums = [fact for fact in facts if isinstance(fact.value, Quantity)]
        for left, right in pairwise(sums):
            close = left.segment == right.segment and right.start - left.end <= MEASURING_NEAR
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
