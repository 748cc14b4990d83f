"""PAR001, PAR002, ADD002: parts of sentences that an edition lacks, or alone has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.checks import Check, check, log_odds
from transcheck.checks.stating import FEWEST_WORDS, word_count, words_besides_facts
from transcheck.comparing.evidence import BRIEF, is_foreign
from transcheck.comparing.judging import KINDS
from transcheck.comparing.passages import is_sentence, parts, quoted, whole
from transcheck.comparing.phrases_lost import gap, lost
from transcheck.comparing.wordwise import placed, wordwise
from transcheck.languages import named
from transcheck.limits import COMPARING_PASSAGES_SURE, PHRASES_LOST_SHORTEST
from transcheck.model import Bead, Comparison, Cut, Edition, Family, Finding, Occurrence, Severity


@check(
    code="PAR001",
    rule="sentence-cut-short",
    family=Family.PARTIAL,
    severity=Severity.WARNING,
    templates={"default": "{suspect} has only a part of this sentence, it lacks: {quote}"},
    options=(FEWEST_WORDS,),
)
def cut_short(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A sentence is told in part in one edition, and in full in the others.

    Half a sentence gets lost when a clause is skipped in translation or when an edit in
    one language is not made in the others. The sentence must be much shorter than its
    counterparts, and nearer in meaning to their beginnings than to the whole of them.
    It is an error where both are beyond doubt and two editions say more, and a warning otherwise.
    With two editions no suspect is named: the other may as well have been enlarged. With three a
    part that is a sentence of its own in one of the others is a missing sentence (MIS001).

    Bad:
        uk: Міст обстріляли вісім разів, але рух ним не зупиняли.
        en: The bridge was shelled eight times.
        ru: Мост обстреляли восемь раз, но движение по нему не останавливали.

    Good:
        uk: Міст обстріляли вісім разів, але рух ним не зупиняли.
        en: The bridge was shelled eight times, yet traffic kept moving.
        ru: Мост обстреляли восемь раз, но движение по нему не останавливали.
    """
    editions, fewest = comparison.article.editions, this.option(FEWEST_WORDS)
    for cut in comparison.alignment.cuts:
        if cut.surplus:
            continue
        suspect = editions[cut.edition]
        places = [
            whole(suspect.language, suspect.segments[i])
            for i in comparison.alignment.beads[cut.bead].sides[cut.edition]
        ]
        lost = parts(comparison, cut)
        own = [place for place in lost if place.language == lost[0].language]
        if sum(words_besides_facts(comparison, place) for place in own) < fewest:
            continue
        if len(editions) > 2 and is_sentence(comparison, lost):
            continue
        sure = cut.score >= COMPARING_PASSAGES_SURE and len(editions) > 2
        yield this.finding(
            comparison.article.name,
            [*places, *lost],
            severity=Severity.ERROR if sure else Severity.WARNING,
            suspects=(suspect.language,) if len(editions) > 2 else (),
            suspect=suspect.language,
            quote=quoted(lost[0].text),
        )


@check(
    code="PAR002",
    rule="phrase-missing",
    family=Family.PARTIAL,
    severity=Severity.WARNING,
    templates={"default": "{suspect} lacks a phrase that {others} have: {quote}"},
    options=(FEWEST_WORDS,),
    yields=True,
)
def phrase_missing(this: Check, comparison: Comparison) -> Iterable[Finding]:
    """A phrase stands in two editions and is missing from the third.

    A few words get lost in the middle of a sentence that is otherwise complete: a place, a
    reason, who paid for it. Both other editions must have words that nothing in the third
    corresponds to, at the same place; a model weighs how sure that is. What the third says in
    a sentence nearby is not missing. Headlines and captions are not compared.

    Editions that are no literal translations of each other drop a word or two all the time: there
    it must be surer, and it is looked at how much shorter than elsewhere the sentence is.

    Bad:
        uk: Поселили їх у гуртожитку в селі Копанки, за п'ять кілометрів від цеху.
        en: They have been housed in a dormitory in Kopanky, five kilometers from the shop.
        ru: Поселили их в общежитии.

    Good:
        uk: Поселили їх у гуртожитку неподалік.
        en: They have been housed in a dormitory nearby.
        ru: Поселили их рядом, в общежитии.
    """
    editions = comparison.article.editions
    if len(editions) != 3:
        return
    beads = [
        sides if in_full(editions, bead) else ()
        for bead, sides in zip(comparison.alignment.beads, comparison.once(wordwise), strict=True)
    ]
    for found in lost(beads):
        sides = beads[found.bead]
        spans = {n: (run.first, run.last) for n, run in found.runs}
        spans[found.suspect] = (gap(sides, found),) * 2
        places = {n: placed(comparison, sides, n, *spans[n]) for n in sorted(spans)}
        having = [places[n] for n, _ in found.runs]
        fewest = max(PHRASES_LOST_SHORTEST, this.option(FEWEST_WORDS))
        if max(words_besides_facts(comparison, place) for place in having) < fewest or any(
            is_foreign(editions[n], place.segment) for n, place in places.items()
        ):
            continue
        suspect = editions[found.suspect].language
        yield this.finding(
            comparison.article.name,
            places.values(),
            suspects=(suspect,),
            evidence=log_odds(found.probability),
            suspect=suspect,
            others=" and ".join(place.language for place in having),
            quote=quoted(having[0].text),
        )


def in_full(editions: Sequence[Edition], bead: Bead) -> bool:
    """Return whether a bead is told in full: headlines and captions leave out what they like."""
    return not any(
        editions[n].segments[i].kind in BRIEF for n, side in enumerate(bead.sides) for i in side
    )


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

    It is a warning where the part has a number, a date or a time and the two others have none
    there, or a name in an edition that is not for readers abroad. Else it is info: what is added
    is nearly always meant for the readers of that language, as where a town lies.
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
                severity=Severity.WARNING if _counts(comparison, cut, places) else Severity.INFO,
                suspects=(language,),
                present=language,
                quote=quoted(places[0].text),
            )


def _counts(comparison: Comparison, cut: Cut, places: Iterable[Occurrence]) -> bool:
    """Return whether a part has a fact that its readers need no explanation of."""
    sides = comparison.alignment.beads[cut.bead].sides
    abroad = named(comparison.article.editions[cut.edition].language).abroad
    told = {
        fact.kind
        for n, facts in enumerate(comparison.facts)
        for fact in facts
        if n != cut.edition and fact.segment in sides[n]
    }
    return any(
        (fact.kind in KINDS - told or (fact.kind == "name" and not abroad))
        and fact.segment == place.segment
        and place.start <= fact.start < place.end
        for fact in comparison.facts[cut.edition]
        for place in places
    )
