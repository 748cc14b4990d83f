"""NAM001: a name spelled in two ways inside one edition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from transcheck.checks import Check, check, log_odds
from transcheck.checks.leniency import LEAVE_ALONE, left_alone
from transcheck.comparing.alone.spellings import repaired
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.units import places
from transcheck.comparing.names.verdicts import Misspelt, name_votes, names_of
from transcheck.comparing.names.weights import NAMES
from transcheck.model import Comparison, Family, Finding, Severity, Suggestion

_OFTEN = 2
"""Times that a form stands from which on it is plain that it is the right one."""


@check(
    code="NAM001",
    rule="name-spelled-two-ways",
    family=Family.NAME,
    severity=Severity.ERROR,
    templates={"default": "{edition} spells one name in two ways: “{usual}” and “{other}”"},
    options=(LEAVE_ALONE,),
)
def name_two_ways(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """One edition spells one name in two ways.

    The town Rastan is called Rustan three paragraphs later, and readers take it for
    another place. Cases, possessives and plurals of a name are one spelling; two names
    that another edition keeps apart are two names. It takes another edition that has one
    name for both. It is an error where that is almost certain, else a warning.

    Bad:
        uk: Колона вийшла з Растана. До ночі Растан зайняли.
        en: The column left Rastan. By nightfall Rustan was taken.
        ru: Колонна вышла из Растана. К ночи Растан заняли.

    Good:
        uk: Колона вийшла з Растана. До ночі Растан зайняли.
        en: The column left Rastan. By nightfall Rastan's centre was taken.
        ru: Колонна вышла из Растана. К ночи Растан заняли.
    """
    article = comparison.article
    for found in comparison.once(name_votes).misspelt:
        if found.usual is None:
            continue
        where = places(article, (found.usual, *found.units, *found.others))
        if left_alone(this, article, where):
            continue
        edition = article.editions[found.usual.edition].language
        usual, other = found.usual.text, found.units[0].text
        sure = found.probability >= NAMES.two_ways
        told = this.finding(
            article.name,
            where,
            suspects=(edition,),
            severity=Severity.ERROR if sure else Severity.WARNING,
            key=(edition, usual, other),
            evidence=log_odds(found.probability),
            edition=edition,
            usual=usual,
            other=other,
        )
        yield replace(told, suggestion=_correction(found, comparison.once(names_of)))


def _correction(found: Misspelt, names: Names) -> Suggestion | None:
    """Return the rarer form put right, where it stands once and it is a matter of a letter."""
    (odd, *more), usual = found.units, found.usual
    often = names.everywhere(usual) if usual is not None else ()
    if more or len(often) < _OFTEN:
        return None
    right = repaired([unit.text for unit in often], odd.text, odd.language)
    if not right:
        return None
    return Suggestion(odd.language, odd.segment, odd.start, odd.end, right)
