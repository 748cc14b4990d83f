"""What one edition's passage has for a unit of another: the same, a variant, nothing."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from transcheck.comparing.names_units import Unit
from transcheck.naming.letters import is_cyrillic
from transcheck.naming.value import Form

_SHORTEST = 3
"""Shorter words are too often read in two ways to be missed."""


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


def may_be_variant(one: Unit, two: Unit) -> bool:
    """Return whether two units, if they are spelled alike, can be meant for one name."""
    if not (one.certain or two.certain):
        return False
    return not ((one.common and two.common) or (one.entities and two.entities))


def undecidable(unit: Unit, *, other_is_cyrillic: bool) -> bool:
    """Return whether a certain unit without counterpart says nothing of the other edition."""
    if len(unit.text) < _SHORTEST and unit.form is Form.WORD and not unit.entities:
        return True
    if unit.form is Form.ACRONYM and not unit.entities:
        return is_cyrillic(unit.text) != other_is_cyrillic
    return unit.common
