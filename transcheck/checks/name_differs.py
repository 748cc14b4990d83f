"""NAM002: a name that differs between editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from transcheck.checks import Check, check, log_odds
from transcheck.comparing.names.units import Unit, places, saying
from transcheck.comparing.names.verdicts import Misspelt, NameVotes, Replaced, name_votes
from transcheck.comparing.names.weights import NAMES
from transcheck.model import Comparison, Family, Finding, Severity, Suggestion


@check(
    code="NAM002",
    rule="name-differs",
    family=Family.NAME,
    severity=Severity.ERROR,
    templates={
        "default": "{one}, but {others}",
        "misspelt": "{one}, but {others}: write “{meant}”",
        "undecided": "{one}, but {others}; two editions do not tell which is right",
        "inserted": "only {one} is in the name that has {others}",
    },
)
def name_differs(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A name in one edition is not the name that the others have there.

    A letter went wrong, or another person, place or organisation stands in its place.
    Spellings are compared across scripts and inflection: Растані is Rastan, Наїм Касем is
    Naim Qassem, ХТШ is HTS, and names that tables know (Київ, Киев, Kyiv) are the same
    whatever their letters. What varies in transliteration counts little, a letter that
    stands for another sound counts much.

    It is an error where another name stands in the place of one that two editions share,
    and a warning where the spelling is so far off that a letter is likely to be wrong, or a
    word was put into a name. With two editions nothing tells which is right.

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
    for template, units, others, severity, probability, meant in _divergent(
        comparison.once(name_votes)
    ):
        blamed = template != "undecided"
        found = this.finding(
            article.name,
            places(article, (*units, *others)),
            template=template,
            suspects=(article.editions[units[0].edition].language,) * blamed,
            severity=severity,
            evidence=log_odds(probability),
            one=saying(article, units[:1]),
            others=saying(article, others),
            **({"meant": meant} if meant else {}),
        )
        if meant and probability >= NAMES.error and len(units) == 1:
            (odd,) = units
            right = Suggestion(odd.language, odd.segment, odd.start, odd.end, meant)
            found = replace(found, suggestion=right)
        yield found


_Divergent = tuple[str, tuple[Unit, ...], tuple[Unit, ...], Severity, float, str]
"""The template, the places of what is odd, what others have there, the severity, how likely it
is, and what to write."""


def _divergent(votes: NameVotes) -> Iterator[_Divergent]:
    for swap in votes.replaced:
        severity = Severity.ERROR if swap.probability >= NAMES.error else Severity.WARNING
        yield _template(swap), swap.units, swap.instead, severity, swap.probability, ""
    for unit, company in votes.inserted:
        yield "inserted", (unit,), company, Severity.WARNING, 0.5, ""
    for slip in votes.misspelt:
        if slip.usual is None:
            meant = slip.meant if slip.blamed else ""
            template = "misspelt" if meant else _template(slip)
            yield template, slip.units, slip.others, Severity.WARNING, slip.probability, meant


def _template(found: Misspelt | Replaced) -> str:
    return "default" if found.blamed else "undecided"
