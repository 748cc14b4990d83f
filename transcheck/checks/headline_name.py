"""NAM005: a name of the headline in whose place the text has another."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import LEAVE_ALONE, left_alone
from transcheck.comparing.alone.places import replaced
from transcheck.comparing.wording import occurrence
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="NAM005",
    rule="name-contradicts-text",
    family=Family.NAME,
    severity=Severity.WARNING,
    alone=True,
    templates={"default": "the headline says “{one}”, but the text “{other}”"},
    options=(LEAVE_ALONE,),
)
def headline_name(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """The headline of a text that is checked alone names what its text does not, but another.

    The name stands nowhere in the text, in no form. One of the first two sentences has
    another name behind the same word, a preposition or what somebody is, and has more words
    in common with the headline. A country in place of a town is no contradiction.

    It is a warning. Where several editions are compared, their headlines are.

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
    for found in replaced(article.editions[0], comparison.facts[0]):
        where = [occurrence(article, 0, fact) for fact in found]
        if not left_alone(this, article, where):
            yield this.finding(article.name, where, one=found.said.text, other=found.other.text)
