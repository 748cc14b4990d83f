"""Days of the week that do not fit the date they stand beside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.comparing.consensus import Claim
from transcheck.comparing.dates import nearest
from transcheck.comparing.placing import weekdays
from transcheck.comparing.voting import votes
from transcheck.facts.chronology.values import PartialDate
from transcheck.model import Comparison, Fact


@dataclass(frozen=True, slots=True)
class Misnamed:
    """A date that falls on another day of the week than is said with it."""

    claim: Claim
    """Every place where an edition says so."""
    sure: bool
    """Whether the year is written; else it is the one nearest to publication."""


def misnamed(comparison: Comparison) -> Iterator[Misnamed]:
    """Yield the dates of an article that are given a wrong day of the week, each once.

    Those that are outvoted by other editions are left to that finding.
    """
    editions = comparison.article.editions
    outvoted = [
        fact
        for vote in comparison.once(votes)
        for divergence in vote.divergences
        if len(divergence.claims) > 1 and divergence.suspects
        for fact in divergence.facts
    ]
    found: dict[tuple[int | None, ...], list[list[Fact]]] = {}
    for n, facts in enumerate(comparison.facts):
        for fact in facts:
            date = fact.value
            if not isinstance(date, PartialDate) or not _is_wrong(date, editions[n].published):
                continue
            if fact not in outvoted:
                key = (date.year, date.month, date.day, date.weekday)
                found.setdefault(key, [[] for _ in editions])[n].append(fact)
    for (year, *_), own in found.items():
        yield Misnamed(Claim(tuple(map(tuple, own))), sure=year is not None)


def _is_wrong(date: PartialDate, published: dt.date | None) -> bool:
    if date.weekday is None or date.month is None or date.day is None or date.swappable:
        return False
    day = _day(date, published)
    return day is not None and day.isoweekday() not in weekdays(date)


def _day(date: PartialDate, published: dt.date | None) -> dt.date | None:
    if date.year is None:
        return nearest(date, published) if published else None
    try:
        return dt.date(date.year, date.month or 1, date.day or 1)
    except ValueError:
        return None
