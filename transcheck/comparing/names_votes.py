"""What three editions say of a name between them: one has it alone, lacks it, replaced it.

A translator adds and drops names freely, so that either alone is weak evidence. An
edition that has a name of its own exactly where it lacks one that the others share has
replaced it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from transcheck.comparing.names import NamePassage
from transcheck.comparing.names_relations import Pairing, Relation
from transcheck.comparing.names_units import Unit
from transcheck.naming.distance import UNLIKE
from transcheck.naming.letters import is_cyrillic, rough, skeleton
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import listed

_FOUND = frozenset({Relation.SAME, Relation.VARIANT})
_BEGINNING = 3
"""Letters that a name shares with its short form."""
_GONE = frozenset({Relation.ABSENT, Relation.CONFLICT})
_WITHIN = frozenset({Relation.PART, Relation.CONFLICT})
_LACKING = _GONE | {Relation.ELSEWHERE, Relation.PART, Relation.OPEN}

By = dict[Unit, dict[int, Pairing]]


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that two editions have in a passage and a third lacks there."""

    edition: int
    """Index of the edition that lacks it."""
    places: tuple[Unit, Unit]
    """Where the two others have it."""
    pairings: tuple[Pairing, Pairing]
    """What the edition that lacks it has for either of the two."""

    @property
    def gone(self) -> bool:
        """Return whether it is a name for certain that the edition has nowhere."""
        return all(pairing.relation in _GONE for pairing in self.pairings)

    @property
    def nowhere(self) -> bool:
        """Return the same, or whether only other parts of the name are there."""
        return all(_nowhere(pairing) for pairing in self.pairings)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A name that one edition has in place of one that the others share."""

    unit: Unit
    instead: Shared


def alone(passage: NamePassage) -> Iterator[Unit]:
    """Yield the certain names of a passage that neither other edition has anywhere."""
    for unit, pairings in _by_unit(passage).items():
        if len(pairings) == 2 and all(_nowhere(p) for p in pairings.values()):
            yield unit


def inserted(passage: NamePassage) -> Iterator[Unit]:
    """Yield the words of one edition's name that both others have without any such word.

    Not those that look like a word that stands there in another edition.
    """
    by = _by_unit(passage)
    for unit in alone(passage):
        pairings = by[unit].values()
        rivals = [p.other for p in pairings if p.relation is Relation.CONFLICT and p.other]
        if unit.form is not Form.WORD or any(p.relation not in _WITHIN for p in pairings):
            continue
        if not any(_look_alike(unit, r) or _short_form(unit, r) for r in rivals):
            yield unit


def shared_without(passage: NamePassage, *, strictly: bool = False) -> Iterator[Shared]:
    """Yield the names that two editions of a passage have and the third lacks there.

    A name in the sentences around is there, unless `strictly` asks for the passage itself.
    """
    by = _by_unit(passage)

    def lacking(pairing: Pairing) -> bool:
        if pairing.relation in _LACKING:
            return True
        inside = pairing.other and pairing.other.segment in passage.bead.sides[pairing.edition]
        return strictly and pairing.relation is Relation.SAME and not inside

    for unit, pairings in by.items():
        for edition, pairing in pairings.items():
            if not lacking(pairing):
                continue
            third = next((p for n, p in pairings.items() if n != edition), None)
            if third is None or third.other is None or third.relation not in _FOUND:
                continue
            back = by.get(third.other, {}).get(edition)
            if unit.edition < third.edition and back and lacking(back):
                yield Shared(edition, (unit, third.other), (pairing, back))


def missing(passage: NamePassage) -> Iterator[Shared]:
    """Yield the shared names that the third edition has nowhere, under no translation.

    A capital on a common word there may be that of a translation (Snow White, Білосніжка);
    a word that begins alike may be the name itself, spelled in a way nobody expects.
    """
    by = _by_unit(passage)
    for shared in shared_without(passage):
        if shared.gone and not any(
            _stands_in(u, shared, by) for u in passage.units[shared.edition]
        ):
            yield shared


def _stands_in(unit: Unit, shared: Shared, by: By) -> bool:
    if any(p.relation not in _LACKING for p in by.get(unit, {}).values()):
        return False
    if unit.common:
        return not unit.opening
    return any(_look_alike(unit, place) or _short_form(unit, place) for place in shared.places)


def _short_form(one: Unit, two: Unit) -> bool:
    """Return whether units begin alike, as a name and its short form do: Seve, Severiano."""
    return rough(one.text)[:_BEGINNING] == rough(two.text)[:_BEGINNING]


def replaced(passage: NamePassage) -> tuple[Replaced, ...]:
    """Return the names that one edition has where it lacks one that the others share.

    Either no other edition has the name anywhere, or this one has the shared name nowhere,
    or both stand in the same place: among the same other words of a name, or next to the
    same name. A common word must stand among the same words and have a capital in
    mid-sentence. Each name and each shared one is used once; two that look alike are left
    to be judged by their spelling.
    """
    by = _by_unit(passage)
    missing = list(shared_without(passage, strictly=True))
    own = set(alone(passage))
    found = []
    for unit, pairings in by.items():
        if len(pairings) < 2 or any(p.relation not in _LACKING for p in pairings.values()):
            continue
        if any(_may_be(unit, other, by) for other in by if other.edition != unit.edition):
            continue
        fitting = [
            shared
            for shared in missing
            if shared.edition == unit.edition
            and not any(_short_form(unit, place) for place in shared.places)
            and _fits(unit, shared, by, alone=unit in own)
        ]
        if fitting:
            best = max(fitting, key=lambda s: (_same_row(unit, s, by), s.nowhere))
            missing.remove(best)
            found.append(Replaced(unit, best))
    return tuple(found)


def _may_be(unit: Unit, other: Unit, by: By) -> bool:
    """Return whether a unit may be meant for one of another edition, badly spelled."""
    pairing = by[other].get(unit.edition)
    if pairing is not None and pairing.relation in _FOUND:
        return _same_consonants(unit, other)
    return _look_alike(unit, other)


def _fits(unit: Unit, shared: Shared, by: By, *, alone: bool) -> bool:
    if all(place.common for place in shared.places):
        return alone and _same_row(unit, shared, by)
    if alone:
        return True
    if unit.opening:
        return False
    if shared.nowhere and (not unit.common or _same_row(unit, shared, by)):
        return unit.form is Form.WORD or unit.common
    if unit.form is not Form.WORD or not (unit.certain or _untranslated(shared)):
        return False
    return _same_neighbour(unit, shared, by)


def _untranslated(shared: Shared) -> bool:
    """Return whether a shared name is in one language no word that could be translated."""
    return any(
        place.form is Form.WORD and not listed(place.text, place.language)
        for place in shared.places
    )


def _same_neighbour(unit: Unit, shared: Shared, by: By) -> bool:
    """Return whether the name before or behind is the same in both other editions."""
    for step in (-1, 1):
        beside = _neighbour(unit, step, by)
        if beside is not None and all(
            (near := _neighbour(place, step, by)) is not None
            and (pairing := by[beside].get(place.edition)) is not None
            and pairing.relation in _FOUND
            and pairing.other is near
            for place in shared.places
        ):
            return True
    return False


def _neighbour(unit: Unit, step: int, by: By) -> Unit | None:
    """Return the unit before (-1) or behind (1) another in its sentence."""
    row = [u for u in by if u.edition == unit.edition and u.segment == unit.segment]
    place = row.index(unit) + step
    return row[place] if 0 <= place < len(row) else None


def _same_row(unit: Unit, shared: Shared, by: By) -> bool:
    """Return whether another word of the unit's name is one of the shared name's words."""
    mates = (u for u in by if u.edition == unit.edition and u.name == unit.name and u is not unit)
    rows = {(place.edition, place.name) for place in shared.places}
    return any(
        p.other is not None and p.relation in _FOUND and (p.edition, p.other.name) in rows
        for mate in mates
        for p in by[mate].values()
    )


def _look_alike(one: Unit, two: Unit) -> bool:
    """Return whether units in two scripts begin alike and have a good part of their letters."""
    a, b = rough(one.text), rough(two.text)
    if is_cyrillic(one.text) == is_cyrillic(two.text) or a[:1] != b[:1]:
        return False
    if _same_consonants(one, two):
        return True
    return Levenshtein.normalized_similarity(a, b) >= UNLIKE


def _same_consonants(one: Unit, two: Unit) -> bool:
    return skeleton(one.text) == skeleton(two.text) and rough(one.text)[0] == rough(two.text)[0]


def _nowhere(pairing: Pairing) -> bool:
    """Return whether the other edition has the unit nowhere at all."""
    if pairing.relation is Relation.PART:
        return pairing.other is None
    return pairing.relation in _GONE


def _by_unit(passage: NamePassage) -> By:
    by: By = {}
    for pairing in passage.pairings:
        by.setdefault(pairing.unit, {})[pairing.edition] = pairing
    return by
