"""PAR001: a sentence of which an edition has only a part."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.checks import Check, check
from transcheck.checks.leniency import FEWEST_WORDS, words_besides_facts
from transcheck.comparing.passages import SURE, is_sentence, parts, quoted, whole
from transcheck.model import Comparison, Family, Finding, Severity


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
        sure = cut.score >= SURE and len(editions) > 2
        yield this.finding(
            comparison.article.name,
            [*places, *lost],
            severity=Severity.ERROR if sure else Severity.WARNING,
            suspects=(suspect.language,) if len(editions) > 2 else (),
            suspect=suspect.language,
            quote=quoted(lost[0].text),
        )
