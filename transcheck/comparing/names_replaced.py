"""A name that one edition has in place of one that two others share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from transcheck.comparing.names_article import ArticleNames
from transcheck.comparing.names_counted import NEAR, outnumbered
from transcheck.comparing.names_passage import By, NamePassage
from transcheck.comparing.names_relations import FOUND, Pairing, Relation
from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_votes import (
    LACKING,
    Shared,
    alone,
    look_alike,
    same_consonants,
    shared_without,
    short_form,
)
from transcheck.naming.distance import FAR, surprise_of
from transcheck.naming.letters import is_cyrillic, rough, skeleton
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import listed

_CONSONANTS = 0.5
"""Share of consonants in common from which two words may sound alike: Knight, Найт."""
_COGNATES = 8.0
"""Surprise in nats up to which a word is the same in two scripts."""
_WITHOUT = frozenset({Relation.ABSENT, Relation.ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Replaced:
    """A name that one edition has in place of one that the others share."""

    unit: Unit
    instead: Shared


def replaced(names: ArticleNames, passage: NamePassage) -> tuple[Replaced, ...]:
    """Return the names that one edition has where it lacks one that the others share.

    Either no other edition has the name anywhere, or this one has the shared name nowhere,
    or both stand in the same place: among the same other words of a name, next to the same
    name, or as the only names of their sentences. A common word must stand among the same
    words and have a capital in mid-sentence, or stand for what no word translates. Each
    name and each shared one is used once; two that look alike are left to be judged by
    their spelling.
    """
    missing = list(shared_without(passage, strictly=True))
    found = _instead(names, passage, missing) if missing else []
    used = {place for swap in found for place in (swap.unit, *swap.instead.places)}
    found.extend(Replaced(*pair) for pair in outnumbered(passage, used))
    return tuple(found)


def _instead(names: ArticleNames, passage: NamePassage, missing: list[Shared]) -> list[Replaced]:
    """Return what stands for any of the shared names that an edition lacks."""
    by = passage.by_unit
    own = set(alone(passage))
    found = []
    editions = {shared.edition for shared in missing}
    lacked = [
        unit
        for unit, pairings in by.items()
        if unit.edition in editions and len(pairings) > 1 and _lacked(pairings.values())
    ]
    # Names that are found nowhere choose first, words that may be translated choose last.
    for unit in sorted(lacked, key=lambda unit: (unit not in own, unit.common)):
        if any(_may_be(unit, other, by) for other in by if other.edition != unit.edition):
            continue
        fitting = [
            shared
            for shared in missing
            if shared.edition == unit.edition
            and not any(short_form(unit, place) for place in shared.places)
            and _fits(unit, shared, names, passage, by, lone=unit in own)
        ]
        if fitting:
            best = max(fitting, key=lambda s: (_same_row(unit, s, by), s.nowhere))
            missing.remove(best)
            found.append(Replaced(unit, best))
    return found


def _lacked(pairings: Iterable[Pairing]) -> bool:
    return all(pairing.relation in LACKING for pairing in pairings)


def _may_be(unit: Unit, other: Unit, by: By) -> bool:
    """Return whether a unit may be meant for one of another edition, badly spelled."""
    pairing = by[other].get(unit.edition)
    if pairing is not None and pairing.relation in FOUND:
        return same_consonants(unit, other)
    return (
        look_alike(unit, other)
        and surprise_of(unit.text, unit.language, other.text, other.language) < FAR
    )


def _fits(
    unit: Unit, shared: Shared, names: ArticleNames, passage: NamePassage, by: By, *, lone: bool
) -> bool:
    if all(place.common for place in shared.places):
        if not lone:
            return False
        if _same_row(unit, shared, by) or _has_counterpart(shared, names):
            return True
        return _international(shared, names) and _near_one(unit, shared, passage)
    if lone:
        return True
    nearby = any(pairing.relation is Relation.NEARBY for pairing in shared.pairings)
    return not (nearby or unit.opening) and _beside(unit, shared, passage, by)


def _beside(unit: Unit, shared: Shared, passage: NamePassage, by: By) -> bool:
    """Return whether a name that other editions have elsewhere stands for a shared one."""
    if _no_translation(unit, shared, passage) or _copied(unit, shared, by):
        return True
    if _acronym(unit, by):
        return _untranslated(shared) and _near(unit, shared, passage)
    similar = any(look_alike(unit, place) for place in shared.places)
    if similar and not _same_row(unit, shared, by):
        return False
    if _alone_there(unit, shared, passage):
        return True
    if shared.nowhere and (not unit.common or _same_row(unit, shared, by)):
        return unit.form is Form.WORD or unit.common
    if unit.form is not Form.WORD or not (unit.certain or _untranslated(shared)):
        return False
    return _same_place(unit, shared, by)


def _near(unit: Unit, shared: Shared, passage: NamePassage) -> bool:
    """Return whether both stand in about the same place of their sentences."""
    own, *others = (passage.place(one) for one in (unit, *shared.places))
    return abs(own - sum(others) / len(others)) <= NEAR


def _near_one(unit: Unit, shared: Shared, passage: NamePassage) -> bool:
    """Return the same of either place, as sentences are turned round in translation."""
    own = passage.place(unit)
    return any(abs(own - passage.place(place)) <= NEAR for place in shared.places)


def _has_counterpart(shared: Shared, names: ArticleNames) -> bool:
    """Return whether the edition itself has the word as a name, in other passages."""
    return all(names.spellings.everywhere(place, shared.edition) for place in shared.places)


def _international(shared: Shared, names: ArticleNames) -> bool:
    """Return whether a common word is the same one in both scripts: Senate, Сенат."""
    one, two = shared.places
    alike = names.spellings.surprise(one, two) <= _COGNATES
    return alike and is_cyrillic(one.text) != is_cyrillic(two.text)


def _no_translation(unit: Unit, shared: Shared, passage: NamePassage) -> bool:
    """Return whether a common word by itself stands for a name that no word translates."""
    return (
        unit.common
        and shared.nowhere
        and shared.unlike_a_word
        and passage.row(unit) == [unit]
        and _near(unit, shared, passage)
        and not any(_sounds_like(unit, place) for place in shared.places)
    )


def _copied(unit: Unit, shared: Shared, by: By) -> bool:
    """Return whether all have the words around in one name, and one copied it: Evening News."""
    foreign = any(place.form is Form.FOREIGN for place in shared.places)
    return foreign and _same_row(unit, shared, by) and _same_place(unit, shared, by)


def _acronym(unit: Unit, by: By) -> bool:
    """Return whether a unit is a Latin acronym that the edition in that script has nowhere.

    Those in Cyrillic may be words of their language: ЗМІ, СМИ.
    """
    if unit.form is not Form.ACRONYM or unit.entities or is_cyrillic(unit.text):
        return False
    return any(pairing.relation is Relation.ABSENT for pairing in by[unit].values())


def _sounds_like(one: Unit, two: Unit) -> bool:
    if surprise_of(one.text, one.language, two.text, two.language) < FAR:
        return True
    likeness = Indel.normalized_similarity(skeleton(one.text), skeleton(two.text))
    first = rough(one.text)[:1] == rough(two.text)[:1]
    return two.form is Form.WORD and (first or likeness > _CONSONANTS)


def _alone_there(unit: Unit, shared: Shared, passage: NamePassage) -> bool:
    """Return whether both are names of one word in about the same place of their sentences.

    The shared one must not be there at all, in any form, nor be a word in its own right.
    """
    if unit.form is not Form.WORD or not _untranslated(shared):
        return False
    if any(place.opening for place in shared.places):
        return False
    if any(pairing.relation not in _WITHOUT for pairing in shared.pairings):
        return False
    if any(passage.row(one) != [one] for one in (unit, *shared.places)):
        return False
    return _near(unit, shared, passage)


def _untranslated(shared: Shared) -> bool:
    """Return whether a shared name is in one language no word that could be translated."""
    return any(
        place.form is Form.WORD and not listed(place.text, place.language)
        for place in shared.places
    )


def _same_place(unit: Unit, shared: Shared, by: By) -> bool:
    """Return whether the name before or behind is the same in both other editions.

    Or whether each of the three is the only name of its sentence.
    """
    only = True
    for step in (-1, 1):
        beside = _neighbour(unit, step, by)
        others = [_neighbour(place, step, by) for place in shared.places]
        if beside is not None and all(_paired(beside, other, by) for other in others):
            return True
        only = only and beside is None and not any(others)
    return only


def _paired(one: Unit, two: Unit | None, by: By) -> bool:
    pairing = by[one].get(two.edition) if two is not None else None
    return pairing is not None and pairing.relation in FOUND and pairing.other is two


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
        p.other is not None and p.relation in FOUND and (p.edition, p.other.name) in rows
        for mate in mates
        for p in by[mate].values()
    )
