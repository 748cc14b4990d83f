"""What one edition's passage has for a unit of another: the same, a variant, nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from transcheck.comparing.names_units import Unit
from transcheck.naming.distance import (
    UNLIKE,
    UNLIKE_BONES,
    is_short,
    same_up_to,
    surprise_of,
    variant_up_to,
)
from transcheck.naming.letters import is_cyrillic, rough, skeleton
from transcheck.naming.matching import surprise_of_names, words_of
from transcheck.naming.tables import normal, stems
from transcheck.naming.value import Form

_SHORTEST = 3
"""Shorter words are too often read in two ways to be missed."""


class Relation(Enum):
    """How a unit of one edition stands to the passage of another."""

    SAME = "same"
    VARIANT = "variant"
    """The other passage spells it differently."""
    CONFLICT = "conflict"
    """Where the names around it agree, the other passage has another name in its place."""
    ECHO = "echo"
    """The other passage has a word made from it, an adjective or a word written small."""
    PART = "part"
    """The other passage has the name without this part: a first name left out."""
    ELSEWHERE = "elsewhere"
    """Another passage of the other edition has it."""
    ABSENT = "absent"
    """The other edition has it nowhere."""
    OPEN = "open"
    """Nothing can be said: a common word, an acronym that may have been translated."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """What a passage of another edition has for one unit."""

    unit: Unit
    edition: int
    """Index of the other edition."""
    relation: Relation
    other: Unit | None = None
    """What it is compared with, for SAME, VARIANT and CONFLICT; what another passage has,
    for ELSEWHERE and PART, None for a PART that the other edition has nowhere."""
    surprise: float = 0.0
    """Of the two spellings, in nats; 0 for names that a table knows to be the same."""


class Spellings:
    """How unlikely it is that two units of an article are one name; every pair weighed once."""

    def __init__(self, found: Sequence[Sequence[Unit]]) -> None:
        """Take the units of every edition and see which spellings are alike at all."""
        self.distinct = tuple(tuple({u.spelling: u for u in row}.values()) for row in found)
        """One unit of every spelling, edition by edition."""
        self._alike: dict[int, set[int]] = {u.spelling: set() for row in self.distinct for u in row}
        self._known: dict[tuple[int, int], float] = {}
        for n, own in enumerate(self.distinct):
            for others in self.distinct[n + 1 :]:
                self._compare(own, others)

    def _compare(self, own: Sequence[Unit], others: Sequence[Unit]) -> None:
        if not own or not others:
            return
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cdist

        mine = [(word, u) for u in own for word in _words(u)]
        theirs = [(word, u) for u in others for word in _words(u)]
        pairs = [
            cdist(
                [reduced(word) for word, _ in mine],
                [reduced(word) for word, _ in theirs],
                scorer=Levenshtein.normalized_similarity,
                score_cutoff=least,
            ).nonzero()
            for reduced, least in ((rough, UNLIKE), (skeleton, UNLIKE_BONES))
        ]
        alike, bones = (set(zip(*found, strict=True)) for found in pairs)
        for i, j in alike:
            if (i, j) in bones or is_short(mine[i][0]) or is_short(theirs[j][0]):
                self._join(mine[i][1], theirs[j][1])
        by_entity: dict[str, list[Unit]] = {}
        for other in others:
            for key in other.entities:
                by_entity.setdefault(key, []).append(other)
        for unit in own:
            for key in unit.entities:
                for other in by_entity.get(key, ()):
                    self._join(unit, other)

    def _join(self, a: Unit, b: Unit) -> None:
        self._alike[a.spelling].add(b.spelling)
        self._alike[b.spelling].add(a.spelling)

    def surprise(self, a: Unit, b: Unit) -> float:
        """Return the surprise in nats that two units are one name; infinity where unlike."""
        if b.spelling not in self._alike[a.spelling]:
            return float("inf")
        key = (a.spelling, b.spelling)
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = self._known[b.spelling, a.spelling] = weigh(a, b)
        return value

    def nearest(self, unit: Unit, others: Iterable[Unit]) -> tuple[float, Unit | None]:
        """Return the least surprise there is with any of the others, and which one has it."""
        alike = self._alike[unit.spelling]
        best, found = float("inf"), None
        for other in others:
            if other.spelling in alike:
                value = self.surprise(unit, other)
                if value < best:
                    best, found = value, other
        return best, found

    def same(self, unit: Unit, others: Iterable[Unit]) -> Unit | None:
        """Return the nearest of the others that is a spelling of the same name, or None."""
        best, found = self.nearest(unit, others)
        return found if found is not None and best <= _same_up_to(unit, found) else None

    def variant(self, unit: Unit, others: Iterable[Unit]) -> Unit | None:
        """Return the nearest of the others that can be meant for the same name, or None."""
        best, found = self.nearest(unit, others)
        if found is None or best > variant_up_to(min(len(unit.text), len(found.text))):
            return None
        return found


def _words(unit: Unit) -> tuple[str, ...]:
    return words_of(unit.text) if unit.several else (unit.text,)


def weigh(a: Unit, b: Unit) -> float:
    """Return how unlikely it is that two units are one name, in nats."""
    if not a.entities.isdisjoint(b.entities) or _derived(a, b) or _derived(b, a):
        return 0.0
    if a.several and b.several:
        return surprise_of_names(a.text, a.language, b.text, b.language)
    if a.several or b.several:
        one, several = (b, a) if a.several else (a, b)
        words = [w for w in words_of(several.text) if w[:1].isupper()]
        return min(
            (surprise_of(one.text, one.language, w, several.language) for w in words),
            default=float("inf"),
        )
    return surprise_of(a.text, a.language, b.text, b.language)


def _derived(a: Unit, b: Unit) -> bool:
    """Return whether a unit is the adjective or the people of what another is the name of."""
    if not a.entities or b.entities:
        return False
    known = stems(b.language)
    beginnings = tuple(stem for key in a.entities for stem in known.get(key, ()))
    return bool(beginnings) and normal(b.text).startswith(beginnings)


def whole(members: Sequence[Unit], other: Unit) -> bool:
    """Return whether neighbours of one name, written as one word, are another unit.

    Editions do not agree where a name has hyphens or spaces: `Kai-Fu`, «Кайфу».
    """
    text = "".join(u.text for u in members)
    value = surprise_of(text, members[0].language, other.text, other.language)
    return value <= same_up_to(min(len(text), len(other.text)))


def _same_up_to(a: Unit, b: Unit) -> float:
    return same_up_to(min(len(a.text), len(b.text)))


def undecidable(unit: Unit, *, other_is_cyrillic: bool) -> bool:
    """Return whether a unit without counterpart says nothing about the other edition."""
    if not unit.certain:
        return True
    if len(unit.text) < _SHORTEST and unit.form is Form.WORD and not unit.entities:
        return True
    if unit.form is Form.ACRONYM and not unit.entities:
        return is_cyrillic(unit.text) != other_is_cyrillic
    return unit.common
