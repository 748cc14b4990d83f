"""NUM006: a number of the headline or the lead that the rest of the text contradicts."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.alone.editions import alike, claim
from transcheck.comparing.alone.numbers import contradicted_numbers
from transcheck.comparing.wording import occurrences, sayings
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="NUM006",
    rule="number-contradicts-text",
    family=Family.NUMBER,
    severity=Severity.ERROR,
    alone=True,
    templates={
        "headline": "the headline says {one}, but the text {other}",
        "lead": "the lead says {one}, but the text further down {other}",
    },
)
def headline_number(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """The headline or the lead has a number that the text under it contradicts.

    It happens when a text is brought up to date and its headline is not. The number stands
    nowhere in the text, rounded or summed up either, and the text has another one for the
    same: it is said with the same words, or the two differ in a digit. What is said of an
    earlier time contradicts nothing.

    It is an error in the headline of a text that is checked alone. In its lead, and where all
    editions that are compared say the same, it is a warning; where they do not, they differ
    from each other, and that is reported (NUM001).

    Bad:
        uk: П'ятеро загиблих на пожежі. / На пожежі загинули шестеро людей, каже поліція.
        en: Five dead in fire. / Six people died in the fire on Monday, the police said.

    Good:
        uk: Шестеро загиблих на пожежі. / Загинули шестеро. Раніше казали про п'ятьох загиблих.
        en: Six dead in fire. / Six people died in the fire. Earlier five had been reported dead.
    """
    article = comparison.article
    lone = len(article.editions) == 1
    for found in alike(comparison, contradicted_numbers):
        said = claim([each.said] for each in found)
        other = claim([each.other] for each in found)
        top = all(each.headline for each in found)
        yield this.finding(
            article.name,
            occurrences(article, [said, other]),
            template="headline" if top else "lead",
            severity=Severity.ERROR if lone and top else Severity.WARNING,
            one=sayings(article, [said]),
            other=sayings(article, [other]),
        )
