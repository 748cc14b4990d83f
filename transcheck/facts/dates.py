"""Extractors of dates and of clock times: what is found when, sentence by sentence.

Dates are days, months, years, decades, weekdays, "two months ago", «торік»; times are 2:30
pm, 14:30, half past two, «о сьомій ранку», noon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.chronology.dating import date_of
from transcheck.facts.chronology.lexing import items
from transcheck.facts.chronology.shapes import DATES, TIMES, Match, find, shapes
from transcheck.facts.chronology.timing import time_of
from transcheck.facts.chronology.words import words
from transcheck.facts.tokens import tokenize
from transcheck.languages import Language
from transcheck.model import Edition, Fact

DATE, TIME = "date", "time"
_DATES_FIRST, _THEN_TIMES = 10, 20


def extract_dates(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the dates of an edition; the value of each is a `PartialDate`."""
    return _extract(DATE, DATES, date_of, edition, language, taken)


def extract_times(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the clock times of an edition; the value of each is a `ClockTime`."""
    clock24 = "clock24" in words(language).rules

    def read(match: Match) -> object:
        return time_of(match, clock24=clock24)

    return _extract(TIME, TIMES, read, edition, language, taken)


def _extract(
    kind: str,
    table: str,
    value_of: Callable[[Match], object],
    edition: Edition,
    language: Language,
    taken: Taken,
) -> Iterator[Fact]:
    people = _people_named_as_months(edition, language)
    candidates = shapes(table, language)
    for segment in edition.segments:
        found = items(segment.text, language, people)
        if not found.symbols:
            continue
        for match in find(found, candidates):
            if not taken.free(segment.index, match.start, match.end):
                continue
            value = value_of(match)
            if value is not None:
                text = segment.text[match.start : match.end]
                yield Fact(kind, value, text, segment.index, match.start, match.end)


def _people_named_as_months(edition: Edition, language: Language) -> frozenset[str]:
    """Return the words of an edition that are months elsewhere but follow a title or a first name.

    Where Theresa May is in an article, "May" alone is not the month in any of its sentences.
    """
    table = words(language)
    doubtful = table.members("month_doubtful") | table.members("month_name")
    titles = table.members("honorific")
    if not titles:
        return frozenset()
    found = set()
    for segment in edition.segments:
        tokens = tokenize(segment.text)
        if doubtful.isdisjoint(tokens.texts):
            continue
        previous = ""
        for token in tokens:
            if token.text == ".":
                continue
            if token.text in doubtful and previous in titles and token.raw[0].isupper():
                found.add(token.text)
            previous = token.text
    return frozenset(found)


EXTRACTORS.add(DATE, Extractor(DATE, _DATES_FIRST, extract_dates))
EXTRACTORS.add(TIME, Extractor(TIME, _THEN_TIMES, extract_times))
