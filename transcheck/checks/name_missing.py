"""NAM003: a name that an edition leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import LEAVE_ALONE, left_alone
from transcheck.comparing.names.units import places, saying
from transcheck.comparing.names.verdicts import name_votes
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="NAM003",
    rule="name-missing",
    family=Family.NAME,
    severity=Severity.WARNING,
    templates={"default": "{absent} does not name {others}"},
    options=(LEAVE_ALONE,),
)
def name_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Two editions name somebody or something in a passage, and the third nowhere.

    A name was dropped in translation. Only names that are certain count (a capital in
    mid-sentence, an acronym, a known name), and only where the third edition has neither
    the name, nor a word made from it, in the whole article.

    It is a warning: nothing is contradicted, but readers of one edition are told less.

    Bad:
        uk: Про це заявив речник ХТШ Хасан Абдель Гані.
        en: The spokesman of HTS said so.
        ru: Об этом заявил представитель ХТШ Хасан Абдель Гани.

    Good:
        uk: Про це заявив речник ХТШ Хасан Абдель Гані.
        en: Hassan Abdel Ghani, the spokesman of HTS, said so.
        ru: Об этом заявил представитель ХТШ Хасан Абдель Гани.
    """
    article = comparison.article
    for shared in comparison.once(name_votes).absent:
        found = places(article, shared.places)
        if left_alone(this, article, found):
            continue
        absent = article.editions[shared.edition].language
        yield this.finding(
            article.name,
            found,
            suspects=(absent,),
            absent=absent,
            others=saying(article, shared.places),
        )
