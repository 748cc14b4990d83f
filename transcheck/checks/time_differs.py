"""DAT002: a clock time that differs between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.stating import DIFFERENCE, difference
from transcheck.comparing.dates_voting import about_times
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT002",
    rule="time-differs",
    family=Family.DATE,
    severity=Severity.ERROR,
    templates={"default": DIFFERENCE},
)
def time_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions give different times of day for the same thing.

    "2:30 pm" agrees with 14:30 and «о пів на третю», and times in different zones with
    one another when they are the same moment, by the date in the sentence or that of
    publication. Where one edition names the zone of many countries (GMT, CET), a time without
    one in a Ukrainian or Russian edition is that of Kyiv. With three editions two outvote the
    third.

    It is an error, and a warning where it is not sure that the sentences are counterparts.

    Bad:
        uk: Засідання почнеться о 14:30.
        en: The session starts at 3.30 pm.
        ru: Заседание начнется в 14:30.

    Good:
        uk: Засідання почнеться о пів на третю.
        en: The session starts at 2.30 pm.
        ru: Заседание начнется в 14:30.
    """
    for vote, divergence in about_times(comparison):
        if len(divergence.claims) > 1:
            sure = vote.sure
            severity = Severity.ERROR if sure else Severity.WARNING
            yield difference(this, comparison, divergence, severity)
