"""Whether two clock times may be the same moment: 2 pm, 14:00, 16:00 in Kyiv."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo

from transcheck.comparing.relation import Relation, Verdict
from transcheck.facts.chronology.values import ClockTime
from transcheck.languages import read_rows

_DAY = 24 * 60
_HALF_DAY = 12 * 60
_SUMMER_AND_WINTER = (dt.date(2024, 1, 15), dt.date(2024, 7, 15))
"""Days of which one is in summer time anywhere: both are tried where no date is known."""
_UNPLACED = frozenset({"", "local"})


def agree(a: ClockTime, b: ClockTime, published: dt.date | None) -> Verdict:
    """Return the verdict on two clock times; see `relate`."""
    return relate(a, b, published).verdict


def relate(a: ClockTime, b: ClockTime, published: dt.date | None) -> Relation:
    """Return how two clock times relate.

    `published` decides about summer time where both name a zone; without it either may hold.
    A zone that one edition leaves out is in `left_only` or `right_only`.
    """
    left_only = ("zone",) if a.zone and not b.zone else ()
    right_only = ("zone",) if b.zone and not a.zone else ()
    if _moments(a, a.zone, b.zone, published) & _moments(b, b.zone, a.zone, published):
        # Ten o'clock that may be in the evening is less than ten in the morning.
        exact = a.twelve == b.twelve and a.zone == b.zone
        return Relation(Verdict.SAME if exact else Verdict.COMPATIBLE, (), left_only, right_only)
    zoned = a.zone != b.zone and not {a.zone, b.zone} & _UNPLACED
    same_clock = _minutes(a) & _minutes(b)
    component = "zone" if zoned and same_clock else "time"
    return Relation(Verdict.DIFFERENT, (component,), left_only, right_only)


def _minutes(time: ClockTime) -> set[int]:
    """Return the minutes after midnight that are meant: two where twelve hours are open."""
    minute = time.hour * 60 + time.minute
    return {minute, (minute + _HALF_DAY) % _DAY} if time.twelve else {minute}


def _moments(time: ClockTime, zone: str, other: str, published: dt.date | None) -> set[int]:
    """Return the minutes meant, in universal time where both times name a zone."""
    if {zone, other} & _UNPLACED or zone == other:
        return _minutes(time)
    days = (published,) if published else _SUMMER_AND_WINTER
    return {(m - _offset(zone, day)) % _DAY for m in _minutes(time) for day in days}


def _offset(zone: str, day: dt.date) -> int:
    """Return the minutes a zone is ahead of Greenwich on a day."""
    value = _zones()[zone]
    if value.lstrip("-").isdigit():
        return int(value)
    noon = dt.datetime.combine(day, dt.time(12), ZoneInfo(value))
    return int((noon.utcoffset() or dt.timedelta()).total_seconds()) // 60


@cache
def _zones() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("time_zones")}
