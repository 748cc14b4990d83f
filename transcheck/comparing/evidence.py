"""The facts of each bead, ready to be put to the vote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transcheck.comparing.consensus import Passage
from transcheck.model import Bead, Comparison, Cut, Fact, Kind

WINDOW = 1
"""Sentences before and after a passage in which a fact counts as said: translators move
facts to the sentence beside it."""


@dataclass(frozen=True, slots=True)
class BeadFacts:
    """The facts of one kind in one bead."""

    bead: Bead
    passage: Passage
    headline: bool
    """True for headlines and captions, which leave out what the story has."""


def bead_facts(comparison: Comparison, kinds: frozenset[str]) -> Iterator[BeadFacts]:
    """Yield the facts of the given kinds for every bead that at least two editions have.

    What stands in a part of a sentence that another edition lacks altogether is left out:
    the missing part is a finding by itself.
    """
    cuts = {cut.bead: cut for cut in comparison.alignment.cuts}
    by_segment = [_by_segment(facts, kinds) for facts in comparison.facts]
    for number, bead in enumerate(comparison.alignment.beads):
        present = tuple(n for n, side in enumerate(bead.sides) if side)
        if len(present) < 2:
            continue
        own = []
        around = []
        for n, side in enumerate(bead.sides):
            found = [fact for i in side for fact in by_segment[n].get(i, ())]
            if number in cuts:
                found = [f for f in found if not _lost(comparison, cuts[number], n, f)]
            own.append(tuple(found))
            beside = [i for i in _window(side) if i not in side]
            around.append(tuple(fact for i in beside for fact in by_segment[n].get(i, ())))
        first = comparison.article.editions[present[0]].segments[bead.sides[present[0]][0]]
        apart = first.kind in (Kind.HEADLINE, Kind.CAPTION, Kind.BYLINE)
        yield BeadFacts(bead, Passage(present, tuple(own), tuple(around)), apart)


def _by_segment(facts: tuple[Fact, ...], kinds: frozenset[str]) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        if fact.kind in kinds:
            found.setdefault(fact.segment, []).append(fact)
    return found


def _window(side: tuple[int, ...]) -> range:
    return range(side[0] - WINDOW, side[-1] + WINDOW + 1) if side else range(0)


def _lost(comparison: Comparison, cut: Cut, edition: int, fact: Fact) -> bool:
    """Return whether a fact stands in the part of its sentence that the suspect lacks."""
    spans = {position: (start, end) for position, start, end in cut.parts}
    if edition not in spans:
        return False
    start, end = spans[edition]
    offset = 0
    for index in comparison.alignment.beads[cut.bead].sides[edition]:
        if index == fact.segment:
            return start <= offset + fact.start < end
        offset += len(comparison.article.editions[edition].segments[index].text) + 1
    return False
