"""From a shape found in a sentence to the clock time it means."""

from __future__ import annotations

import re

from transcheck.facts.chronology.shapes import Match
from transcheck.facts.chronology.values import ClockTime

_NOON, _DAY = 12, 24
_EVENING, _LATE = 4, 8
"""The first hours after noon of which one says «4 вечора» and «8 ночі»."""
_ROUND = 5
_QUARTER, _HALF, _HOUR = 15, 30, 60


def time_of(match: Match, *, clock24: bool) -> ClockTime | None:
    """Return the time of a match, or None where its numbers are no time.

    `clock24`: whether hours written in digits count to 24 in the language, so that "2:30"
    is at night; otherwise it may as well be in the afternoon.
    """
    v = {
        group.rstrip("0123456789"): sense.classes[group.rstrip("0123456789")]
        for group, sense in zip(match.names, match.senses, strict=True)
        if not group.endswith("2")
    }
    zone = v.get("zone", "")
    if "noon" in v:
        return ClockTime(int(v["noon"]), zone=zone)
    written = v.get("hhmm") or v.get("military")
    if written:
        hour, minute = map(int, written.split(":"))
        return ClockTime(hour, minute, zone=zone)
    half = v.get("ampm", "") or v.get("of_day", "") or ("morning" if "of_morning" in v else "")
    if "clock" in v or "dotted" in v:
        written = v.get("clock", v.get("dotted", ""))
        if "dotted" in v and written.startswith("0.") and not clock24:
            # "Fell by 0.07": where hours count to twelve, none is nought.
            return None
        hour, minute = map(int, re.split("[:.]", written))
        certain = clock24 or written.startswith("0")
    else:
        spoken = _spoken(match.shape, v)
        if spoken is None:
            return None
        hour, minute = spoken
        certain = False
        if half and hour > _NOON:
            # «до 21 дня»: days, not an hour.
            return None
    if hour > _DAY or (hour == _DAY and minute):
        return None
    if hour > _NOON or hour == 0:
        return ClockTime(hour % _DAY, minute, zone=zone)
    if half:
        return ClockTime(_hour_of(hour, half), minute, zone=zone)
    return ClockTime(hour, minute, twelve=not certain, zone=zone)


def _spoken(shape: str, v: dict[str, str]) -> tuple[int, int] | None:
    """Return hour and minute of a time in words; «пів на третю» is half an hour before three."""
    if "half_hour" in v:
        hour, minute = map(int, v["half_hour"].split(":"))
        return hour, minute
    hour = int(v.get("hour", v.get("hourth", v.get("one_oclock", "0"))))
    minutes = int(v.get("mm_words", v.get("n", v.get("quarter_name", _QUARTER))))
    bare = shape.endswith("-bare")
    if not 0 < minutes < _HOUR or (bare and minutes % _ROUND):
        # Clock times in nothing but words are round; «на перше двадцять одне» is none.
        return None
    before = (hour - 1) % _NOON or _NOON
    match shape.removesuffix("-bare"):
        case "hour-minutes" | "minutes-past":
            return hour, minutes
        case "half-past":
            return hour, _HALF
        case "half-to":
            return before, _HALF
        case "minutes-to":
            return before, _HOUR - minutes
        case "minutes-into":
            return before, minutes
    return hour, 0


def _hour_of(hour: int, half: str) -> int:
    """Return the hour, 0 to 23, of one to twelve before noon (am) or in a part of the day."""
    hour %= _NOON
    afternoon = {
        "pm": True,
        "day": hour < _LATE,
        "evening": hour >= _EVENING,
        "night": hour >= _LATE,
    }.get(half, False)
    return hour + _NOON if afternoon else hour
