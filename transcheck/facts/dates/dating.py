"""From a shape found in a sentence to the date or the clock time it means."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from math import ceil

from transcheck.facts.dates.digits import year_of
from transcheck.facts.dates.senses import Sense
from transcheck.facts.dates.shapes import Match
from transcheck.facts.dates.values import Anchor, ClockTime, Offset, PartialDate
from transcheck.facts.exact import exact
from transcheck.limits import DATING_EVENING, DATING_LATE, DATING_ROUND, DATING_THIS_CENTURY

_LONGER = {"f": (2, "w"), "q": (3, "m"), "D": (10, "y"), "C": (100, "y")}
"""Units that are counted in shorter ones: a fortnight is two weeks."""
# The class that holds the value, for groups whose own class only says how sure it is.
_FIELDS = {
    "sure_month": "month", "month_name": "month", "month_doubtful": "month", "monthly": "month",
    "month_short": "month",
    "sure_weekday": "weekday", "weekday_doubtful": "weekday", "weekday_dative": "weekday",
    "modern": "year", "early_year": "year", "yearth": "year",
    "full_decade": "decade", "sure_season": "season",
    "century_nth": "century", "century_roman": "century", "century_n": "century",
    "dayth": "day", "nth": "nth", "roman": "nth", "span_day": "span", "bare_span": "span",
    "modern_words": "year", "past": "direction", "directions": "direction", "spans": "span",
}  # fmt: skip
_LAST_DAY, _SHORTEST_MONTH, _MONTHS = 31, 28, 12
_NOON, _DAY = 12, 24
_QUARTER, _HALF, _HOUR = 15, 30, 60

Values = dict[str, str]


def date_of(match: Match) -> PartialDate | None:
    """Return the date of a match; None where its numbers make none (a fifth quarter)."""
    return _date(match.shape, match.names, match.senses)


@lru_cache(maxsize=4096)
def _date(shape: str, names: tuple[str, ...], senses: tuple[Sense, ...]) -> PartialDate | None:
    own, other = _values(names, senses)
    date = _absolute(shape, _inherited(own, other))
    if date is None:
        return None
    if shape.startswith("night"):
        return _night(shape, date, _absolute(shape, _inherited(other, own)))
    if (offset := _offset(shape, own, other)) is not None:
        date = date._replace(relative=offset)
    if other and {"to", "dash"} & own.keys() and "n" not in other:
        date = date._replace(end=_absolute(shape, _inherited(other, own)))
    return date if date != PartialDate() else None


def _night(shape: str, date: PartialDate, before: PartialDate | None) -> PartialDate:
    """Return a night by the day it ends on; "the night of 5 April" begins on that day."""
    if shape == "night-of":
        return date._replace(part="night")
    if before is not None:
        if date.weekday is not None:
            follows = before.weekday == (date.weekday + 5) % 7 + 1
        else:
            day, eve = date.day or 0, before.day or 0
            follows = 0 < eve == day - 1 or (day == 1 and eve >= _SHORTEST_MONTH)
        if not follows:
            # From the 4th to the 6th is no night; it must not pass for that to the 6th.
            return before._replace(part="night")
    return date._replace(part="eve")


def _values(names: tuple[str, ...], senses: tuple[Sense, ...]) -> tuple[Values, Values]:
    """Return the values of a match by field: of its own date and of the range's other end."""
    own: Values = {}
    other: Values = {}
    for group, sense in zip(names, senses, strict=True):
        name = group.rstrip("0123456789")
        field = _FIELDS.get(name, name)
        value = sense.classes.get(field, sense.classes.get(name, ""))
        (other if group.endswith("2") else own)[field] = value
        if name == "unit" and "many" in sense.classes:
            own["many"] = ""
    return own, other


def _inherited(own: Values, other: Values) -> Values:
    """Return `own` with the month and year that only the other end of the range writes out."""
    result = dict(own)
    if "day" in own and "month" in other:
        result.setdefault("month", other["month"])
    # December to January 2020 began in 2019.
    wraps = int(result.get("month", 0)) > int(other.get("month", _MONTHS))
    if "year" in other and "month" in own and not wraps:
        result.setdefault("year", other["year"])
    return result


def _absolute(shape: str, v: Values) -> PartialDate | None:
    date = _written_in_digits(v) or PartialDate()
    numbers = {k: int(v[k]) for k in ("month", "day", "weekday", "century") if k in v}
    words = {k: v[k] for k in ("season", "phase", "part") if k in v}
    if "night_into" in v:
        words["part"] = "eve"
    if "old_style" in v:
        date = date._replace(julian=True)
    date = _with_years(shape, date._replace(**numbers, **words), v)  # type: ignore[arg-type]
    for period, word in (("quarter", "quarter"), ("half", "half-year")):
        if shape == word or period in v:
            number = int(v["nth"] if shape == word else v[period])
            if number > (4 if period == "quarter" else 2):
                return None
            date = date._replace(**{period: number})  # type: ignore[arg-type]
    return date


def _written_in_digits(v: Values) -> PartialDate | None:
    """Read 08.12.2024, 2024-12-08, 12/08 and names such as 9/11."""
    if "full" in v:
        first, second, third = map(int, re.split(r"[./-]", v["full"]))
        if first > _LAST_DAY:
            return PartialDate(first, second, third)
        year = year_of(third) if third < 100 else third
        date = _day_and_month(v["full"], first, second)
        return date._replace(year=year, short=third < 100)
    if written := v.get("dm") or v.get("slashed"):
        return _day_and_month(written, *map(int, re.split("[./]", written)))
    if "named" in v:
        month, day = map(int, v["named"].split("-"))
        return PartialDate(month=month, day=day)
    return None


def _day_and_month(written: str, first: int, second: int) -> PartialDate:
    """Read the first two numbers of a date; with slashes Americans put the month first."""
    if "/" not in written or first > _MONTHS:
        return PartialDate(month=second, day=first)
    swappable = first <= _MONTHS and second <= _MONTHS and first != second
    if second > _MONTHS:
        return PartialDate(month=first, day=second)
    return PartialDate(month=second, day=first, swappable=swappable)


def _with_years(shape: str, date: PartialDate, v: Values) -> PartialDate:
    if "season_code" in v:
        short, season = v["season_code"].split()
        return date._replace(year=year_of(int(short)), short=True, season=season)
    if "season_years" in v:
        first = int(v["season_years"][:4])
        return date._replace(year=first, last_year=first + 1)
    if "decade" in v or shape == "decade-of-range":
        return _with_decade(date, int(v.get("decade", v.get("yy", "0"))), v)
    if "hundreds_words" in v and "yy_words" in v:
        return date._replace(year=int(v["hundreds_words"]) * 100 + int(v["yy_words"]))
    if "yy" in v and "year" in v:
        first = int(v["year"])
        return date._replace(year=first - first % 100 + int(v["yy"]))
    if "yy" in v or "yyth" in v:
        return date._replace(year=year_of(int(v.get("yy", v.get("yyth", "")))), short=True)
    number = v.get("year", v.get("n") if "era" in v else None)
    sign = -1 if v.get("era") == "BC" else 1
    # The 3.5 of "CE 3.5" is a fraction: no year.
    if number is not None and number.isdecimal():
        return date._replace(year=sign * int(number))
    if date.century is not None:
        return date._replace(century=sign * date.century)
    return date


def _with_decade(date: PartialDate, decade: int, v: Values) -> PartialDate:
    if decade >= 100:
        return date._replace(decade=decade)
    if "hundreds_words" in v:
        return date._replace(decade=int(v["hundreds_words"]) * 100 + decade)
    if date.century is not None:
        return date._replace(decade=(date.century - 1) * 100 + decade, century=None)
    if "century_span" in v:
        century = DATING_THIS_CENTURY + int(v["direction"].split()[0])
        return date._replace(decade=(century - 1) * 100 + decade)
    return date._replace(decade=year_of(decade), short=True)


def _offset(shape: str, own: Values, other: Values) -> Offset | None:
    if shape.startswith("distance"):
        return _distance(own, other, "then" if shape == "distance-then" else "now")
    if "deictic" in own or "deictic_night" in own:
        unit, amount = own.get("deictic", own.get("deictic_night", "")).split()
        return Offset(unit, exact(amount), anchor="now")
    if shape == "eve":
        return Offset("d", -1, anchor="then")
    if shape == "span-bare":
        return Offset(own["span"], 0)
    if "direction" not in own or "century_span" in own:
        return None
    amount, _, anchor = own["direction"].partition(" ")
    if shape == "day-relative" and amount != "1" and not anchor:
        # "this day", "the last day": no day in particular.
        return None
    unit = own.get("span", own.get("year_span", "d" if shape == "part-relative" else "o"))
    if unit != "o":
        amount = str(ceil(Fraction(amount)))
    return Offset(unit, exact(amount), anchor="then" if anchor else "")


def _distance(own: Values, other: Values, anchor: Anchor) -> Offset:
    unit = own.get("unit") or own["half_unit"]
    count, upper = own.get("n"), None
    if "n" in other:
        count, upper = (own["n"], exact(other["n"])) if "n" in own else (other["n"], None)
    half = "half_of" in own or "half_unit" in own
    if not half and ("vague" in own or (count is None and "many" in own)):
        return Offset(unit, None, anchor=anchor)
    amount = Fraction(1, 2) if half else exact(count or 1) + exact(own.get("and_half", 0))
    factor, unit = _LONGER.get(unit, (1, unit))
    if amount * factor == Fraction(1, 2) and unit == "y":
        factor, unit = factor * _MONTHS, "m"
    far = -upper * factor if upper is not None else None
    return Offset(unit, -amount * factor, far, anchor)


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
    if written := v.get("hhmm") or v.get("military"):
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
    if not 0 < minutes < _HOUR or (bare and minutes % DATING_ROUND):
        # Clock times in nothing but words are round; «на перше двадцять одне» is none.
        return None
    before = (hour - 1) % _NOON or _NOON
    said = {
        "hour-minutes": (hour, minutes),
        "minutes-past": (hour, minutes),
        "half-past": (hour, _HALF),
        "half-to": (before, _HALF),
        "minutes-to": (before, _HOUR - minutes),
        "minutes-into": (before, minutes),
    }
    return said.get(shape.removesuffix("-bare"), (hour, 0))


def _hour_of(hour: int, half: str) -> int:
    """Return the hour, 0 to 23, of one to twelve before noon (am) or in a part of the day."""
    hour %= _NOON
    afternoon = {
        "pm": True,
        "day": hour < DATING_LATE,
        "evening": hour >= DATING_EVENING,
        "night": hour >= DATING_LATE,
    }.get(half, False)
    return hour + _NOON if afternoon else hour
