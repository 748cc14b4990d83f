"""MIS001, ADD001, MOV001: passages that an edition lacks, alone has, or has elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from transcheck.checks import Check, Option, check
from transcheck.checks.stating import FEWEST_WORDS, word_count
from transcheck.comparing.passages import (
    gathered,
    is_sentence,
    occurrences,
    parts,
    passages,
    quoted,
    severity,
)
from transcheck.limits import COMPARING_PASSAGES_SURE
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
                severity=Severity.ERROR
                if cut.score >= COMPARING_PASSAGES_SURE
                else Severity.WARNING,
                absent=absent,
                present=" and ".join(dict.fromkeys(place.language for place in lost)),
                count=str(len(first)),
                of="0",
                quote=quoted(first[0].text),
            )


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
    knows. In the lead it stays an error. A caption, byline, headline or subheading that the
    others do without is info.

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


FEWEST_SENTENCES = Option(
    "fewest-sentences", 1, "Moves across fewer sentences than this are not reported.", least=1
)


@check(
    code="MOV001",
    rule="passage-moved",
    family=Family.MOVED,
    severity=Severity.INFO,
    templates={"default": "{quote} stands in another place in {moved}"},
    options=(FEWEST_SENTENCES,),
)
def moved_passage(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A sentence stands in another place in one edition than in the others.

    The readers get the same, so nothing is wrong with it: it is info and fails no gate.
    It is reported because a moved paragraph is where corrections get lost, and because
    without it an editor could not tell a moved passage from a missing one.

    Bad:
        uk: Перше речення. Друге речення. Третє речення.
        en: The second sentence. The third sentence. The first sentence.

    Good:
        uk: Перше речення. Друге речення. Третє речення.
        en: The first sentence. The second sentence. The third sentence.
    """
    editions = comparison.article.editions
    for bead in comparison.alignment.beads:
        if not bead.moved:
            continue
        places = occurrences(comparison.article, (bead,))
        distances = moves(comparison, bead.sides)
        if max(distances.values()) < this.option(FEWEST_SENTENCES):
            continue
        out = out_of_order(distances)
        yield this.finding(
            comparison.article.name,
            places,
            suspects=[editions[n].language for n in out] if len(editions) > 2 else (),
            moved=" and ".join(editions[n].language for n in out),
            quote=quoted(places[0].text),
        )


def moves(comparison: Comparison, sides: tuple[tuple[int, ...], ...]) -> dict[int, int]:
    """Return how many unmoved beads lie between where an edition has the sides and the others.

    The nearest other counts; keys are the positions of the editions that have a side.
    """
    fixed = [b.sides for b in comparison.alignment.beads if not b.moved]
    before = []
    for n, side in enumerate(sides):
        behind = {m for m, other in enumerate(fixed) if other[n] and side and other[n] < side}
        before.append(behind)
    filled = [n for n, side in enumerate(sides) if side]
    return {
        n: min((len(before[n] ^ before[m]) for m in filled if m != n), default=0) for n in filled
    }


def out_of_order(distances: Mapping[int, int]) -> list[int]:
    """Return the positions of the editions that have a passage farthest from the others."""
    filled = list(distances)
    if len(filled) == 2:
        return filled[1:]
    return [n for n in filled if distances[n] == max(distances.values())]
