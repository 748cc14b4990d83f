"""ADD001: a passage that only one edition has."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import FEWEST_WORDS, word_count
from transcheck.comparing.adaptation import severity
from transcheck.comparing.passages import gathered, occurrences, passages, quoted
from transcheck.model import Comparison, Family, Finding, Severity


@check(
    code="ADD001",
    rule="passage-added",
    family=Family.ADDED,
    severity=Severity.ERROR,
    templates={
        "one": "only {present} has this sentence: {quote}",
        "many": "only {present} has these {count} sentences: {quote}",
        "long": "only {present} has {count} of its {of} sentences, in several places: {quote}",
    },
    options=(FEWEST_WORDS,),
)
def added_passage(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A passage stands in one edition only.

    Either the passage belongs to another story or an older version and got in by mistake,
    or the other editions have both lost it. With three editions the one that has the
    passage is the suspect. With two editions the first one named is the reference: what
    only the second one has is added, and no suspect is named.

    An added sentence is an error. It is a warning where an edition may add it for its readers:
    background that says so («Нагадаємо», "As reported"), the last paragraph of a story, a
    sentence in the text of an edition for readers abroad that explains what everybody at home
    knows, an added subheading. In the lead it stays an error. A caption, byline or headline
    that the others do without is info.

    Neighbouring sentences are one finding, and so is all that an edition has alone where that
    is a quarter of it, in three places or more.

    Bad:
        uk: Міст обстріляли вісім разів.
        en: The bridge was shelled eight times. The mayor resigned in May.
        ru: Мост обстреляли восемь раз.

    Good:
        uk: Міст обстріляли вісім разів.
        en: The bridge was shelled. It was hit eight times.
        ru: Мост обстреляли восемь раз.
    """
    editions = comparison.article.editions
    two = len(editions) == 2
    added = (
        passage
        for passage in passages(comparison)
        if (passage.present == (1,) if two else len(passage.present) == 1)
    )
    for passage in gathered(comparison.article, added):
        places = occurrences(comparison.article, passage.beads)
        if word_count(places) < this.option(FEWEST_WORDS):
            continue
        language = editions[passage.present[0]].language
        yield this.finding(
            comparison.article.name,
            places,
            template="long" if passage.of else "one" if len(places) == 1 else "many",
            suspects=() if two else (language,),
            severity=severity(comparison.article, passage),
            present=language,
            count=str(len(places)),
            of=str(passage.of),
            quote=quoted(places[0].text),
        )
