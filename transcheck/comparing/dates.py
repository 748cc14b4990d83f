"""Whether two dates may be the same day, month or year, and in what they differ.

Partial dates entail: "8 December" agrees with «8 грудня 2024 року», "Saturday" with that
date where the article's own date says so. Where the day of publication is not known, what
depends on it is not held against anybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from transcheck.comparing.clocks import Relation, Verdict
from transcheck.comparing.placing import fits, months, same_distance, share_a_day, weekdays, years
from transcheck.facts.dates.values import PartialDate
from transcheck.limits import COMPARING_DATES_WIDEST

_COMPONENTS = (
    "year", "decade", "century", "month", "quarter", "half", "season", "day", "weekday",
    "relative", "part", "phase",
)  # fmt: skip
"""The components of a date, coarse to fine."""
_KINDS = {
    "year": ("year", "decade", "century"),
    "month": ("month", "quarter", "half", "season"),
    "day": ("day",),
    "weekday": ("weekday",),
}
"""Components that speak of the same: a year contradicts a decade."""
_GROUPS = (*(frozenset(names) for names in _KINDS.values()), frozenset({"relative"}))
_FINENESS = {
    "day": 0, "weekday": 0, "month": 2, "quarter": 3, "half": 3, "season": 3, "year": 4,
    "decade": 5, "century": 6,
}  # fmt: skip
_UNIT_FINENESS = {
    "s": 0, "min": 0, "h": 0, "d": 0, "w": 1, "e": 1, "m": 2, "q": 3, "y": 4, "S": 4, "D": 5,
    "C": 6,
}  # fmt: skip
_NEARBY_PARTS = (
    {"morning", "night"}, {"evening", "night"}, {"day", "evening"}, {"eve", "night"},
    {"eve", "evening"}, {"eve", "morning"},
)  # fmt: skip
"""Parts of the day that languages draw apart differently: "Monday night", «вечером»."""
CALENDARS_APART = range(10, 14)
"""Days that the old calendar is behind the new one since this was introduced."""
_BEFORE_MIDNIGHT = frozenset({"evening", "night"})
_LEAP_YEAR = 2024
_CENTURY = 100


def agree(
    a: PartialDate, b: PartialDate, published: dt.date | None, other: dt.date | None = None
) -> Verdict:
    """Return the verdict on two dates; see `relate`."""
    return relate(a, b, published, other).verdict


@lru_cache(maxsize=2048)  # A pair is asked about several times.
def relate(
    a: PartialDate, b: PartialDate, published: dt.date | None, other: dt.date | None = None
) -> Relation:
    """Return how two dates relate.

    Args:
        a: a date of one edition.
        b: a date of another edition.
        published: the day the first edition was published, if known.
        other: the day the second was published; the same where it is not given.
    """
    pairs = ((x, y) for x in _readings(a, b) for y in _readings(b, a))
    best = min((_relate(x, y, published, other or published) for x, y in pairs), key=_by_rank)
    if best.verdict is Verdict.DIFFERENT and (_within(a, b) or _within(b, a)):
        return Relation(Verdict.COMPATIBLE, (), best.left_only, best.right_only)
    return best


def _by_rank(relation: Relation) -> tuple[int, int]:
    return relation.rank


def _readings(date: PartialDate, other: PartialDate) -> Iterator[PartialDate]:
    """Yield the date, and what else it may mean: day and month swapped, another century.

    The night into the 6th is that of the 5th where the other names an evening or a night.
    """
    if date.part == "eve" and other.part in _BEFORE_MIDNIGHT and other.day is not None:
        evening = _moved(date, -1)
        if evening is not None:
            yield evening._replace(part="night")
    if date.julian and not other.julian:
        yield from filter(None, (_moved(date, days) for days in CALENDARS_APART))
    bare = date.without_end()
    also = [bare._replace(month=bare.day, day=bare.month)] if date.swappable else []
    for swapped in (bare, *also):
        yield swapped
        if date.short:
            for shift in (-_CENTURY, _CENTURY):
                year = None if swapped.year is None else swapped.year + shift
                decade = None if swapped.decade is None else swapped.decade + shift
                yield swapped._replace(year=year, decade=decade)


def _moved(date: PartialDate, days: int) -> PartialDate | None:
    """Return the date so many days later; None where it names no day."""
    if date.month is None or date.day is None:
        return None
    try:
        day = dt.date(date.year or _LEAP_YEAR, date.month, date.day) + dt.timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    year = None if date.year is None else day.year
    return PartialDate(year, day.month, day.day)


def same_day_by_another_calendar(a: PartialDate, b: PartialDate) -> bool:
    """Return whether two days of one year are one by the old and the new calendar."""
    days = [(date.month, date.day) for date in (a, b)]
    if any(None in day for day in days):
        return False
    moved = [_moved(x, n) for x in (a, b) for n in CALENDARS_APART]
    return any(m is not None and (m.month, m.day) in days for m in moved)


def _relate(
    a: PartialDate, b: PartialDate, published: dt.date | None, other: dt.date | None
) -> Relation:
    left, right = components(a), components(b)
    left_only = tuple(c for c in _COMPONENTS if c in left - right)
    right_only = tuple(c for c in _COMPONENTS if c in right - left)
    differing = tuple(_differing(a, b))
    shifted = _shifted(a, b)
    if differing:
        return Relation(Verdict.DIFFERENT, differing, left_only, right_only, shifted)
    if left == right:
        loose = shifted or _values_differ(a, b)
        verdict = Verdict.COMPATIBLE if loose else Verdict.SAME
        return Relation(verdict, shifted=shifted, loose=loose)
    placed = None
    if published is not None and other is not None:
        placed = _placed(a, b, published, other)
    if placed is False:
        return Relation(Verdict.DIFFERENT, (_finest(a, b),), left_only, right_only, shifted)
    apart = abs(_fineness(a) - _fineness(b))
    linked = _share_kind(a, b) or apart <= (COMPARING_DATES_WIDEST if placed else 0)
    verdict = Verdict.COMPATIBLE if linked else Verdict.DIFFERENT
    common = bool(left & right or placed)
    return Relation(verdict, (), left_only, right_only, shifted, linked=common)


@lru_cache(maxsize=2048)
def components(date: PartialDate) -> frozenset[str]:
    """Return the names of what a date says: ``year``, ``month``, ``day``, ``weekday`` etc."""
    return frozenset(name for name in _COMPONENTS if getattr(date, name) is not None)


def _values_differ(a: PartialDate, b: PartialDate) -> bool:
    names = ("last_year", *_COMPONENTS)
    return any(getattr(a, c) != getattr(b, c) for c in names if c != "relative") or (
        a.relative is not None
        and b.relative is not None
        and a.relative._replace(anchor="") != b.relative._replace(anchor="")
    )


def _shifted(a: PartialDate, b: PartialDate) -> bool:
    if a.relative is None or b.relative is None:
        return False
    return {a.relative.anchor, b.relative.anchor} == {"now", "then"}


def _differing(a: PartialDate, b: PartialDate) -> Iterator[str]:
    """Yield the components in which two dates contradict each other as they stand."""
    if _years_differ(a, b):
        yield _named("year", a, b)
    if _months_differ(a, b):
        yield _named("month", a, b)
    if a.day is not None and b.day is not None and a.day != b.day:
        yield "day"
    if _weekdays_differ(a, b):
        yield "weekday"
    if a.relative and b.relative and not same_distance(a.relative, b.relative):
        yield "relative"
    if a.part and b.part and a.part != b.part and {a.part, b.part} not in _NEARBY_PARTS:
        yield "part"
    if {a.phase, b.phase} == {"early", "late"}:
        yield "phase"


def _years_differ(a: PartialDate, b: PartialDate) -> bool:
    if a.century is not None and b.century is not None:
        return a.century != b.century
    if a.last_year is not None and b.last_year is not None:
        return (a.year, a.last_year) != (b.year, b.last_year)
    first, second = years(a), years(b)
    if first is None or second is None:
        return False
    return first[0] > second[1] or second[0] > first[1]


def _months_differ(a: PartialDate, b: PartialDate) -> bool:
    left, right = months(a), months(b)
    if left is None or right is None:
        return False
    same_kind = all((getattr(a, k) is None) == (getattr(b, k) is None) for k in _KINDS["month"])
    return left != right if same_kind else not left & right


def _weekdays_differ(a: PartialDate, b: PartialDate) -> bool:
    if a.weekday and b.weekday and a.part == b.part:
        return a.weekday != b.weekday
    if not weekdays(a) & weekdays(b):
        return True
    return _off_weekday(a, b) or _off_weekday(b, a)


def _named(kind: str, a: PartialDate, b: PartialDate) -> str:
    """Return the component that says most of a kind in either date: decade for 1960s and 1990s."""
    said = components(a) | components(b)
    return next(name for name in _KINDS[kind] if name in said)


def _off_weekday(whole: PartialDate, other: PartialDate) -> bool:
    """Return whether a full date does not fall on the day of the week the other names."""
    if other.weekday is None or whole.year is None or whole.year < 1:
        return False
    if whole.month is None or whole.day is None:
        return False
    try:
        day = dt.date(whole.year, whole.month, whole.day)
    except ValueError:
        return False
    return day.isoweekday() not in weekdays(other)


def _placed(a: PartialDate, b: PartialDate, published: dt.date, other: dt.date) -> bool | None:
    """Return whether some day fits both; None where that says nothing."""
    if a.year is not None and b.year is not None:
        return None
    for day, date in ((nearest(a, published), b), (nearest(b, other), a)):
        if day is not None and date.weekday and date.relative is None and date.day is None:
            return fits(date, day)
    return share_a_day(a, b, published, other)


def nearest(date: PartialDate, published: dt.date) -> dt.date | None:
    """Return the day nearest to publication that a date without a year means."""
    if date.month is None or date.day is None or years(date) or date.relative:
        return None
    days = []
    for year in (published.year - 1, published.year, published.year + 1):
        # The 29th of February is in one year of four, the 31st of June in none.
        with suppress(ValueError):
            days.append(dt.date(year, date.month, date.day))
    return min(days, key=lambda day: abs(day - published), default=None)


def _fineness(date: PartialDate) -> int:
    said = [_FINENESS[name] for name in components(date) if name in _FINENESS]
    if date.relative is not None and date.relative.unit in _UNIT_FINENESS:
        said.append(_UNIT_FINENESS[date.relative.unit])
    return min(said, default=_FINENESS["weekday"])


def _finest(a: PartialDate, b: PartialDate) -> str:
    """Return the finest component that either date says outright."""
    said = components(a) | components(b)
    names = [name for name in _FINENESS if name in said]
    return min(names, key=_FINENESS.__getitem__, default="relative")


def _share_kind(a: PartialDate, b: PartialDate) -> bool:
    left, right = components(a), components(b)
    if (a.weekday and _is_weekend(b)) or (b.weekday and _is_weekend(a)):
        return True
    return any(left & group and right & group for group in _GROUPS)


def _is_weekend(date: PartialDate) -> bool:
    return date.relative is not None and date.relative.unit == "e"


def _within(date: PartialDate, span: PartialDate) -> bool:
    """Return whether a date lies in a range: 4 May in "3 to 5 May"."""
    if span.end is None or date.end is not None or date.last_year is not None:
        return False
    names = [c for c in ("year", "month", "day") if getattr(span, c) is not None]
    keys = [tuple(getattr(d, c) for c in names) for d in (span, date, span.end)]
    if any(None in key for key in keys) or not names:
        return False
    # The end of a range is a fact of its own.
    return keys[0] <= keys[1] < keys[2]
