"""MIS001: a passage that an edition lacks."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import FEWEST_WORDS, word_count
from transcheck.comparing.adaptation import severity
from transcheck.comparing.passages import (
    SURE,
    gathered,
    is_sentence,
    occurrences,
    parts,
    passages,
    quoted,
)
from transcheck.model import Comparison, Family, Finding, Severity


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
        "short": "{absent} is far shorter: it lacks {count} of the {of} sentences of {present}, "
        "in several places: {quote}",
    },
    options=(FEWEST_WORDS,),
)
def missing_passage(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A passage stands in the other editions, but not in this one.

    Readers of one language are not told what the others read: a sentence was skipped in
    translation, or a late correction was made in some editions only. With three editions
    the passage must stand in two of them, and the third is the suspect. With two editions
    the first one named is the reference, and no suspect is named.

    A missing sentence is an error. It is a warning where an edition may do without it for its
    readers: background that says so («Нагадаємо», "As reported"), the last paragraph of a
    story, a missing subheading. The lead, and what stands among the facts of the story, stay
    errors. Captions, bylines and headlines are only compared with their like, and an edition
    that does without them is a matter of layout: info.

    A sentence that only a longer one of another edition tells is missing all the same; it is an
    error where that is beyond doubt, and a warning otherwise.

    Neighbouring sentences are one finding. An edition that lacks a quarter of the story, in
    three places or more, is a shorter or older version: that is one finding, too, which points
    at all that it lacks.

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
    two = len(editions) == 2
    missing = (
        passage
        for passage in passages(comparison)
        if (passage.present == (0,) if two else len(passage.present) > 1)
    )
    for passage in gathered(comparison.article, missing):
        places = occurrences(comparison.article, passage.beads)
        first = [o for o in places if o.language == editions[passage.present[0]].language]
        if word_count(first) < this.option(FEWEST_WORDS):
            continue
        count = len(first)
        template = ("two-" if two else "") + ("one" if count == 1 else "many")
        yield this.finding(
            comparison.article.name,
            places,
            template="short" if passage.of else template,
            suspects=() if two else [editions[n].language for n in passage.absent],
            severity=severity(comparison.article, passage),
            absent=" and ".join(editions[n].language for n in passage.absent),
            present=" and ".join(editions[n].language for n in passage.present),
            count=str(count),
            of=str(passage.of),
            quote=quoted(first[0].text),
        )
    if not two:
        yield from _told_in_longer_ones(this, comparison)


def _told_in_longer_ones(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """Yield the sentences that one of three editions lacks in a bead that it has."""
    editions = comparison.article.editions
    for cut in comparison.alignment.cuts:
        lost = parts(comparison, cut)
        if cut.surplus or not is_sentence(comparison, lost):
            continue
        first = [place for place in lost if place.language == lost[0].language]
        if word_count(first) >= this.option(FEWEST_WORDS):
            absent = editions[cut.edition].language
            yield this.finding(
                comparison.article.name,
                lost,
                template="one",
                suspects=(absent,),
                severity=Severity.ERROR if cut.score >= SURE else Severity.WARNING,
                absent=absent,
                present=" and ".join(dict.fromkeys(place.language for place in lost)),
                count=str(len(first)),
                of="0",
                quote=quoted(first[0].text),
            )
