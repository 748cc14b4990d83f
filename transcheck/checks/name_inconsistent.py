"""NAM004: one edition, checked alone, spells a name in two ways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transcheck.checks import Check, check
from transcheck.checks.leniency import LEAVE_ALONE, left_alone
from transcheck.comparing.alone.spellings import Spelling, slips
from transcheck.model import Comparison, Family, Finding, Occurrence, Severity, Suggestion


@check(
    code="NAM004",
    rule="name-inconsistent",
    family=Family.NAME,
    severity=Severity.ERROR,
    alone=True,
    templates={"default": "a name is spelled in two ways: “{usual}” and “{other}”"},
    options=(LEAVE_ALONE,),
)
def name_inconsistent(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A text that is checked alone spells one name in two ways.

    Two spellings are one name where one letter was written for another, left out, doubled or
    exchanged with its neighbour. Cases, plurals and possessives are one spelling. Two names
    that a dictionary has, that stand in one sentence or have given names of their own are two
    persons or places: Кравченко and Кравчук, Smith and Smyth.

    It is an error where it is plain which of the two is wrong: the rarer one, or the one that
    no dictionary has. Else it is a warning. Where several editions are compared, these tell
    more surely which names are one (NAM001).

    Bad:
        uk: Растан упав у п'ятницю. Дорогу до Растана перерізано. Колони бачили в Рустані.
        en: Rastan fell on Friday. The road to Rastan is cut. Columns were seen in Rustan.

    Good:
        uk: Растан упав у п'ятницю. Дорогу до Растана перерізано. Міст під Растаном зник.
        en: Rastan fell on Friday. The road to Rastan is cut. Rastan's bridge is gone.
    """
    article = comparison.article
    if len(article.editions) != 1:
        return
    edition = article.editions[0]
    for slip in slips(comparison.facts[0], edition.language):
        odd = [_place(edition.language, each) for each in slip.odd]
        where = (_place(edition.language, slip.usual[0]), *odd)
        if left_alone(this, article, where):
            continue
        found = this.finding(
            article.name,
            where,
            severity=Severity.ERROR if slip.certain else Severity.WARNING,
            key=(edition.language, slip.usual[0].text, odd[0].text),
            usual=slip.usual[0].text,
            other=odd[0].text,
        )
        if slip.certain and len(odd) == 1:
            place = odd[0]
            right = Suggestion(
                edition.language, place.segment, place.start, place.end, slip.repaired
            )
            found = replace(found, suggestion=right)
        yield found


def _place(language: str, spelling: Spelling) -> Occurrence:
    return Occurrence(
        language, spelling.segment, spelling.start, spelling.end, spelling.text, spelling.text
    )
