"""Rounding: how far apart two values may be and still be the same number."""

from __future__ import annotations

from fractions import Fraction

from transcheck.facts.exact import Exact, size
from transcheck.facts.numbers.records import Bound, Form, Quantity
from transcheck.facts.numbers.units import unit

_ROUNDED = 20
"""A rounded value is at most this part of it off, 5 %: 1.5 million is not 2 million."""
_HEDGED = 10
"""The same where one edition announces that it is no exact number."""
_CONVERTED = 3, 100
"""3 %: editions convert with factors of two or three digits: 1.6 for a mile."""
_LOOSELY = 5
"""The same for loose ones, 20 %: a dozen and «десяток» are used for each other."""
_MEASURED = 50
"""The same for measures, 2 %: they are often converted from a third unit, each edition rounding
as it likes: 249 kg and 250 kg for 550 pounds."""
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
        return gap * _LOOSELY <= larger
    return _rounded(left, right, here, there, gap, larger) or _rounded(
        right, left, there, here, gap, larger
    )


def far_off(here: Exact, there: Exact) -> bool:
    """Return whether two values are so far apart that neither can be the other one rounded."""
    return size(here - there) * _LOOSELY > max(size(here), size(there))


def close_measures(left: Quantity, right: Quantity) -> bool:
    """Return whether two measures in one unit may both be converted from a third value."""
    if not _measured(left) or not _measured(right):
        return False
    fine, coarse = sorted((significant(left.low), significant(right.low)))
    gap, larger = size(left.low - right.low), max(size(left.low), size(right.low))
    return fine < coarse and gap * 2 <= coarse and gap * _MEASURED <= larger


def near(left: Quantity, right: Quantity) -> bool:
    """Return whether two values in a common unit are one converted into the other."""
    gap, larger = size(left.low - right.low), max(size(left.low), size(right.low))
    if left.bound in _APPROXIMATE or right.bound in _APPROXIMATE:
        close = gap * _HEDGED <= larger
    else:
        close = gap * _CONVERTED[1] <= larger * _CONVERTED[0]
    digit = max(left.precision, right.precision)
    return close or (gap * 2 <= digit and gap * _ROUNDED <= larger)


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
    part = _HEDGED if hedged else _ROUNDED
    if step > fine.precision and gap * 2 <= step and gap * part <= larger:
        return True
    above = coarse.bound in _FLOORS and exact > rough
    below = coarse.bound in _CEILINGS and exact < rough
    if fine.bound is None:
        # "Over 1,200" is 1,247 cut off, although all its digits are written.
        step = max(step, significant(rough))
    return (above or below) and fine.precision < step > gap and gap * _HEDGED <= larger


def significant(value: Exact) -> Exact:
    """Return the unit of the last digit that is no trailing zero: 100 for 1,200."""
    if value.denominator != 1 or value == 0:
        return _TENTH
    step, rest = 1, abs(value.numerator)
    while rest % 10 == 0:
        step, rest = step * 10, rest // 10
    return step
