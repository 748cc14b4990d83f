"""The dates and times of each bead, put to the vote over all editions."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.comparing import clocks, dates
from transcheck.comparing.consensus import Claim, Likeness
from transcheck.comparing.relation import Relation, Verdict
from transcheck.comparing.voting import Vote, votes
from transcheck.facts.chronology.values import ClockTime, PartialDate
from transcheck.model import Comparison, Fact


def date_votes(comparison: Comparison) -> Iterator[Vote]:
    """Yield the vote on dates for every bead."""

    def judge(a: int, left: Fact, b: int, right: Fact) -> Likeness:
        editions = comparison.article.editions
        return _likeness(
            dates.relate(date(left), date(right), editions[a].published, editions[b].published)
        )

    return votes(comparison, "date", judge)


def time_votes(comparison: Comparison) -> Iterator[Vote]:
    """Yield the vote on clock times for every bead."""

    def judge(a: int, left: Fact, _b: int, right: Fact) -> Likeness:
        published = comparison.article.editions[a].published
        return _likeness(clocks.relate(time(left), time(right), published))

    return votes(comparison, "time", judge)


def date(fact: Fact) -> PartialDate:
    """Return the value of a fact of the kind ``date``.

    Raises:
        TypeError: the fact is of another kind.
    """
    if not isinstance(fact.value, PartialDate):
        raise TypeError(f"not a date: {fact}")
    return fact.value


def time(fact: Fact) -> ClockTime:
    """Return the value of a fact of the kind ``time``.

    Raises:
        TypeError: the fact is of another kind.
    """
    if not isinstance(fact.value, ClockTime):
        raise TypeError(f"not a time: {fact}")
    return fact.value


def without_weekday(claim: Claim) -> tuple[int, ...]:
    """Return the editions that give a date without the day of the week the others give."""
    said = {n for n in claim.editions if any(date(f).weekday for f in claim.facts[n])}
    return tuple(n for n in claim.editions if n not in said) if said else ()


def _likeness(relation: Relation) -> Likeness:
    order, apart = relation.rank
    return Likeness(
        agrees=relation.verdict is not Verdict.DIFFERENT,
        rank=10 * order + apart,
        rival=relation.contradicts,
    )
