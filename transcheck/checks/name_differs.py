"""NAM002: a name that differs between editions."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.comparing.names_findings import places, saying
from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_voting import name_votes
from transcheck.model import Comparison, Family, Finding, Severity


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
    votes = comparison.once(name_votes)
    differing: list[tuple[Unit, tuple[Unit, ...], Severity]] = [
        *((swap.unit, swap.instead.places, Severity.ERROR) for swap in votes.replaced),
        *((lone.unit, lone.others, Severity.WARNING) for lone in votes.lone if lone.wrong),
    ]
    for unit, others, severity in differing:
        yield this.finding(
            article.name,
            places(article, (unit, *others)),
            suspects=(article.editions[unit.edition].language,),
            severity=severity,
            one=saying(article, [unit]),
            others=saying(article, others),
        )
