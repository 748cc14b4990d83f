"""DAT004: a clock time that an edition leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import omission
from transcheck.comparing.dates_voting import about_times
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT004",
    rule="time-missing",
    family=Family.DATE,
    severity=Severity.WARNING,
    templates={"default": "{claim}; no such time in {absent}"},
)
def time_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A time of day stands in the passage of some editions, and another leaves it out.

    When to be where is what readers look for; a dropped time is seldom meant. What stands
    in the sentence before or after is not missing, nor what a headline leaves out.

    It is a warning: nothing is contradicted, but readers of one edition are told less.

    Bad:
        uk: Засідання почнеться в понеділок о 14:30.
        en: The session starts on Monday.
        ru: Заседание начнется в понедельник в 14:30.

    Good:
        uk: Засідання почнеться в понеділок о 14:30.
        en: The session starts at 2.30 pm on Monday.
        ru: Заседание начнется в понедельник в половине третьего.
    """
    for vote, divergence in about_times(comparison):
        if len(divergence.claims) == 1 and vote.sure and not vote.headline:
            yield omission(this, comparison, divergence, this.severity)
