"""NAM002: a name that differs between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.names import ArticleNames
from transcheck.comparing.names_findings import places, saying
from transcheck.comparing.names_spelling import Lone, lone_spellings
from transcheck.comparing.names_votes import replaced
from transcheck.model import Comparison, Family, Finding, Severity

MARGIN = 9.0
"""Nats by which a spelling must fit the others worse than they fit each other: 16 of 18
planted misspellings reach it, and 15 spellings of 62 articles, of which 10 were wrong."""


@check(
    code="NAM002",
    rule="name-differs",
    family=Family.NAME,
    severity=Severity.ERROR,
    templates={"default": "{one}, but {others}"},
)
def name_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A name in one edition is not the name that the others have there.

    A letter went wrong, or another person, place or organisation stands in its place.
    Spellings are compared across scripts and inflection: Растані is Rastan, Наїм Касем is
    Naim Qassem, ХТШ is HTS, and names that tables know (Київ, Киев, Kyiv) are the same
    whatever their letters. What varies in transliteration counts little, a letter that
    stands for another sound counts much.

    It is an error where another name stands in the place, and a warning where the
    spelling is so far off that a letter is likely to be wrong.

    Bad:
        uk: Генсек «Хезболли» Наїм Касем виступив у середу.
        en: Hezbollah chief Hassan Nasrallah spoke on Wednesday.
        ru: Генсек «Хезболлы» Наим Кассем выступил в среду.

    Good:
        uk: Генсек «Хезболли» Наїм Касем виступив у середу.
        en: Hezbollah chief Naim Qassem spoke on Wednesday.
        ru: Генсек «Хезболлы» Наим Кассем выступил в среду.
    """
    article = comparison.article
    names = ArticleNames(comparison)
    seen: set[tuple[str, str]] = set()
    for passage in names.passages():
        for swap in replaced(passage):
            language = article.editions[swap.unit.edition].language
            yield this.finding(
                article.name,
                places(article, (swap.unit, *swap.instead.places)),
                suspects=(language,),
                one=saying(article, [swap.unit]),
                others=saying(article, swap.instead.places),
            )
        for lone in lone_spellings(names, passage):
            language = article.editions[lone.unit.edition].language
            if not _wrong(lone) or (language, lone.unit.text) in seen:
                continue
            seen.add((language, lone.unit.text))
            yield this.finding(
                article.name,
                places(article, (lone.unit, *lone.others)),
                suspects=(language,),
                severity=Severity.WARNING,
                one=saying(article, [lone.unit]),
                others=saying(article, lone.others),
            )


def _wrong(lone: Lone) -> bool:
    """Return whether a spelling is likely to be wrong, not only another transliteration.

    Where the edition alone writes in its script, the others agree for that reason and the
    distance says little: then a known word must be a letter away that fits much better.
    """
    return lone.margin >= MARGIN and (bool(lone.meant) or not lone.script_alone)
