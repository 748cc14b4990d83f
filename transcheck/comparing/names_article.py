"""Names of aligned passages: which are the same, which differ, which are missing.

Every unit (a word of a name, or a name of the tables) is looked for in the passage of
each other edition and in the sentences around it. Nothing is reported here: a check
weighs the pairings, and three editions let it tell who stands alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from transcheck.comparing.names_echo import echoed
from transcheck.comparing.names_likeness import Spellings
from transcheck.comparing.names_passage import NamePassage, clusters_of
from transcheck.comparing.names_relations import Pairing, Relation, may_be_variant, undecidable
from transcheck.comparing.names_rows import Same, join_words, rival_of
from transcheck.comparing.names_units import Ids, Unit, units
from transcheck.model import Bead, Comparison
from transcheck.naming.inflection import base_set
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.tables import stand_in

WINDOW = 1
"""Sentences before and after a passage in which a name counts as said."""


class ArticleNames:
    """The names of an article's editions, ready to be compared passage by passage."""

    def __init__(self, comparison: Comparison) -> None:
        """Collect the units of every edition's facts."""
        self._editions = comparison.article.editions
        self._beads = comparison.alignment.beads
        ids: Ids = {}
        self.units = tuple(units(n, facts, ids) for n, facts in enumerate(comparison.facts))
        """Of each edition, in reading order."""
        self.spellings = Spellings(self.units)
        self._segments = [[unit.segment for unit in found] for found in self.units]
        self._passages: tuple[NamePassage, ...] | None = None
        self._firsts: dict[int, dict[int, int]] = {}
        self._found: dict[tuple[int, int], tuple[Unit, ...]] = {}

    def passages(self) -> tuple[NamePassage, ...]:
        """Return the names of every bead that has at least two sides."""
        if self._passages is None:
            several = (bead for bead in self._beads if sum(map(bool, bead.sides)) > 1)
            self._passages = tuple(self.passage(bead) for bead in several)
        return self._passages

    def passage(self, bead: Bead) -> NamePassage:
        """Return the names of one bead, paired between its editions."""
        sides = tuple([self._within(n, side, 0) for n, side in enumerate(bead.sides)])
        filled = [n for n, side in enumerate(bead.sides) if side]
        pairs = [(n, m) for n in filled for m in filled if n != m]
        matches = self.spellings.matches
        inside = {(n, m): matches(sides[n], sides[m]) for n, m in pairs}
        for n, m in pairs:
            if len(inside[n, m]) < len(sides[n]):
                join_words(sides[n], sides[m], inside[n, m], inside[m, n])
        pairings: list[Pairing] = []
        beside = False
        for n, m in pairs:
            same = inside[n, m]
            if len(same) < len(sides[n]):
                left = [unit for unit in sides[n] if unit not in same]
                around = matches(left, self._within(m, bead.sides[m], WINDOW))
                beside = beside or bool(around)
                same = around | same
            free = [unit for unit in sides[m] if unit not in inside[m, n]]
            self._pair(sides[n], same, free, m, bead.sides[m], pairings)
        return NamePassage(
            bead,
            sides,
            tuple(pairings),
            clusters_of(sides, pairings),
            tuple(
                tuple([len(self._editions[n].segments[i].text) for i in side])
                for n, side in enumerate(bead.sides)
            ),
            beside,
        )

    def first_of(self, edition: int) -> dict[int, int]:
        """Return, for every spelling of an edition, the first one with the same base form."""
        if edition not in self._firsts:
            by_base: dict[str, int] = {}
            firsts: dict[int, int] = {}
            for unit in self.spellings.distinct[edition]:
                first, forms = unit.spelling, base_set(unit.text, unit.language)
                if not by_base.keys().isdisjoint(forms):
                    first = min(by_base[form] for form in forms if form in by_base)
                    forms = frozenset(form for form in forms if form not in by_base)
                firsts[unit.spelling] = first
                by_base.update(dict.fromkeys(forms, first))
            self._firsts[edition] = firsts
        return self._firsts[edition]

    def _within(self, edition: int, side: Sequence[int], window: int) -> tuple[Unit, ...]:
        if not side:
            return ()
        segments = self._segments[edition]
        start = bisect_left(segments, side[0] - window)
        return self.units[edition][start : bisect_right(segments, side[-1] + window, start)]

    def _pair(
        self,
        own: Sequence[Unit],
        same: Same,
        free: Sequence[Unit],
        edition: int,
        side: Sequence[int],
        pairings: list[Pairing],
    ) -> None:
        """Add what another edition has for each unit of a side."""
        variants: Same = {}
        if len(same) < len(own):
            variants = self._variants([unit for unit in own if unit not in same], free)
        within = self.spellings.surprise_within
        for unit in own:
            other = same.get(unit)
            if other is not None:
                surprise = min(within(unit, other, _JOINED), _JOINED)
                pairings.append(Pairing(unit, edition, Relation.SAME, other, surprise))
                continue
            other = variants.get(unit)
            if other is not None:
                surprise = self.spellings.surprise(unit, other)
                pairings.append(Pairing(unit, edition, Relation.VARIANT, other, surprise))
            else:
                pairings.append(self._lacking(unit, own, same, free, edition, side))

    def _variants(self, left: Sequence[Unit], free: Sequence[Unit]) -> Same:
        """Pair units and others that are each other's nearest and can be meant for one name."""
        found: Same = {}
        for unit in left:
            if not any(may_be_variant(unit, other) for other in free):
                continue
            other = self.spellings.variant(unit, free)
            if other is None or not may_be_variant(unit, other):
                continue
            surprise = self.spellings.surprise(unit, other)
            if self.spellings.nearest(other, left, surprise)[0] >= surprise:
                found[unit] = other
        return found

    def _lacking(
        self,
        unit: Unit,
        own: Sequence[Unit],
        same: Same,
        free: Sequence[Unit],
        edition: int,
        side: Sequence[int],
    ) -> Pairing:
        """Say of a unit that the passage has under no spelling what stands for it there."""
        if not unit.certain:
            return Pairing(unit, edition, Relation.OPEN)
        other = self._editions[edition]
        first, last = max(side[0] - WINDOW, 0), side[-1] + WINDOW
        texts = [segment.text for segment in other.segments[first : last + 1]]
        if undecidable(unit, other_is_cyrillic=any(map(is_cyrillic, texts))):
            return Pairing(unit, edition, Relation.OPEN)
        elsewhere = self._elsewhere(unit, edition)
        spellings = [u.text for u in elsewhere]
        inside = [other.segments[n].text for n in side]
        if echoed(unit, inside, other.language, spellings):
            return Pairing(unit, edition, Relation.ECHO)
        around = [text for n, text in enumerate(texts, first) if n not in side]
        if echoed(unit, around, other.language, spellings):
            return Pairing(unit, edition, Relation.NEARBY)
        if any(stand_in(unit.entities, u.entities) for u in free):
            return Pairing(unit, edition, Relation.ECHO)
        company = [u for u in own if u.name == unit.name]
        rival = rival_of(unit, company, same, free)
        if rival is not None:
            surprise = self.spellings.surprise(unit, rival)
            relation = Relation.VARIANT if surprise <= _LIKENESS else Relation.CONFLICT
            return Pairing(unit, edition, relation, rival, surprise)
        found = elsewhere[0] if elsewhere else None
        if any(u in same for u in company):
            return Pairing(unit, edition, Relation.PART, found)
        return Pairing(unit, edition, Relation.ELSEWHERE if found else Relation.ABSENT, found)

    def _elsewhere(self, unit: Unit, edition: int) -> tuple[Unit, ...]:
        key = unit.spelling, edition
        if key not in self._found:
            self._found[key] = self.spellings.everywhere(unit, edition)
        return self._found[key]


_LIKENESS = 60.0
"""Surprise up to which two words in the same place of a name are spellings of one."""
_JOINED = 14.0
"""Surprise given to words that only together are the other edition's one."""
