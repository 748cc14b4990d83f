"""MIS001: a passage that an edition lacks."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import FEWEST_WORDS, word_count
from transcheck.comparing.passages import OWN_KINDS, occurrences, passages, quoted
from transcheck.model import Comparison, Family, Finding, Kind, Severity


@check(
    code="MIS001",
    rule="passage-missing",
    family=Family.MISSING,
    severity=Severity.ERROR,
    templates={
        "one": "{absent} lacks a sentence that {present} have: {quote}",
        "many": "{absent} lacks {count} sentences that {present} have: {quote}",
        "two-one": "{absent} lacks a sentence of {present}: {quote}",
        "two-many": "{absent} lacks {count} sentences of {present}: {quote}",
    },
    options=(FEWEST_WORDS,),
)
def missing_passage(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A passage stands in the other editions, but not in this one.

    Readers of one language are not told what the others read: a sentence was skipped in
    translation, or a late correction was made in some editions only. With three editions
    the passage must stand in two of them, and the third is the suspect. With two editions
    the first one named is the reference, and no suspect is named.

    A missing sentence or quotation is an error, a missing subheading a warning. Captions,
    bylines and headlines are only compared with their like, and an edition that does
    without them is a matter of layout: info.

    Bad:
        uk: Міст обстріляли вісім разів. Загинули двоє людей.
        en: The bridge was shelled eight times.
        ru: Мост обстреляли восемь раз. Погибли два человека.

    Good:
        uk: Міст обстріляли вісім разів. Загинули двоє людей.
        en: The bridge was shelled eight times, and two people were killed.
        ru: Мост обстреляли восемь раз. Погибли два человека.
    """
    editions = comparison.article.editions
    for passage in passages(comparison):
        two = len(editions) == 2
        if (two and passage.present != (0,)) or (not two and len(passage.present) < 2):
            continue
        places = occurrences(comparison.article, passage.beads)
        first = [o for o in places if o.language == editions[passage.present[0]].language]
        if word_count(first) < this.option(FEWEST_WORDS):
            continue
        count = len(first)
        template = ("two-" if two else "") + ("one" if count == 1 else "many")
        yield this.finding(
            comparison.article.name,
            places,
            template=template,
            suspects=() if two else [editions[n].language for n in passage.absent],
            severity=severity(passage.kind),
            absent=" and ".join(editions[n].language for n in passage.absent),
            present=" and ".join(editions[n].language for n in passage.present),
            count=str(count),
            quote=quoted(first[0].text),
        )


def severity(kind: Kind) -> Severity:
    """Return how grave it is when a passage of a kind is missing or added."""
    if kind in OWN_KINDS:
        return Severity.INFO
    return Severity.WARNING if kind is Kind.HEADING else Severity.ERROR
