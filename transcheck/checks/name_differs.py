"""NAM002: a name that differs between editions."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from transcheck.checks import Check, check
from transcheck.comparing.names import units as naming
from transcheck.comparing.names import verdicts as fitted
from transcheck.comparing.names.weights import NAMES
from transcheck.comparing.names_findings import places, saying
from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_voting import NameVotes, name_votes
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="NAM002",
    rule="name-differs",
    family=Family.NAME,
    severity=Severity.ERROR,
    templates={
        "default": "{one}, but {others}",
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
    votes = comparison.once(name_votes)
    if len(article.editions) == 2:
        told = {u.text for pair in votes.two_ways for u in (*pair.usual, *pair.other)}
        yield from _of_two(this, comparison, told)
        return
    for finding in _divergent(votes):
        yield this.finding(
            article.name,
            places(article, (finding.unit, *finding.others, *finding.also)),
            template=finding.template,
            suspects=(article.editions[finding.unit.edition].language,) * finding.blamed,
            severity=finding.severity,
            one=saying(article, [finding.unit]),
            others=saying(article, finding.others),
        )


def _of_two(this: Check, comparison: Comparison, told: Container[str]) -> Iterator[Finding]:
    """Yield what two editions have differently, but for what one spells in two ways."""
    article, votes = comparison.article, comparison.once(fitted.name_votes)
    found = [(swap.units, swap.instead, swap.probability) for swap in votes.replaced]
    found += [(slip.units, slip.others, 0.0) for slip in votes.misspelt]
    for units, others, probability in found:
        if not any(unit.text in told for unit in (*units, *others)):
            yield this.finding(
                article.name,
                naming.places(article, (*units, *others)),
                template="undecided",
                severity=Severity.ERROR if probability >= NAMES.error else Severity.WARNING,
                one=naming.saying(article, units[:1]),
                others=naming.saying(article, others),
            )


@dataclass(frozen=True, slots=True)
class _Divergent:
    unit: Unit
    others: tuple[Unit, ...]
    severity: Severity
    template: str = "default"
    blamed: bool = True
    also: tuple[Unit, ...] = ()
    """Where the same spelling stands once more."""


def _divergent(votes: NameVotes) -> Iterator[_Divergent]:
    for swap in votes.replaced:
        yield _Divergent(swap.unit, swap.instead.places, Severity.ERROR)
    for unit, company in votes.inserted:
        yield _Divergent(unit, company, Severity.WARNING, "inserted")
    for lone, everywhere in votes.lone:
        if lone.wrong:
            yield _Divergent(lone.unit, lone.others, Severity.WARNING, also=everywhere)
