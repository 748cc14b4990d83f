"""Whether two quantities say the same, taken from two editions of one passage.

The rules, most lenient first; the sources are the customs of translators and editors:

- a vague size agrees with every number of its size, never with another size;
- values in units of one dimension agree within 3 % (editions convert miles to kilometres),
  within 10 % where a hedge announces it, or within their own last digit;
- a value rounded agrees with the full one within its own last digit, at most 5 % away;
  numbers with the same last digit must be equal;
- an end of a range agrees with a number inside the range;
- "one in four" agrees with «кожен четвертий» and 25 %;
- where the values agree to the digit, the words that bound them must mean the same.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from transcheck.comparing.measuring import (
    Relation,
    ambiguous,
    bounds_agree,
    close_measures,
    far_off,
    in_common_unit,
    near,
    relation,
    rounds_to,
)
from transcheck.facts.exact import size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.facts.numbers.units import is_money, minor_units, unit
from transcheck.limits import COMPARING_NUMBERS_COUNTED


class Verdict(StrEnum):
    """How two quantities relate, from agreement to contradiction."""

    SAME = "same"
    COMPATIBLE = "compatible"
    BOUND = "bound"
    """The same number, but one edition bounds or hedges it and the other does not."""
    UNIT = "unit"
    """The same number of something else: per cent and percentage points, dollars and euros."""
    DIFFERENT = "different"

    @property
    def rank(self) -> int:
        """Return 0 for the same to 4 for different."""
        return _RANKS[self]

    __hash__ = str.__hash__  # That of Enum is Python code.


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}


class Why(StrEnum):
    """Why quantities that are not written alike are compatible."""

    EQUAL = "equal"
    ROUNDED = "rounded"
    CONVERTED = "converted"
    MEASURED = "measured"
    """Measures in one unit, so close that both may be converted from a third value."""
    VAGUE = "vague"
    RANGE = "range"
    SHARE = "share"
    NONE = "none"
    """They are not."""


class Agreement(NamedTuple):
    """The verdict on a pair of quantities."""

    verdict: Verdict
    why: Why
    closeness: float
    """The smaller value divided by the larger, 0 to 1, in a common unit: what pairs the
    facts of two editions where several differ."""

    @property
    def agrees(self) -> bool:
        """Return whether nothing is to be reported."""
        return self.verdict in {Verdict.SAME, Verdict.COMPATIBLE}


@lru_cache(maxsize=4096)  # A pair is asked about several times, and small numbers come again.
def agree(left: Quantity, right: Quantity) -> Agreement:
    """Return how two quantities relate; the order of the two does not matter."""
    related = relation(left, right)
    left, right = _unsigned(left, right)
    why = _why(left, right, related)
    if why is Why.NONE and related is Relation.ALIKE and ambiguous(left, right):
        # 80 degrees may be °F and 27 градусів °C, although both words can mean either.
        related, why = Relation.CONVERTIBLE, _converted(left, right)
    closeness = _closeness(left, right, related)
    if why is Why.NONE:
        return Agreement(Verdict.DIFFERENT, why, closeness)
    if related is Relation.APART and why is not Why.SHARE:
        return Agreement(Verdict.UNIT, why, closeness)
    if why is not Why.EQUAL:
        return Agreement(Verdict.COMPATIBLE, why, closeness)
    if not bounds_agree(left, right):
        return Agreement(Verdict.BOUND, why, closeness)
    return Agreement(Verdict.SAME, why, closeness)


def _why(left: Quantity, right: Quantity, related: Relation) -> Why:
    """Return why the values agree, units of different dimensions left aside."""
    if left.vague or right.vague:
        return Why.VAGUE if _sizes_agree(left, right, related) else Why.NONE
    if _is_share(left, right) or _is_share(right, left):
        return Why.SHARE
    if related is Relation.CONVERTIBLE:
        return _converted(left, right)
    if any(reading in right.readings for reading in left.readings):
        return Why.EQUAL
    if _in_decade(left, right) or _in_decade(right, left):
        return Why.RANGE
    if _grown(left, right) or _grown(right, left):
        return Why.SHARE
    if related is Relation.APART:
        return Why.NONE
    pairs = [p for p in product(left.readings, right.readings) if not far_off(*p)]
    if any(rounds_to(left, right, a, b) for a, b in pairs):
        return Why.ROUNDED
    if not far_off(left.low, right.low) and close_measures(left, right):
        return Why.MEASURED
    return Why.RANGE if _inside(left, right) or _inside(right, left) else Why.NONE


def _converted(left: Quantity, right: Quantity) -> Why:
    here, there = in_common_unit(left, right)
    if here.low == there.low:
        # A year and twelve months are equal; what bounds them may still differ.
        return Why.EQUAL
    if near(here, there):
        return Why.CONVERTED
    return Why.RANGE if _inside(here, there) or _inside(there, here) else Why.NONE


def _sizes_agree(left: Quantity, right: Quantity, related: Relation) -> bool:
    """Return whether a vague size covers the other quantity: dozens and 40, not hundreds."""
    if related is Relation.APART:
        return False
    if related is Relation.CONVERTIBLE:
        left, right = in_common_unit(left, right)
    if left.vague and right.vague:
        return max(left.low, right.low) < min(left.high, right.high)
    size, number = (left, right) if left.vague else (right, left)
    above = _ABOVE if size.high > COMPARING_NUMBERS_COUNTED else 1
    lowest, highest = size.low * _BELOW, size.high * above
    return any(lowest <= reading <= highest for reading in number.readings)


_BELOW, _ABOVE = Fraction(9, 10), Fraction(3, 2)
"""How far a number may lie outside a size: 950 and 1,400 may still be called thousands and
hundreds."""


def _is_share(part: Quantity, whole: Quantity) -> bool:
    """Return whether `part` is of `whole` many: a third and the third, half and twice."""
    if part.unit != "fraction" or part.low >= 1:
        return False
    if part.low.numerator != 1:
        # "Two of the three" are two thirds.
        return not whole.units and whole.low in {part.low.numerator, part.low.denominator}
    return whole.unit in {"", "times"} and whole.low == part.low.denominator


def _grown(times: Quantity, share: Quantity) -> bool:
    """Return whether a growth or fall by a share is one by so many times: 1.7 times and 70 %."""
    if times.unit != "times" or share.unit not in {"%", "fraction"} or times.low <= 1:
        return False
    part = unit(share.unit).base(share.low)
    off = max(unit(share.unit).base(share.precision), times.precision) / 2
    return any(size(part - p) <= off for p in (times.low - 1, 1 - 1 / Fraction(times.low)))


def _unsigned(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Return two sums without the sign that one has: «минус 7 коп.» and «на 7 коп. меньше»."""
    money = all(_is_sum(quantity) for quantity in (left, right))
    if (left.low < 0) == (right.low < 0) or not money:
        return left, right
    return _positive(left), _positive(right)


def _is_sum(quantity: Quantity) -> bool:
    units = quantity.units
    return bool(units) and (is_money(units) or units[0] in minor_units())


def _positive(quantity: Quantity) -> Quantity:
    if quantity.low >= 0:
        return quantity
    readings = tuple(-reading for reading in quantity.readings)
    return quantity._replace(low=-quantity.low, high=-quantity.high, readings=readings)


def _inside(number: Quantity, end: Quantity) -> bool:
    """Return whether a number that ends no range lies in the range that `end` belongs to."""
    if end.ends is None or number.ends is not None:
        return False
    return end.ends[0] <= number.low <= end.ends[1]


def _in_decade(number: Quantity, decade: Quantity) -> bool:
    """Return whether a number is in the ten that "in his 40s" means."""
    return decade.form is Form.DECADE and decade.low <= number.low < decade.low + 10


def _closeness(left: Quantity, right: Quantity, related: Relation) -> float:
    if related is Relation.CONVERTIBLE:
        left, right = in_common_unit(left, right)
    small, large = size(left.low), size(right.low)
    if small > large:
        small, large = large, small
    if large == 0:
        return 1.0
    return float(small / large) if (left.low < 0) == (right.low < 0) or small == 0 else 0.0
