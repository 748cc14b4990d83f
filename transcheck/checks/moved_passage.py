"""MOV001: a passage that stands in another place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from transcheck.checks import Check, check
from transcheck.checks.options import Option
from transcheck.comparing.passages import occurrences, quoted
from transcheck.model import Comparison, Family, Finding, Severity

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
