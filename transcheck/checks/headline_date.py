"""DAT009: a day of the headline or the lead that the rest of the text contradicts."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.alone.dates import contradicted_dates
from transcheck.comparing.alone.editions import alike, claim
from transcheck.comparing.wording import occurrences, sayings
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="DAT009",
    rule="date-contradicts-text",
    family=Family.DATE,
    severity=Severity.ERROR,
    alone=True,
    templates={
        "headline": "the headline says {one}, but the text {other}",
        "lead": "the lead says {one}, but the text further down {other}",
    },
)
def headline_date(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """The headline or the lead has a day that the text under it contradicts.

    The day stands nowhere in the text, which has another one for the same: of the same month, or
    the same day of another; or another weekday, or another year. Under a headline a digit or
    words around the two are the same, else the whole clause: it says nothing that the headline
    or the lead does not say.

    It is an error in the headline of a text that is checked alone. In its lead, and where all
    editions that are compared say the same, it is a warning; where they do not, they differ
    from each other (DAT001).

    Bad:
        uk: Переговори почнуться 6 березня. / В Ізмаїлі переговори почнуться 16 березня.
        en: Talks open on March 6. / The talks in Izmail will open on March 16.

    Good:
        uk: Переговори почнуться 16 березня. / В Ізмаїлі переговори почнуться 16 березня.
        en: Talks open on March 16. / The talks in Izmail will open on March 16.
    """
    article = comparison.article
    for found in alike(comparison, contradicted_dates):
        said = claim([each.said] for each in found)
        other = claim([each.other] for each in found)
        top = all(each.headline for each in found)
        yield this.finding(
            article.name,
            occurrences(article, [said, other]),
            template="headline" if top else "lead",
            severity=Severity.ERROR if top and len(found) == 1 else Severity.WARNING,
            one=sayings(article, [said]),
            other=sayings(article, [other]),
        )
