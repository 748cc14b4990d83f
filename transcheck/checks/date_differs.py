"""DAT001: a date that differs between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.dates_voting import about_dates, counts_from_today
from transcheck.comparing.nuances import counted_apart
from transcheck.comparing.voting import Vote, votes
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT001",
    rule="date-differs",
    family=Family.DATE,
    severity=Severity.ERROR,
    templates={
        "default": DIFFERENCE,
        "counted": "counted from another day: {one}, but {others}",
    },
)
def date_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions give different dates for the same thing.

    Days, months, years, decades, days of the week and distances in time ("two months
    ago") are compared by what they mean. One that says more agrees with one that says
    less: "8 December" with «8 грудня 2024 року», "Saturday" with the date it fell on,
    where the article's own date tells. With three editions two outvote the third.

    "Ten years ago" is counted from today, "ten years earlier" from a day in the story.

    It is an error where both say the same part of a date differently, and a warning where
    it is not sure that the sentences are counterparts, or where one edition alone counts
    from today. One that says "earlier" for "ago" is info: the style of some languages.

    Bad:
        uk: Наступ почався 27 листопада.
        en: The offensive began on 29 November.
        ru: Наступление началось 27 ноября.

    Good:
        uk: Наступ почався 27 листопада 2024 року.
        en: The offensive began on Nov. 27.
        ru: Наступление началось в среду, 27 ноября.
    """
    for vote, divergence in about_dates(comparison):
        if len(divergence.claims) > 1:
            sure = vote.sure
            severity = Severity.ERROR if sure else Severity.WARNING
            yield difference(this, comparison, divergence, severity)
    for vote in comparison.once(votes):
        for claim in vote.varied:
            apart = counted_apart(claim)
            if apart is not None:
                yield difference(this, comparison, apart, _counted(vote, apart), "counted")


def _counted(vote: Vote, divergence: Divergence) -> Severity:
    """Return how grave it is that editions count from another day."""
    alone = divergence.claims[-1]
    from_today = all(counts_from_today(fact) for facts in alone.facts for fact in facts)
    if vote.sure and divergence.suspects and from_today:
        return Severity.WARNING
    return Severity.INFO
