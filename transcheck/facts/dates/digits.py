"""Numbers in digits as parts of dates and times: what each may be, a day, a year, an hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from transcheck.facts.numbers.records import Form, Numeral, Written
from transcheck.facts.tokens import Tokens
from transcheck.limits import (
    DATES_DIGITS_FIRST_MODERN,
    DATES_DIGITS_FIRST_YEAR,
    DATES_DIGITS_HIGHEST_CENTURY,
    DATES_DIGITS_LAST_YEAR,
    DATES_DIGITS_RECENT,
)

_NUMERIC = re.compile(
    r"""(?P<full>\d{4}-\d\d-\d\d)(?![\d-])
    |(?P<dmy>\d{1,2}(?P<sep>[./])\d{1,2}(?P=sep)(?:\d{4}|\d\d)|\d\d-\d\d-\d{4})(?![\d]|[./-]\d)
    |(?P<clock>\d{1,2}:\d\d)(?!\d|:\d|\.\d)
    |(?P<opaque>\d{1,3}(?:(?P<group>[ .,'])\d{3})(?:(?P=group)\d{3})*(?:[.,]\d+)?(?!\d)
               |\d+(?:[.:]\d+){2,}|\d+:\d+)
    |(?P<years>\d{4}[-–/]\d\d(?:\d\d)?)(?![\d-])
    |(?P<slashed>\d{1,2}/\d{1,2})(?![\d/])
    |(?P<decimal>\d+[.,]\d+)
    |(?P<plain>\d+)""",
    re.VERBOSE,
)
_HUNDREDS_SPOKEN = range(15, 21)
"""The first half of a year in words: "nineteen eighty-six"."""
_SAMPLES = (
    101, 200, 260, 999, 1000, 1005, 1060, 1160, 1890, 1895, 1865, 1900, 1905, 1960, 1965, 2000,
    2100, 2101, 2161, 2199, 2200, 2300, 2360, 2400, 2401, 9999,
)  # fmt: skip
"""Numbers above a hundred such that every larger one belongs to the same classes as one of them."""


ENDINGS = frozenset("-'")
"""Marks between digits and an ending."""


class Digits(NamedTuple):
    """What stands in digits at one place."""

    kind: str
    text: str
    classes: dict[str, str]
    end: int


def stand_alone(tokens: Tokens, i: int) -> bool:
    """Return whether the digits at `i` surely are a number without marks and ending."""
    at = i + 1
    if at == len(tokens.texts):
        return True
    kind, text = tokens.kind(at), tokens.texts[at]
    if kind != "mark":
        return kind == "word" and not tokens.touch(i)
    goes_on = at + 1 < len(tokens.texts) and tokens.kind(at + 1) != "mark"
    return not goes_on or (text not in ENDINGS and tokens.kind(at + 1) != "digits")


def read(text: str, start: int, decimal_mark: str) -> Digits:
    """Read the digits at `start` of a normalised text, with the marks that belong to them."""
    match = _NUMERIC.match(text, start)
    if match is None:  # pragma: no cover - callers stand before a digit
        raise ValueError(f"no digits at {start}")
    kind, written = match.lastgroup or "", match.group()
    classes = _classes(kind, written, decimal_mark)
    if kind == "years" and not classes:
        written = written[:4]
        kind, classes = "plain", plain_classes(int(written), len(written))
    return Digits(kind, written, classes, start + len(written))


def plain_classes(value: int, width: int) -> dict[str, str]:
    """Return what a whole number of `width` digits may be."""
    classes = {"n": str(value)}
    if width <= 2:
        classes |= small_classes(value)
        if width == 2:
            classes["yy"] = str(value)
    elif width == 3:
        classes["early_year"] = str(value)
    elif width == 4:
        classes |= _four_digits(value)
    return classes


def _four_digits(value: int) -> dict[str, str]:
    """Return what four digits may be: a year, a modern one, a round number, 0630 hours."""
    classes = {}
    if DATES_DIGITS_FIRST_YEAR <= value <= DATES_DIGITS_LAST_YEAR:
        classes["year"] = str(value)
    if DATES_DIGITS_FIRST_MODERN <= value <= DATES_DIGITS_LAST_YEAR:
        classes["modern"] = str(value)
    if value % 100 == 0:
        classes["round"] = str(value)
    if value // 100 < 24 and value % 100 < 60:
        classes["hhmm"] = f"{value // 100:02d}:{value % 100:02d}"
        if value < DATES_DIGITS_FIRST_YEAR:
            # 0630 can hardly be anything but a time.
            classes["military"] = classes["hhmm"]
    return classes


def small_classes(value: int) -> dict[str, str]:
    """Return what a number below a hundred may be besides a number."""
    classes = {}
    if 1 <= value <= 31:
        classes["day"] = str(value)
    if value <= 24:
        classes["hour"] = str(value)
    if 10 <= value <= 20:
        classes["hundreds"] = str(value)
    if 5 <= value <= DATES_DIGITS_HIGHEST_CENTURY:
        classes["century_n"] = str(value)
    return classes


def ordinal_classes(value: int) -> dict[str, str]:
    """Return what an ordinal may be: a day, an hour, a century, a year."""
    classes = {"nth": str(value)}
    if 1 <= value <= 31:
        classes["day"] = str(value)
        classes["dayth"] = str(value)
    if value <= 24:
        classes["hourth"] = str(value)
    if value <= DATES_DIGITS_HIGHEST_CENTURY:
        classes["century_nth"] = str(value)
    if 10 <= value < 100:
        # «на третьому році» counts the years of a war, of a course.
        classes["yyth"] = str(value)
    if DATES_DIGITS_FIRST_YEAR <= value <= DATES_DIGITS_LAST_YEAR:
        classes["yearth"] = str(value)
    return classes


def decade_classes(value: int, width: int) -> dict[str, str]:
    """Return ``decade`` for 60 and 1960 with the ending of a plural, else nothing."""
    if value % 10:
        return {}
    if width == 4 and DATES_DIGITS_FIRST_YEAR <= value <= DATES_DIGITS_LAST_YEAR:
        return {"decade": str(value), "full_decade": str(value)}
    return {"decade": str(value)} if width == 2 and value else {}


def year_of(two_digits: int) -> int:
    """Return the likely year of a year or decade written with two digits."""
    return two_digits + (2000 if two_digits < DATES_DIGITS_RECENT else 1900)


def numeral_classes(numeral: Numeral) -> dict[str, str]:
    """Return what a number in words may be."""
    value = numeral.low
    if numeral.form is Form.VAGUE:
        return {"vague": ""}
    if numeral.written is Written.ROMAN:
        return {"roman": str(value), "capital": "", "century_roman": str(value)}
    modern = DATES_DIGITS_FIRST_MODERN < value < DATES_DIGITS_LAST_YEAR
    if numeral.form is Form.COMPOUND and modern:
        # «двотисячний рік»; of a crowd it is a number.
        return {"yearth": str(value)}
    if numeral.form is Form.COMPOUND or (value.denominator != 1 and numeral.form is Form.FRACTION):
        return {}
    if numeral.form is Form.ORDINAL:
        return ordinal_classes(int(value))
    if numeral.one:
        # «до одного дня»: an hour is never "one" in the languages that decline it.
        return {"n": "1"}
    small = cardinal_classes(int(value)) if value.denominator == 1 else {}
    return {"n": str(value), **small}


def cardinal_classes(value: int) -> dict[str, str]:
    """Return what a whole number in words may be besides a number."""
    classes = small_classes(value) if 0 <= value < 100 else {}
    if 0 < value < 60:
        classes["mm_words"] = str(value)
    if 10 <= value < 100:
        classes["yy_words"] = str(value)
    if value in _HUNDREDS_SPOKEN:
        classes["hundreds_words"] = str(value)
    if DATES_DIGITS_FIRST_MODERN < value <= DATES_DIGITS_LAST_YEAR and value % 100:
        classes["modern_words"] = str(value)
    return classes


def possible_classes() -> Iterator[frozenset[str]]:
    """Yield every set of classes that digits and number words can have."""
    for value in (*range(101), *_SAMPLES):
        for width in range(len(str(value)), 5):
            ordinal = frozenset(ordinal_classes(value))
            decade = frozenset(decade_classes(value, width))
            yield from (frozenset(plain_classes(value, width)), ordinal, decade, decade | ordinal)
        yield frozenset({"n", *cardinal_classes(value)})
    yield from map(frozenset, ({"n"}, {"yearth"}))
    yield from map(frozenset, ({"full"}, {"clock"}, {"season_years"}, {"slashed"}))
    yield from map(frozenset, ({"dotted"}, {"dotted", "n"}, {"dotted", "dm"}))
    yield from map(frozenset, ({"dotted", "dm", "n"}, {"dm"}, {"dm", "n"}, {"quarter"}, {"half"}))


@lru_cache(maxsize=2048)
def _classes(kind: str, written: str, decimal_mark: str) -> dict[str, str]:
    match kind:
        case "full" | "dmy":
            return {"full": written} if _is_date(written) else {}
        case "clock":
            hour, minute = map(int, written.split(":"))
            return {"clock": written} if hour <= 24 and minute < 60 else {}
        case "years":
            return _season_years(written)
        case "slashed":
            first, second = map(int, written.split("/"))
            days = sorted((first, second))
            return {"slashed": written} if 1 <= days[0] <= 12 and days[1] <= 31 else {}
        case "decimal":
            return _decimal(written, decimal_mark)
        case "plain":
            return plain_classes(int(written), len(written))
    return {}


def _is_date(written: str) -> bool:
    first, second, third = map(int, re.split(r"[./-]", written))
    if first > 31:
        return 1 <= second <= 12 and 1 <= third <= 31
    low, high = sorted((first, second))
    # The month is one of the first two; which, dots and dashes say, a slash does not.
    return 1 <= low <= 12 and high <= 31 and (second <= 12 or "/" in written)


def _season_years(written: str) -> dict[str, str]:
    """Return ``season_years`` for 2018-19 and 2018/2019, nothing for 1950-53."""
    first, second = int(written[:4]), int(written[5:])
    follows = (first + 1) % 100 == second % 100 and second in {first + 1, (first + 1) % 100}
    return (
        {"season_years": written}
        if follows and DATES_DIGITS_FIRST_YEAR <= first <= DATES_DIGITS_LAST_YEAR
        else {}
    )


def _decimal(written: str, decimal_mark: str) -> dict[str, str]:
    classes = {}
    first, second = re.split(r"[.,]", written)
    if "." in written:
        if len(second) == 2 and int(second) < 60 and len(first) <= 2 and int(first) <= 24:
            classes["dotted"] = written
        if (
            len(second) == 2
            and len(first) == 2
            and 1 <= int(first) <= 31
            and 1 <= int(second) <= 12
        ):
            classes["dm"] = written
    if decimal_mark in written:
        classes["n"] = str(Fraction(written.replace(",", ".")))
    return classes
