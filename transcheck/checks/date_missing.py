"""DAT003: a date that an edition leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import omission
from transcheck.comparing.dates_voting import DATE, about_dates, date, missed
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT003",
    rule="date-missing",
    family=Family.DATE,
    severity=Severity.WARNING,
    templates={"default": "{claim}; no such date in {absent}"},
)
def date_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A date stands in the passage of some editions, and another leaves it out.

    A day, a year or "last week" was dropped in translation, or added. What stands in the
    sentence before or after is not missing, nor what a headline leaves out, nor a "today",
    which is often no date at all.

    It is a warning: nothing is contradicted, but readers of one edition are told less. A date
    without a year that one edition alone adds is info: English desks say on which day it was.

    Bad:
        uk: Перемир'я уклали в березні 2020 року.
        en: A truce was agreed.
        ru: Перемирие заключили в марте 2020 года.

    Good:
        uk: Перемир'я уклали в березні 2020 року.
        en: A truce was agreed in March 2020.
        ru: Перемирие заключили в марте 2020-го.
    """
    for vote, divergence in about_dates(comparison):
        if len(divergence.claims) == 1 and missed(vote, divergence):
            alone = len(vote.passage.present) > 2 and len(divergence.claims[0].makers) == 1
            # A year in one edition alone is often another one's with a wrong digit.
            dated = any(date(fact).year for fact in divergence.facts if fact.kind == DATE)
            severity = Severity.INFO if alone and not dated else this.severity
            yield omission(this, comparison, divergence, severity)
