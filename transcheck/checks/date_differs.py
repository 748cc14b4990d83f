"""DAT001: a date that differs between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import difference
from transcheck.comparing.dates_voting import about_dates
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT001",
    rule="date-differs",
    family=Family.DATE,
    severity=Severity.ERROR,
    templates={"default": "{claims}"},
)
def date_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions give different dates for the same thing.

    Days, months, years, decades, days of the week and distances in time ("two months
    ago") are compared by what they mean. One that says more agrees with one that says
    less: "8 December" with «8 грудня 2024 року», "Saturday" with the date it fell on,
    where the article's own date tells. With three editions two outvote the third.

    It is an error where both say the same part of a date differently, and a warning where
    it is not sure that the sentences are counterparts.

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
