"""Whether two clock times may be the same moment: 2 pm, 14:00, 16:00 in Kyiv."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from transcheck.facts.dates.values import ClockTime
from transcheck.languages import read_rows


class Verdict(StrEnum):
    """Whether two editions may mean the same by two values."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """One says more than the other, or says it otherwise; nothing contradicts."""
    DIFFERENT = "different"


class Relation(NamedTuple):
    """The verdict on two values, left and right, with what it rests on."""

    verdict: Verdict
    differing: tuple[str, ...] = ()
    """Components that both say and say differently: ``year``, ``month``, ``day``,
    ``weekday``, ``time``, … Empty in a `DIFFERENT` verdict: they are about different things
    ("Saturday", "2014") and neither contradicts the other."""
    left_only: tuple[str, ...] = ()
    """Components that only the left value says."""
    right_only: tuple[str, ...] = ()
    shifted: bool = False
    """One counts from publication ("ten years ago"), the other from a day in the story
    ("ten years earlier")."""

    loose: bool = False
    """Both say the same parts of a date, but not alike: "Monday night", «вечером»."""
    linked: bool = True
    """Whether they speak of the same, or the calendar says so: 2016 and "eight years earlier"
    do not, though nothing contradicts."""

    @property
    def contradicts(self) -> bool:
        """Return whether both speak of the same and say it differently."""
        return bool(self.differing)

    @property
    def rank(self) -> tuple[int, int]:
        """Return a key that is smaller the better the two agree."""
        order = (Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT).index(self.verdict)
        said_by_one = len(self.left_only) + len(self.right_only)
        return order, len(self.differing) + said_by_one + 2 * self.loose

    def mirrored(self) -> Relation:
        """Return the relation of right to left."""
        return self._replace(left_only=self.right_only, right_only=self.left_only)


_DAY = 24 * 60
_HALF_DAY = 12 * 60
_SUMMER_AND_WINTER = (dt.date(2024, 1, 15), dt.date(2024, 7, 15))
"""Days of which one is in summer time anywhere: both are tried where no date is known."""
_UNPLACED = frozenset({"", "local"})


def agree(
    a: ClockTime, b: ClockTime, day: dt.date | None, homes: tuple[str, str] = ("", "")
) -> Verdict:
    """Return the verdict on two clock times; see `relate`."""
    return relate(a, b, day, homes).verdict


def relate(
    a: ClockTime, b: ClockTime, day: dt.date | None, homes: tuple[str, str] = ("", "")
) -> Relation:
    """Return how two clock times relate.

    Args:
        a: a time of one edition.
        b: a time of another edition.
        day: decides about summer time where both are in a zone; without it either may hold.
        homes: the zones that a time without one means in the two editions; empty where that
            is open. Translators also keep the clock of the place and drop its zone.

    Returns:
        The relation; a zone that one edition leaves out is in `left_only` or `right_only`.
    """
    left_only = ("zone",) if a.zone and not b.zone else ()
    right_only = ("zone",) if b.zone and not a.zone else ()
    one, two = _zone(a, b, homes[0]), _zone(b, a, homes[1])
    kept = bool(left_only or right_only) and not {a.zone, b.zone} & _of_many()
    if _moments(a, one, two, day) & _moments(b, two, one, day) or (
        kept and _minutes(a) & _minutes(b)
    ):
        # Ten o'clock that may be in the evening is less than ten in the morning.
        exact = a.twelve == b.twelve and a.zone == b.zone
        return Relation(Verdict.SAME if exact else Verdict.COMPATIBLE, (), left_only, right_only)
    zoned = a.zone != b.zone and not {a.zone, b.zone} & _UNPLACED
    same_clock = _minutes(a) & _minutes(b)
    component = "zone" if zoned and same_clock else "time"
    return Relation(Verdict.DIFFERENT, (component,), left_only, right_only)


def _zone(time: ClockTime, other: ClockTime, home: str) -> str:
    """Return the zone a time is in; that of its edition's readers where only the other has one."""
    return time.zone or (home if other.zone not in _UNPLACED else "")


def _minutes(time: ClockTime) -> set[int]:
    """Return the minutes after midnight that are meant: two where twelve hours are open."""
    minute = time.hour * 60 + time.minute
    return {minute, (minute + _HALF_DAY) % _DAY} if time.twelve else {minute}


def _moments(time: ClockTime, zone: str, other: str, on: dt.date | None) -> set[int]:
    """Return the minutes meant, in universal time where both times are in a zone."""
    if {zone, other} & _UNPLACED or zone == other:
        return _minutes(time)
    days = (on,) if on else _SUMMER_AND_WINTER
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


@cache
def _of_many() -> frozenset[str]:
    """Return the zones of many countries, in which things are announced to all of them."""
    return frozenset(row[0] for row in read_rows("time_zones") if len(row) > 2)
