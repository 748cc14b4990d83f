"""What votes say of dates and times, and what the calendar says of dates."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from transcheck.comparing.consensus import Claim, Divergence
from transcheck.comparing.dates import nearest
from transcheck.comparing.placing import months, weekdays
from transcheck.comparing.voting import Vote, votes
from transcheck.facts.dates.values import Offset, PartialDate
from transcheck.model import Comparison, Fact

DATE, TIME = "date", "time"
_TODAY = PartialDate(relative=Offset("d", 0, anchor="now"))


def about_dates(comparison: Comparison) -> Iterator[tuple[Vote, Divergence]]:
    """Yield the divergences in which some fact is a date, with the vote they are of."""
    for vote in comparison.once(votes):
        for divergence in vote.divergences:
            if any(fact.kind == DATE for fact in divergence.facts):
                yield vote, divergence


def about_times(comparison: Comparison) -> Iterator[tuple[Vote, Divergence]]:
    """Yield the divergences in which some fact is a clock time and none a date."""
    for vote in comparison.once(votes):
        for divergence in vote.divergences:
            kinds = {fact.kind for fact in divergence.facts}
            if TIME in kinds and DATE not in kinds:
                yield vote, divergence


def date(fact: Fact) -> PartialDate:
    """Return the value of a fact of the kind ``date``.

    Raises:
        TypeError: the fact is of another kind.
    """
    if not isinstance(fact.value, PartialDate):
        raise TypeError(f"not a date: {fact}")
    return fact.value


def counts_from_today(fact: Fact) -> bool:
    """Return whether a date is a distance from the day of publication: "ten years ago"."""
    offset = date(fact).relative
    return offset is not None and offset.anchor == "now"


def missed(vote: Vote, divergence: Divergence) -> bool:
    """Return whether an edition can be blamed for leaving a date out.

    "Today" is often no date at all: «зараз», "nowadays", «до сегодняшнего дня»; and "in summer"
    says nothing beside a fifth of July.
    """
    dates = [date(fact) for fact in divergence.facts if fact.kind == DATE]
    if not vote.sure or vote.headline or all(d == _TODAY for d in dates):
        return False
    return not all(
        _told_finer(fact, vote.passage.facts[n])
        for claim in divergence.claims
        for n, facts in enumerate(claim.facts)
        for fact in facts
    )


def _told_finer(fact: Fact, beside: Iterable[Fact]) -> bool:
    """Return whether a sentence has a month or day in the season that it names as well."""
    season = date(fact) if fact.kind == DATE else PartialDate()
    allowed = months(season) if season.month is None else None
    return allowed is not None and any(
        other.segment == fact.segment and other.value.month in allowed
        for other in beside
        if isinstance(other.value, PartialDate) and other.value.month
    )


_LEAP, _COMMON = 2024, 2023


class Misnamed(NamedTuple):
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
    for claim in _claims(comparison, lambda d, n: _is_wrong(d, editions[n].published)):
        yield Misnamed(claim, sure=_first(claim).year is not None)


def impossible(comparison: Comparison) -> Iterator[Claim]:
    """Yield the dates of an article that are in no calendar, each once.

    Those that are outvoted by other editions are left to that finding.
    """
    yield from _claims(comparison, lambda date, _: _is_impossible(date))


def _claims(comparison: Comparison, wrong: Callable[[PartialDate, int], bool]) -> Iterator[Claim]:
    """Yield the dates that are wrong by themselves, those of one value as one claim."""
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
            if isinstance(date, PartialDate) and wrong(date, n) and fact not in outvoted:
                key = (date.year, date.month, date.day, date.weekday)
                own = found.setdefault(key, [[] for _ in comparison.article.editions])
                own[n].append(fact)
    for own in found.values():
        yield Claim(tuple(map(tuple, own)))


def _first(claim: Claim) -> PartialDate:
    return next(date(fact) for facts in claim.facts for fact in facts)


def _is_impossible(date: PartialDate) -> bool:
    if date.month is None or date.day is None or date.swappable:
        return False
    # By the old calendar every fourth year has a 29 February.
    leap = date.year is None or date.julian or calendar.isleap(date.year)
    return date.day > calendar.monthrange(_LEAP if leap else _COMMON, date.month)[1]


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
