"""What votes say of dates and times: which divergences are about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transcheck.comparing.consensus import Divergence
from transcheck.comparing.placing import months
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
