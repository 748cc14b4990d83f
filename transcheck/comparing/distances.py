"""Comparing distances in time: "two months ago", «60 днів тому», last year, decades ago."""

from __future__ import annotations

from fractions import Fraction

from transcheck.facts.dates.values import Offset
from transcheck.facts.exact import Exact, size

DAYS: dict[str, Exact] = {
    "s": Fraction(1, 86_400),
    "min": Fraction(1, 1440),
    "h": Fraction(1, 24),
    "d": 1,
    "w": 7,
    "e": 7,
    "f": 14,
    "m": Fraction(365, 12),
    "q": Fraction(365, 4),
    "y": 365,
    "S": 365,
    "D": 3650,
    "C": 36_500,
}
"""Days in a unit; months and years as long as their mean."""
_CALENDAR = frozenset({"m", "q", "y", "S", "D", "C"})
_SPANS_APART = frozenset({"w", "m", "q", "y"})
"""Units of which "this week" and "this month" do not mean the same."""
_LOOSE = Fraction(1, 10)
"""How far two distances in different units may lie apart: 8 weeks are two months."""
_VAGUE_REACH = 100
"""Of so many units one still says "years ago"."""


def same_distance(a: Offset, b: Offset) -> bool:
    """Return whether two distances can be the same stretch of time, in the same direction."""
    if "o" in (a.unit, b.unit):
        # "last Friday" may be in this week or the last; only past and future exclude each other.
        low, high = sorted((a.amount or 0, b.amount or 0))
        return not low < 0 < high if a.unit != b.unit else high - low < 1
    if a.amount is None or b.amount is None:
        return _vague(a, b)
    if not a.amount and not b.amount:
        return a.unit == b.unit or not {a.unit, b.unit} <= _SPANS_APART
    if a.unit == b.unit and a.upper is None and b.upper is None:
        return a.amount == b.amount
    if (a.unit in _CALENDAR) != (b.unit in _CALENDAR):
        # A day is no part of a calendar month: "last month" is not "30 days ago" to the day.
        return _overlap(a, b, _LOOSE)
    return _overlap(a, b, 0)


def _overlap(a: Offset, b: Offset, slack: Exact) -> bool:
    (a_low, a_high), (b_low, b_high) = _span(a), _span(b)
    room = slack * max(size(a_low), size(a_high), size(b_low), size(b_high))
    return a_low - room <= b_high and b_low - room <= a_high


def _span(offset: Offset) -> tuple[Exact, Exact]:
    """Return the smallest and the largest number of days meant."""
    amount = offset.amount or 0
    upper = amount if offset.upper is None else offset.upper
    ends = sorted((amount * DAYS[offset.unit], upper * DAYS[offset.unit]))
    return ends[0], ends[1]


def _vague(a: Offset, b: Offset) -> bool:
    if a.amount is None and b.amount is None:
        return a.unit == b.unit
    loose, exact = (a, b) if a.amount is None else (b, a)
    days = size(_span(exact)[0])
    unit = DAYS[loose.unit]
    return _span(exact)[0] < 0 and unit <= days <= _VAGUE_REACH * unit
