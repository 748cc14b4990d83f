"""What one edition's passage has for a unit of another: the same, a variant, nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from transcheck.comparing.names_alike import maybe_alike
from transcheck.comparing.names_neighbours import Neighbours
from transcheck.comparing.names_units import Unit
from transcheck.naming.distance import (
    SAME_AT_MOST,
    UNLIKE,
    VARIANT_AT_MOST,
    same_up_to,
    surprise_within,
    variant_up_to,
    words_alike,
)
from transcheck.naming.letters import is_cyrillic, rough
from transcheck.naming.matching import surprise_of_names, words_of
from transcheck.naming.tables import normal, stems
from transcheck.naming.value import Form

_SHORTEST = 3
"""Shorter words are too often read in two ways to be missed."""


_UNLIKELY = float("inf")


class Relation(StrEnum):
    """How a unit of one edition stands to the passage of another."""

    SAME = "same"
    VARIANT = "variant"
    """The other passage spells it differently."""
    CONFLICT = "conflict"
    """Where the names around it agree, the other passage has another name in its place."""
    ECHO = "echo"
    """The other passage has a word made from it, an adjective or a word written small."""
    NEARBY = "nearby"
    """The same, in a sentence around the passage and not in it."""
    PART = "part"
    """The other passage has the name without this part: a first name left out."""
    ELSEWHERE = "elsewhere"
    """Another passage of the other edition has it."""
    ABSENT = "absent"
    """The other edition has it nowhere."""
    OPEN = "open"
    """Nothing can be said: a common word, an acronym that may have been translated."""


FOUND = frozenset({Relation.SAME, Relation.VARIANT})
"""What the other passage has under one spelling or another."""


class Pairing(NamedTuple):
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
    """How unlikely it is that two units of an article are one name; every pair weighed once.

    Only pairs that are asked for are looked at, and only as closely as the question needs:
    mostly names of one passage, so that the work grows with the article and not with its
    square.
    """

    def __init__(self, found: Sequence[Sequence[Unit]]) -> None:
        """Take the units of every edition."""
        self.distinct = tuple(tuple({u.spelling: u for u in row}.values()) for row in found)
        """One unit of every spelling, edition by edition."""
        self._known: dict[int, dict[int, float]] = {
            unit.spelling: {} for row in self.distinct for unit in row
        }
        self._maybe = maybe_alike(self.distinct)
        self._beyond: dict[tuple[int, int], float] = {}
        """What a surprise is known to be more than."""
        self._rows: dict[int, _Row] = {}
        self._neighbours: dict[int, Neighbours] = {}

    def surprise(self, a: Unit, b: Unit) -> float:
        """Return the surprise in nats that two units are one name; infinity where unlike."""
        value = self._known[a.spelling].get(b.spelling)
        return self._weighed(a, b, _UNLIKELY) if value is None else value

    def surprise_within(self, a: Unit, b: Unit, limit: float) -> float:
        """Return the same, or infinity where it is more than a limit: that is found sooner."""
        value = self._known[a.spelling].get(b.spelling)
        if value is None:
            return self._weighed(a, b, limit)
        return value if value <= limit else _UNLIKELY

    def far(self, a: Unit, b: Unit, limit: float) -> bool:
        """Return whether the surprise of two units is more than a limit."""
        return self.surprise_within(a, b, limit) > limit

    def _weighed(self, a: Unit, b: Unit, limit: float) -> float:
        one, two = a.spelling, b.spelling
        if self._maybe is not None and not self._maybe[one][two]:
            return _UNLIKELY
        if self._beyond.get((one, two), -1.0) >= limit:
            return _UNLIKELY
        unlike = False
        if self._maybe is None or a.edition == b.edition or a.several or b.several:
            unlike = not alike(a, b)
            value = _UNLIKELY if unlike else weigh(a, b, limit)
        elif a.entities or b.entities:
            value = weigh(a, b, limit)
        else:
            value = surprise_within(a.text, a.language, b.text, b.language, limit, alike=True)
        if value <= limit or unlike:
            self._known[one][two] = self._known[two][one] = value
            return value
        self._beyond[one, two] = self._beyond[two, one] = limit
        return _UNLIKELY

    def matches(self, own: Iterable[Unit], others: Sequence[Unit]) -> dict[Unit, Unit]:
        """Return the `same` unit of the others for each that has one."""
        found: dict[Unit, Unit] = {}
        for unit in own:
            likely = others
            if self._maybe is not None:
                maybe = self._maybe[unit.spelling]
                likely = [other for other in others if maybe[other.spelling]]
            other = self.same(unit, likely) if likely else None
            if other is not None:
                found[unit] = other
        return found

    def nearest(
        self, unit: Unit, others: Iterable[Unit], limit: float = _UNLIKELY
    ) -> tuple[float, Unit | None]:
        """Return the least surprise there is with any of the others, and which one has it.

        Only surprises up to a limit are looked for.
        """
        known = self._known[unit.spelling]
        best, found = _UNLIKELY, None
        for other in others:
            value = known.get(other.spelling)
            if value is None:
                value = self._weighed(unit, other, limit)
            if value < best and value <= limit:
                best, found = value, other
                limit = value
        return best, found

    def everywhere(self, unit: Unit, edition: int) -> tuple[Unit, ...]:
        """Return every spelling of an edition that is one of the same name."""
        if self._maybe is not None:
            maybe = self._maybe[unit.spelling]
            distinct = self.distinct[edition]
            return tuple(u for u in distinct if maybe[u.spelling] and self.same(unit, (u,)))
        row = self._rows.get(edition)
        if row is None:
            row = self._rows[edition] = _Row(self.distinct[edition])
        return tuple(u for u in row.likely(unit) if self.same(unit, (u,)))

    def neighbours(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the other spellings of the unit's edition that may be a letter away from it."""
        row = self._neighbours.get(unit.edition)
        if row is None:
            row = self._neighbours[unit.edition] = Neighbours(self.distinct[unit.edition])
        return row.of(unit)

    def same(self, unit: Unit, others: Iterable[Unit]) -> Unit | None:
        """Return the nearest of the others that is a spelling of the same name, or None."""
        best, found = self.nearest(unit, others, SAME_AT_MOST)
        if found is None or best > same_up_to(min(len(unit.text), len(found.text))):
            return None
        return found

    def variant(self, unit: Unit, others: Iterable[Unit]) -> Unit | None:
        """Return the nearest of the others that can be meant for the same name, or None."""
        best, found = self.nearest(unit, others, VARIANT_AT_MOST)
        if found is None or best > variant_up_to(min(len(unit.text), len(found.text))):
            return None
        return found


class _Row:
    """The spellings of one edition, to be searched for those that may be alike at all."""

    def __init__(self, distinct: Sequence[Unit]) -> None:
        """Take one unit of every spelling."""
        self._distinct = distinct
        self._owners = [n for n, unit in enumerate(distinct) for _ in _words(unit)]
        self._rough = [rough(word) for unit in distinct for word in _words(unit)]
        self._by_entity: dict[str, list[int]] = {}
        for n, unit in enumerate(distinct):
            for key in unit.entities:
                self._by_entity.setdefault(key, []).append(n)

    def likely(self, unit: Unit) -> Iterator[Unit]:
        """Yield the units that can be `alike`, and others, in their order."""
        from rapidfuzz.process import cdist

        words = [rough(word) for word in _words(unit)]
        scores = cdist(
            words, self._rough, scorer=Levenshtein.normalized_similarity, score_cutoff=UNLIKE
        )
        found = {self._owners[n] for n in scores.nonzero()[1]}
        found.update(n for key in unit.entities for n in self._by_entity.get(key, ()))
        return (self._distinct[n] for n in sorted(found))


def alike(a: Unit, b: Unit) -> bool:
    """Return whether two units are of one entity, or have words with enough letters in common."""
    if not a.entities.isdisjoint(b.entities):
        return True
    if not a.several and not b.several:
        return words_alike(a.text, b.text)
    return any(words_alike(one, other) for one in _words(a) for other in _words(b))


def _words(unit: Unit) -> tuple[str, ...]:
    return words_of(unit.text) if unit.several else (unit.text,)


def weigh(a: Unit, b: Unit, limit: float) -> float:
    """Return how unlikely it is that two units are one name, in nats.

    Beyond the limit the answer is any number that is greater.
    """
    if not a.entities.isdisjoint(b.entities) or _derived(a, b) or _derived(b, a):
        return 0.0
    if a.several and b.several:
        return surprise_of_names(a.text, a.language, b.text, b.language)
    if a.several or b.several:
        one, several = (b, a) if a.several else (a, b)
        words = [w for w in words_of(several.text) if w[:1].isupper()]
        return min(
            (surprise_within(one.text, one.language, w, several.language, limit) for w in words),
            default=float("inf"),
        )
    return surprise_within(a.text, a.language, b.text, b.language, limit)


def _derived(a: Unit, b: Unit) -> bool:
    """Return whether a unit is the adjective or the people of what another is the name of."""
    if not a.entities or b.entities:
        return False
    known = stems(b.language)
    beginnings = tuple(stem for key in a.entities for stem in known.get(key, ()))
    # A Cyrillic column has beginnings; Latin words of a table have their entities already.
    return is_cyrillic(b.text) and bool(beginnings) and normal(b.text).startswith(beginnings)


def whole(members: Sequence[Unit], other: Unit) -> bool:
    """Return whether neighbours of one name, written as one word, are another unit.

    Editions do not agree where a name has hyphens or spaces: `Kai-Fu`, «Кайфу».
    """
    text = "".join(u.text for u in members)
    limit = same_up_to(min(len(text), len(other.text)))
    return surprise_within(text, members[0].language, other.text, other.language, limit) <= limit


def undecidable(unit: Unit, *, other_is_cyrillic: bool) -> bool:
    """Return whether a unit without counterpart says nothing about the other edition."""
    if not unit.certain:
        return True
    if len(unit.text) < _SHORTEST and unit.form is Form.WORD and not unit.entities:
        return True
    if unit.form is Form.ACRONYM and not unit.entities:
        return is_cyrillic(unit.text) != other_is_cyrillic
    return unit.common
