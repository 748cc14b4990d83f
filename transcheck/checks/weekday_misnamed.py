"""DAT007: a date that is given a wrong day of the week."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.weekdays import misnamed
from transcheck.comparing.wording import occurrences, sayings
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT007",
    rule="weekday-misnamed",
    family=Family.DATE,
    severity=Severity.ERROR,
    alone=True,
    templates={"default": "that date is another day of the week: {one}"},
)
def weekday_misnamed(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A date falls on another day of the week than the edition says.

    Either the day or the date is wrong, and the calendar tells without any other edition.
    Only a day of the week that stands in the date itself is looked at. A date that two
    other editions contradict is reported as that, not once more.

    It is an error where the year is written. Where the year nearest to publication is
    meant it is a warning. Where several editions say the same, nobody is the suspect.

    Bad:
        uk: Бюджет ухвалили у вівторок, 18 листопада 2024 року.
        en: The budget was passed on Tuesday, 18 November 2024.
        ru: Бюджет приняли во вторник, 18 ноября 2024 года.

    Good:
        uk: Бюджет ухвалили у вівторок, 19 листопада 2024 року.
        en: The budget was passed on Tuesday, 19 November 2024.
        ru: Бюджет приняли во вторник, 19 ноября 2024 года.
    """
    editions = comparison.article.editions
    for found in misnamed(comparison):
        wrong = found.claim.editions
        alone = len(wrong) == 1 and len(editions) > 1
        yield this.finding(
            comparison.article.name,
            occurrences(comparison.article, [found.claim]),
            suspects=[editions[n].language for n in wrong] if alone else (),
            severity=Severity.ERROR if found.sure else Severity.WARNING,
            one=sayings(comparison.article, [found.claim]),
        )
