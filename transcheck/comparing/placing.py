"""Placing partial dates on the calendar, as far as they and the day of publication allow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from transcheck.facts.dates.values import Offset, PartialDate
from transcheck.facts.exact import Exact, size
from transcheck.limits import (
    PLACING_FAR_YEARS,
    PLACING_NEAR_DATE,
    PLACING_NEAR_WEEKDAY,
    PLACING_VAGUE_REACH,
)

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
    return _span(exact)[0] < 0 and unit <= days <= PLACING_VAGUE_REACH * unit


_DAY = dt.timedelta(days=1)
_EXACT = frozenset({"s", "min", "h", "d"})
_MONTHS = {
    "spring": {3, 4, 5, 6},
    "summer": {6, 7, 8, 9},
    "autumn": {9, 10, 11, 12},
    "winter": {12, 1, 2, 3},
}
"""Of the seasons by the calendar and by the sun together; editions mix both."""

Span = tuple[dt.date, dt.date]


def years(date: PartialDate) -> tuple[int, int] | None:
    """Return the first and last year a date allows, or None where it says nothing of years."""
    if date.year is not None:
        return date.year, date.last_year or date.year
    if date.decade is not None:
        return date.decade, date.decade + 9
    if date.century is not None:
        if date.century < 0:
            return date.century * 100, (date.century + 1) * 100
        # To those who count, the 20th century is 1901 to 2000; to others 1900 to 1999.
        return (date.century - 1) * 100, date.century * 100
    return None


def months(date: PartialDate) -> set[int] | None:
    """Return the months a date allows, or None where it says nothing of months."""
    if date.month is not None:
        return {date.month}
    if date.season is not None:
        return _MONTHS[date.season]
    if date.quarter is not None:
        return set(range(3 * date.quarter - 2, 3 * date.quarter + 1))
    if date.half is not None:
        return set(range(6 * date.half - 5, 6 * date.half + 1))
    return None


def weekdays(date: PartialDate) -> set[int]:
    """Return the days of the week a date allows, 1 to 7; the night before may be named by both."""
    if date.weekday is None:
        weekend = date.relative is not None and date.relative.unit == "e"
        return {5, 6, 7} if weekend else set(range(1, 8))
    before = (date.weekday + 5) % 7 + 1
    return {date.weekday, before} if date.part == "eve" else {date.weekday}


def share_a_day(a: PartialDate, b: PartialDate, published: dt.date, other: dt.date) -> bool | None:
    """Return whether some day fits both dates.

    Args:
        a: a date of an edition published on `published`.
        b: a date of an edition published on `other`.
        published: see `a`.
        other: see `b`.

    Returns:
        None where one of them cannot be placed: its year, or what it is relative to, is open.
    """
    first, second = window(a, published), window(b, other)
    if first is None or second is None:
        return None
    low, high = max(first[0], second[0]), min(first[1], second[1])
    return any(fits(a, day) and fits(b, day) for day in _days(low, high))


def window(date: PartialDate, published: dt.date) -> Span | None:
    """Return the days between which a date lies, seen from the day of publication."""
    said = _said(date, published)
    relative = _relative(date, date.relative, published) if date.relative else None
    if relative is None:
        return said
    if years(date) is None or said is None:
        return relative
    return max(said[0], relative[0]), min(said[1], relative[1])


def fits(date: PartialDate, day: dt.date) -> bool:
    """Return whether a day agrees with all a date says outright."""
    allowed = months(date)
    span = years(date)
    return (
        (span is None or span[0] <= day.year <= span[1])
        and (allowed is None or day.month in allowed)
        and date.day in {None, day.day}
        and day.isoweekday() in weekdays(date)
    )


def _days(low: dt.date, high: dt.date) -> Iterator[dt.date]:
    while low <= high:
        yield low
        low += _DAY


def _said(date: PartialDate, published: dt.date) -> Span | None:
    """Return the days that the parts of a date other than a relative one leave."""
    span = years(date)
    if span is not None:
        if not 1 <= span[0] <= span[1] <= dt.MAXYEAR or span[1] - span[0] > PLACING_FAR_YEARS:
            return None
        return dt.date(span[0], 1, 1), dt.date(span[1], 12, 31)
    near = PLACING_NEAR_WEEKDAY if months(date) is None and date.day is None else PLACING_NEAR_DATE
    if date.relative is not None and date.weekday is None and near == PLACING_NEAR_WEEKDAY:
        return None
    return _around(published, near, near)


def _relative(date: PartialDate, offset: Offset, published: dt.date) -> Span | None:
    if offset.anchor == "then" or offset.amount is None:
        return None
    if offset.unit == "o":
        return _occurrence(date, int(offset.amount), published)
    if offset.unit in _EXACT:
        return _ago(offset, published)
    named = _calendar(offset.unit, int(offset.amount), published)
    if offset.anchor != "now":
        return named
    # "A year ago" is loose: the year before, or twelve months back.
    counted = _ago(offset, published)
    if named is None or counted is None or abs(offset.amount) != 1:
        return counted
    return min(named[0], counted[0]), max(named[1], counted[1])


def _occurrence(date: PartialDate, amount: int, published: dt.date) -> Span:
    """Return where "last", "this" and "next" look for a weekday, a month, a season."""
    reach = PLACING_NEAR_WEEKDAY if date.weekday is not None else 2 * PLACING_NEAR_DATE
    if amount < 0:
        return _around(published, reach, 0)
    if amount > 0:
        return _around(published, 0, reach)
    return _around(published, reach // 2, reach // 2)


def _ago(offset: Offset, published: dt.date) -> Span | None:
    """Return the days of "three weeks ago": nobody counts to the day, except days."""
    unit = DAYS[offset.unit]
    amounts = sorted((offset.amount or 0, offset.upper or offset.amount or 0))
    slack = unit * 2 / 3 if unit > 1 else 0
    low, high = floor(amounts[0] * unit - slack), ceil(amounts[1] * unit + slack)
    if max(abs(low), abs(high)) > PLACING_FAR_YEARS * 365:
        return None
    return published + low * _DAY, published + high * _DAY


def _calendar(unit: str, amount: int, published: dt.date) -> Span | None:
    """Return the days of "last week", "next month", «торік»."""
    match unit:
        case "w":
            # Weeks start on Sunday in America.
            monday = published + (7 * amount - published.weekday()) * _DAY
            return monday - _DAY, monday + 6 * _DAY
        case "e":
            # On a Tuesday "this weekend" is the coming one, or the one just past.
            saturday = published + (5 - published.weekday() + 7 * amount) * _DAY
            return saturday - 8 * _DAY if amount <= 0 else saturday - _DAY, saturday + 2 * _DAY
        case "m" | "q":
            length = 1 if unit == "m" else 3
            first = (published.month - 1) // length * length + amount * length
            return _months_from(published.year * 12 + first, length)
        case "y":
            year = published.year + amount
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
    return None


def _months_from(index: int, count: int) -> Span:
    first = dt.date(index // 12, index % 12 + 1, 1)
    behind = index + count
    return first, dt.date(behind // 12, behind % 12 + 1, 1) - _DAY


def _around(day: dt.date, before: int, after: int) -> Span:
    return day - before * _DAY, day + after * _DAY
