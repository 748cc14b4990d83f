"""DAT005: a date that one edition gives less exactly than the others."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import difference
from transcheck.comparing.nuances import less_exact
from transcheck.comparing.voting import votes
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT005",
    rule="date-less-exact",
    family=Family.DATE,
    severity=Severity.WARNING,
    templates={
        "weekday": "{one} without the day of the week, but {others}",
        "day": "{one} without the day of the month, but {others}",
        "month": "{one} without the month, but {others}",
        "relative": "{one} without saying which, but {others}",
        "part": "{one} without the part of the day, but {others}",
    },
)
def date_less_exact(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One edition leaves a part out of a date that the others give in full.

    The day or the month is gone, the "next" of "next Sunday", the day of the week or the
    morning of a Monday. What the passage or a sentence beside it says elsewhere is not
    missing. The year goes without saying, and so does the "this" of "this Friday".

    It is a warning where two editions have that part and the third alone leaves it out.
    It is info where the date is clear all the same: the day of the week or the morning of 5
    March, and "Wednesday" for «середу, 5 березня», as English editions write. With two
    editions it is info as well: one of them may have added it. So it is in headlines and
    where it is not sure that the sentences are counterparts.

    Bad:
        uk: Матч відбудеться наступної неділі.
        en: The match will be played next Sunday.
        ru: Матч состоится в воскресенье.

    Good:
        uk: Матч відбудеться в неділю, 8 грудня 2024 року.
        en: The match will be played on Sunday, 8 December.
        ru: Матч состоится 8 декабря, в воскресенье.
    """
    for vote in comparison.once(votes):
        for claim in vote.varied:
            found = sorted(less_exact(comparison, vote, claim), key=lambda less: less.clear)
            for less in found[:1]:
                sure = vote.sure and not vote.headline and less.divergence.suspects
                severity = Severity.WARNING if sure and not less.clear else Severity.INFO
                yield difference(this, comparison, less.divergence, severity, less.component)
