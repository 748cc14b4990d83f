"""What a text says of a date or a time: only what is written, ready to be compared."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from transcheck.facts.exact import Exact

Anchor = Literal["", "now", "then"]

_OCCURRENCE = {-2: "before last", -1: "last", 0: "this", Fraction(1, 2): "coming", 1: "next"}
_FOUR_DIGITS = 1000


class Offset(NamedTuple):
    """A distance from the day of publication, or from a day the text is about."""

    unit: str
    """``s``, ``min``, ``h``, ``d``, ``w``, ``m``, ``y``, or ``e`` for weekends.

    ``S`` means seasons of a sport or a theatre. ``o`` means occurrences: "last Friday" is
    the one before (-1), "this May" 0, "the coming Friday" 1/2, which is this one or the next."""
    amount: Exact | None
    """How many units, negative into the past; None where the text says "some", "several"."""
    upper: Exact | None = None
    """The far end of "two to three years ago"."""
    anchor: Anchor = ""
    """``now``: counted from publication (ago); ``then``: from a day in the story (earlier);
    empty where the words can mean either (next)."""

    def __str__(self) -> str:
        """Return the writing form: ``REL-2m``, ``REL0d``, ``REL-?y``, ``next``."""
        if self.amount is None:
            return f"REL-?{self.unit}"
        if self.unit == "o" and self.amount in _OCCURRENCE:
            return _OCCURRENCE[self.amount]
        sign = "+" if self.amount > 0 else ""
        number = str(self.amount) if self.amount.denominator == 1 else str(float(self.amount))
        return f"REL{sign}{number}{self.unit}"


class PartialDate(NamedTuple):
    """A date of which any part may be unsaid; at least one part is said."""

    year: int | None = None
    """Negative before Christ: 44 BC is -44."""
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """Of the month, 1 to 31."""
    weekday: int | None = None
    """1 Monday to 7 Sunday, as in ISO 8601."""
    decade: int | None = None
    """Its first year: 1960."""
    century: int | None = None
    """Its number: 20 for 1901 to 2000; negative before Christ."""
    quarter: int | None = None
    half: int | None = None
    """Of a year: 1 or 2."""
    season: str | None = None
    """``spring``, ``summer``, ``autumn`` or ``winter``."""
    relative: Offset | None = None
    phase: str | None = None
    """Which part of a period: ``early``, ``mid`` or ``late``."""
    part: str | None = None
    """Of a day: ``morning``, ``day``, ``evening`` or ``night``."""
    last_year: int | None = None
    """The second year of a season that spans two: 2019 of 2018-19."""
    short: bool = False
    """Year or decade were written with two digits; the century is the likely one."""
    swappable: bool = False
    """Day and month may be the other way round: 12/08."""
    julian: bool = False
    """Written as by the old calendar, which the new one is 10 to 13 days ahead of."""
    end: PartialDate | None = None
    """The other end of a range that starts here; a fact of its own as well."""

    def __str__(self) -> str:
        """Return the writing form: ``2024-12-08``, ``12-08``, ``M12``, ``1960s``, ``WD6``."""
        words = ["-".join(text for text in (self._calendar(), self._period()) if text)]
        words += [f"WD{self.weekday}"] if self.weekday else []
        words += [str(self.relative)] if self.relative else []
        return " ".join(word for word in words if word)

    def _calendar(self) -> str:
        year = self._year() if self.year is not None else ""
        if self.month and self.day:
            return f"{year}{'-' if year else ''}{self.month:02d}-{self.day:02d}"
        if self.month:
            return f"{year}-{self.month:02d}" if year else f"M{self.month:02d}"
        if self.day:
            return f"D{self.day:02d}"
        return year

    def _year(self) -> str:
        if self.year is None or self.year < 0:
            return f"{-(self.year or 0)}BC"
        if self.last_year:
            return f"{self.year}/{self.last_year % 100:02d}"
        return str(self.year) if self.year >= _FOUR_DIGITS else f"AD{self.year}"

    def _period(self) -> str:
        if self.decade is not None:
            return f"{self.decade}s"
        if self.century is not None:
            return f"C{self.century}" if self.century > 0 else f"C{-self.century}BC"
        named = {"Q": self.quarter, "H": self.half}
        return "".join(f"{letter}{n}" for letter, n in named.items() if n) or self.season or ""

    def without_end(self) -> PartialDate:
        """Return the same date, no longer the start of a range."""
        return self._replace(end=None) if self.end else self


class ClockTime(NamedTuple):
    """A time of day."""

    hour: int
    """0 to 23; where `twelve` holds, twelve hours more are meant as well."""
    minute: int = 0
    twelve: bool = False
    """The text does not say whether before or after noon: "at half past two"."""
    zone: str = ""
    """A key of ``time_zones.tsv``, ``local`` for "local time", empty where nothing is said."""

    def __str__(self) -> str:
        """Return the writing form: ``14:30``, ``14:30 GMT``."""
        zone = f" {self.zone}" if self.zone and self.zone != "local" else ""
        return f"{self.hour:02d}:{self.minute:02d}{zone}"
