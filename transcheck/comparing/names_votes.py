"""What three editions say of a name between them: one has it alone, lacks it, replaced it.

A translator adds and drops names freely, so that either alone is weak evidence. An
edition that has a name of its own exactly where it lacks one that the others share has
replaced it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from transcheck.comparing.names_passage import By, NamePassage
from transcheck.comparing.names_relations import FOUND, Pairing, Relation
from transcheck.comparing.names_units import Unit
from transcheck.naming.distance import UNLIKE
from transcheck.naming.inflection import patronymic
from transcheck.naming.letters import is_cyrillic, rough, skeleton
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import listed

_BEGINNING = 3
"""Letters that a name shares with its short form."""
_GONE = frozenset({Relation.ABSENT, Relation.CONFLICT})
_WITHIN = frozenset({Relation.PART, Relation.CONFLICT})
_WITHIN_OR_GONE = _WITHIN | _GONE
LACKING = _GONE | {Relation.ELSEWHERE, Relation.PART, Relation.OPEN}
_LACKING_STRICTLY = LACKING | {Relation.NEARBY}


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
    def unlike_a_word(self) -> bool:
        """Return whether no translation can stand for it, as it is no word in two editions.

        Nor are letters of another script, which are copied from the original (Apple).
        """
        return all(place.form is Form.FOREIGN or _no_word(place) for place in self.places)

    @property
    def nowhere(self) -> bool:
        """Return the same, or whether only other parts of the name are there."""
        return all(_nowhere(pairing) for pairing in self.pairings)


def alone(passage: NamePassage) -> Iterator[Unit]:
    """Yield the certain names of a passage that neither other edition has anywhere."""
    if passage.relations.isdisjoint(_WITHIN_OR_GONE):
        return
    for unit, pairings in passage.by_unit.items():
        if len(pairings) == 2 and all(_nowhere(p) for p in pairings.values()):
            yield unit


def inserted(passage: NamePassage) -> Iterator[Unit]:
    """Yield the words of one edition's name that both others have without any such word.

    Not those that look like a word that stands there in another edition.
    """
    for unit in alone(passage):
        by = passage.by_unit
        pairings = by[unit].values()
        if _first_name_added(passage, unit, by) or patronymic(unit.text, unit.language):
            continue
        rivals = [p.other for p in pairings if p.relation is Relation.CONFLICT and p.other]
        if unit.form is not Form.WORD or any(p.relation not in _WITHIN for p in pairings):
            continue
        if not any(look_alike(unit, r) or short_form(unit, r) for r in rivals):
            yield unit


def _first_name_added(passage: NamePassage, unit: Unit, by: By) -> bool:
    """Return whether the others have one word of the name alone: Zelensky, with or without V."""
    rows = {
        (pairing.other.edition, pairing.other.name): passage.row(pairing.other)
        for mate in passage.row(unit)
        for pairing in by[mate].values()
        if mate is not unit and pairing.other is not None and pairing.relation in FOUND
        if pairing.other in passage.units[pairing.edition]
    }
    return bool(rows) and all(len(row) == 1 and not row[0].several for row in rows.values())


def shared_without(passage: NamePassage, *, strictly: bool = False) -> Iterator[Shared]:
    """Yield the names that two editions of a passage have and the third lacks there.

    A name in the sentences around is there, unless `strictly` asks for the passage itself.
    """
    if not _lacks_any(passage, strictly=strictly):
        return
    by, without = passage.by_unit, _LACKING_STRICTLY if strictly else LACKING
    beside = strictly and passage.beside

    def lacking(pairing: Pairing) -> bool:
        if pairing.relation in without:
            return True
        inside = pairing.other and pairing.other.segment in passage.bead.sides[pairing.edition]
        return beside and pairing.relation is Relation.SAME and not inside

    for unit, pairings in by.items():
        for edition, pairing in pairings.items():
            if pairing.relation not in without and not (beside and lacking(pairing)):
                continue
            third = next((p for n, p in pairings.items() if n != edition), None)
            if third is None or third.other is None or third.relation not in FOUND:
                continue
            back = by.get(third.other, {}).get(edition)
            if not _mutual(by, unit, third.other):
                continue
            if unit.edition < third.edition and back and lacking(back):
                yield Shared(edition, (unit, third.other), (pairing, back))


def _lacks_any(passage: NamePassage, *, strictly: bool) -> bool:
    """Return whether any edition may lack a name: in most passages none does."""
    if strictly and passage.beside:
        return True
    return not passage.relations.isdisjoint(_LACKING_STRICTLY if strictly else LACKING)


def _mutual(by: By, unit: Unit, other: Unit) -> bool:
    """Return whether what a unit is paired with is paired with the passage's, too.

    The nearest spelling may be in a sentence around, which only one of two directions sees.
    """
    back = by.get(other, {}).get(unit.edition)
    return back is not None and back.relation in FOUND and back.other in by


def missing(passage: NamePassage) -> Iterator[Shared]:
    """Yield the shared names that the third edition has nowhere, under no translation.

    A capital on a common word there may be that of a translation (Snow White, Білосніжка);
    a word that begins alike may be the name itself, spelled in a way nobody expects.
    """
    if passage.relations.isdisjoint(_GONE):
        return
    for shared in shared_without(passage):
        if shared.gone and not any(
            _stands_in(u, shared, passage.by_unit) for u in passage.units[shared.edition]
        ):
            yield shared


def _stands_in(unit: Unit, shared: Shared, by: By) -> bool:
    if any(p.relation not in LACKING for p in by.get(unit, {}).values()):
        return False
    if unit.common:
        return not unit.opening
    return any(look_alike(unit, place) or short_form(unit, place) for place in shared.places)


def short_form(one: Unit, two: Unit) -> bool:
    """Return whether units begin alike, as a name and its short form do: Seve, Severiano."""
    return (
        not _known_apart(one, two) and rough(one.text)[:_BEGINNING] == rough(two.text)[:_BEGINNING]
    )


def look_alike(one: Unit, two: Unit) -> bool:
    """Return whether units in two scripts begin alike and have a good part of their letters."""
    a, b = rough(one.text), rough(two.text)
    if _known_apart(one, two):
        return False
    if is_cyrillic(one.text) == is_cyrillic(two.text) or a[:1] != b[:1]:
        return False
    if same_consonants(one, two):
        return True
    return Levenshtein.normalized_similarity(a, b) >= UNLIKE


def _no_word(place: Unit) -> bool:
    return place.form is Form.WORD and not listed(place.text, place.language)


def _known_apart(one: Unit, two: Unit) -> bool:
    """Return whether the tables know two units to be two names: Homs, Hama."""
    return bool(one.entities and two.entities) and one.entities.isdisjoint(two.entities)


def same_consonants(one: Unit, two: Unit) -> bool:
    """Return whether units begin alike and have the same consonants."""
    first, second = rough(one.text)[:1], rough(two.text)[:1]
    return first == second and skeleton(one.text) == skeleton(two.text)


def _nowhere(pairing: Pairing) -> bool:
    """Return whether the other edition has the unit nowhere at all."""
    if pairing.relation is Relation.PART:
        return pairing.other is None
    return pairing.relation in _GONE
