"""PAR002: a phrase that one of three editions lacks inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.checks import Check, check, log_odds
from transcheck.checks.leniency import FEWEST_WORDS, words_besides_facts
from transcheck.comparing.evidence import BRIEF, is_foreign
from transcheck.comparing.passages import quoted
from transcheck.comparing.phrases_lost import SHORTEST, gap, lost
from transcheck.comparing.wordwise import placed, wordwise
from transcheck.model import Bead, Comparison, Edition, Family, Finding, Severity


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

    A phrase that has neither a name or number nor three words that tell something must be surer,
    most of all where the editions are no literal translations of each other: these drop a word or
    two all the time.

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
        fewest = max(SHORTEST, this.option(FEWEST_WORDS))
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
