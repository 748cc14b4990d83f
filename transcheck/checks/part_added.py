"""ADD002: a part of a sentence that only one edition has."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import FEWEST_WORDS, word_count
from transcheck.comparing.judging import KINDS
from transcheck.comparing.passages import parts, quoted
from transcheck.languages import named
from transcheck.model import Comparison, Family, Finding, Occurrence, Severity


@check(
    code="ADD002",
    rule="part-added",
    family=Family.ADDED,
    severity=Severity.WARNING,
    templates={"default": "only {present} goes on to say: {quote}"},
    options=(FEWEST_WORDS,),
)
def part_added(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A sentence says more in one edition than in the two others.

    A translator explained or embellished, or an edit was made in one language only. The
    sentence must be longer than both its counterparts, which agree with each other, and
    nearer to them in meaning without the part in question.

    It is a warning where the part has a number, a date or a time, or a name in an edition that is
    not for readers abroad, and else info: what is added without any is nearly always meant for
    the readers of that language, as where a town lies.
    With two editions nothing is reported here: the shorter one is, as cut short.

    Bad:
        uk: Міст обстріляли вісім разів.
        en: The bridge was shelled eight times, and the mayor later resigned over it.
        ru: Мост обстреляли восемь раз.

    Good:
        uk: Міст обстріляли вісім разів.
        en: Over the course of the day the bridge came under fire eight times.
        ru: Мост обстреляли восемь раз.
    """
    for cut in comparison.alignment.cuts:
        if cut.surplus:
            places = parts(comparison, cut)
            if word_count(places) < this.option(FEWEST_WORDS):
                continue
            language = comparison.article.editions[cut.edition].language
            yield this.finding(
                comparison.article.name,
                places,
                severity=Severity.WARNING
                if _counts(comparison, cut.edition, places)
                else Severity.INFO,
                suspects=(language,),
                present=language,
                quote=quoted(places[0].text),
            )


def _counts(comparison: Comparison, edition: int, places: Iterable[Occurrence]) -> bool:
    """Return whether a part has a fact that its readers need no explanation of."""
    abroad = named(comparison.article.editions[edition].language).abroad
    return any(
        (fact.kind in KINDS or (fact.kind == "name" and not abroad))
        and fact.segment == place.segment
        and place.start <= fact.start < place.end
        for fact in comparison.facts[edition]
        for place in places
    )
