"""Extractor of dates: days, months, years, decades, weekdays, "two months ago", «торік»."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.chronology.dating import date_of
from transcheck.facts.chronology.lexing import items
from transcheck.facts.chronology.people import people_named_as_months
from transcheck.facts.chronology.shapes import DATES, find, shapes
from transcheck.languages import Language
from transcheck.model import Edition, Fact

KIND = "date"
_ORDER = 10


def extract(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the dates of an edition; the value of each is a `PartialDate`."""
    people = people_named_as_months(edition, language)
    candidates = shapes(DATES, language)
    for segment in edition.segments:
        found = items(segment.text, language, people)
        if not found.symbols:
            continue
        for match in find(found, candidates):
            if not taken.free(segment.index, match.start, match.end):
                continue
            date = date_of(match)
            if date is not None:
                text = segment.text[match.start : match.end]
                yield Fact(KIND, date, text, segment.index, match.start, match.end)


EXTRACTORS.add(KIND, Extractor(KIND, _ORDER, extract))
