"""NAM005: a name of the headline or the lead in whose place the text has another."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import LEAVE_ALONE, left_alone
from transcheck.comparing.alone.names import contradicted_names
from transcheck.comparing.wording import occurrence
from transcheck.model import Comparison, Family, Finding, Severity


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
