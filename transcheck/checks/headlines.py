"""NUM006, DAT009, NAM005: what a headline or lead says, and the rest of the text contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.checks import Check, check
from transcheck.checks.stating import LEAVE_ALONE, left_alone, occurrence, occurrences, sayings
from transcheck.comparing.alone import alike, claim
from transcheck.comparing.alone.dates import contradicted_dates
from transcheck.comparing.alone.names import contradicted_names
from transcheck.comparing.alone.numbers import contradicted_numbers
from transcheck.comparing.alone.tops import Contradiction
from transcheck.model import Article, Comparison, Family, Finding, Severity


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
    lone = len(comparison.article.editions) == 1
    for found in alike(comparison, contradicted_numbers):
        yield _contradiction(this, comparison.article, found, grave=lone)


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
    for found in alike(comparison, contradicted_dates):
        yield _contradiction(this, comparison.article, found, grave=len(found) == 1)


def _contradiction(
    this: Check, article: Article, found: Sequence[Contradiction], *, grave: bool
) -> Finding:
    """Return what editions say at their top and their text contradicts, an error if it is grave."""
    said = claim([each.said] for each in found)
    other = claim([each.other] for each in found)
    top = all(each.headline for each in found)
    return this.finding(
        article.name,
        occurrences(article, [said, other]),
        template="headline" if top else "lead",
        severity=Severity.ERROR if grave and top else Severity.WARNING,
        one=sayings(article, [said]),
        other=sayings(article, [other]),
    )


@check(
    code="NAM005",
    rule="name-contradicts-text",
    family=Family.NAME,
    severity=Severity.WARNING,
    alone=True,
    templates={
        "headline": "the headline says “{one}”, but the text “{other}”",
        "lead": "the lead says “{one}”, but the text further down “{other}”",
    },
    options=(LEAVE_ALONE,),
)
def headline_name(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A text that is checked alone names at its top what the rest does not, but another.

    The name stands nowhere else, in no form. Under a headline one of the first two sentences
    has another name behind the same word, a preposition or what somebody is, and has more words
    in common with it. Under a lead all that is said of the other place was said of the first.
    Or somebody is named who was never introduced, and who was, by a name that begins like it,
    is never named again. A country in place of a town is no contradiction.

    It is a warning. Where several editions are compared, each is compared with the others.

    Bad:
        uk: У Луцьку згоріла пекарня. / У Ковелі згоріла пекарня. Хліба в Ковелі вистачить.
        en: Bakery burns down in Lutsk. / The oldest bakery in Kovel burned. Kovel mourns.

    Good:
        uk: У Ковелі згоріла пекарня. / У Ковелі згоріла пекарня. Хліба в Ковелі вистачить.
        en: Bakery burns down in Kovel. / The oldest bakery in Kovel burned. Kovel mourns.
    """
    article = comparison.article
    if len(article.editions) != 1:
        return
    for found in contradicted_names(article.editions[0], comparison.facts[0]):
        where = [occurrence(article, 0, fact) for fact in found.facts]
        if not left_alone(this, article, where):
            yield this.finding(
                article.name,
                where,
                template="headline" if found.headline else "lead",
                one=found.said.text,
                other=found.other.text,
            )
