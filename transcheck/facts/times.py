"""Extractor of clock times: 2:30 pm, 14:30, half past two, «о сьомій ранку», noon."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.facts import EXTRACTORS, Extractor, Taken
from transcheck.facts.chronology.lexing import items
from transcheck.facts.chronology.people import people_named_as_months
from transcheck.facts.chronology.shapes import TIMES, find, shapes
from transcheck.facts.chronology.timing import time_of
from transcheck.facts.chronology.words import words
from transcheck.languages import Language
from transcheck.model import Edition, Fact

KIND = "time"
_ORDER = 20


def extract(edition: Edition, language: Language, taken: Taken) -> Iterator[Fact]:
    """Yield the clock times of an edition; the value of each is a `ClockTime`."""
    people = people_named_as_months(edition, language)
    candidates = shapes(TIMES, language)
    clock24 = "clock24" in words(language).rules
    for segment in edition.segments:
        found = items(segment.text, language, people)
        if not found.symbols:
            continue
        for match in find(found, candidates):
            if not taken.free(segment.index, match.start, match.end):
                continue
            time = time_of(match, clock24=clock24)
            if time is not None:
                text = segment.text[match.start : match.end]
                yield Fact(KIND, time, text, segment.index, match.start, match.end)


EXTRACTORS.add(KIND, Extractor(KIND, _ORDER, extract))
