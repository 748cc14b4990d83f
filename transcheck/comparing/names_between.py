"""Names that differ between two editions, where no third one tells which is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from transcheck.comparing.names_meant import other_letter
from transcheck.comparing.names_passage import NamePassage
from transcheck.comparing.names_relations import Pairing, Relation
from transcheck.comparing.names_spelling import other_custom
from transcheck.comparing.names_units import Unit
from transcheck.comparing.names_votes import look_alike, short_form
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.value import Form
from transcheck.naming.vocabulary import listed

_WRONG = 16.0
"""Surprise in nats from which two Cyrillic spellings a letter apart are no two customs."""
_SOUNDS = (frozenset("гх"),)
"""Letters that two languages put for one sound of another."""


@dataclass(frozen=True, slots=True)
class Between:
    """What two editions have in the same place of a passage."""

    unit: Unit
    other: Unit
    replaced: bool
    """True for two names, False for one that differs by a letter."""


def differing(passage: NamePassage) -> Iterator[Between]:
    """Yield the names of a passage that the only other edition has differently for certain.

    Either another name stands beside the same words of a name, or one letter is another
    while all the rest corresponds. What needs more letters may be a custom.
    """
    for pairing in passage.pairings:
        unit, other = pairing.unit, pairing.other
        if other is None or unit.edition > pairing.edition:
            continue
        if pairing.relation is Relation.CONFLICT:
            if not (look_alike(unit, other) or short_form(unit, other)):
                yield Between(unit, other, replaced=True)
        elif pairing.relation is Relation.VARIANT and _one_letter(pairing, other):
            yield Between(unit, other, replaced=False)


def _one_letter(pairing: Pairing, other: Unit) -> bool:
    unit = pairing.unit
    if unit.form is not Form.WORD or other.form is not Form.WORD or other_custom(unit, other):
        return False
    if is_cyrillic(unit.text) and is_cyrillic(other.text):
        both_words = listed(unit.text, unit.language) and listed(other.text, other.language)
        return pairing.surprise >= _WRONG and not both_words and _letter_apart(unit, other)
    latin, cyrillic = (other, unit) if is_cyrillic(unit.text) else (unit, other)
    return bool(other_letter(latin, (cyrillic,), pairing.surprise))


def _letter_apart(one: Unit, two: Unit) -> bool:
    """Return whether two words, cases undone, are the same but for one letter."""
    return any(
        len(a) == len(b)
        and Levenshtein.distance(a, b) == 1
        and not any(
            {x, y} <= sounds for x, y in zip(a, b, strict=True) if x != y for sounds in _SOUNDS
        )
        for a in bases(one.text, one.language)
        for b in bases(two.text, two.language)
    )
