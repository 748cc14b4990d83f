"""DAT008: a date that is in no calendar."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.weekdays import impossible
from transcheck.comparing.wording import occurrences, sayings
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT008",
    rule="date-impossible",
    family=Family.DATE,
    severity=Severity.ERROR,
    alone=True,
    templates={"default": "there is no such day: {one}"},
)
def date_impossible(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A month has no such day: 31 April, 30 February, 29 February of a common year.

    The calendar tells without any other edition, even where all of them say the same. A
    date that two other editions contradict is reported as that, not once more.

    It is an error. Where several editions say the same, nobody is the suspect.

    Bad:
        uk: Термін подання заяв минає 31 квітня.
        en: The deadline for applications is April 31.
        ru: Срок подачи заявлений истекает 31 апреля.

    Good:
        uk: Термін подання заяв минає 30 квітня.
        en: The deadline for applications is April 30.
        ru: Срок подачи заявлений истекает 30 апреля.
    """
    editions = comparison.article.editions
    for claim in impossible(comparison):
        alone = len(claim.editions) == 1 and len(editions) > 1
        yield this.finding(
            comparison.article.name,
            occurrences(comparison.article, [claim]),
            suspects=[editions[n].language for n in claim.editions] if alone else (),
            one=sayings(comparison.article, [claim]),
        )
