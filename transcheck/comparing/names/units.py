"""Units, the parts of names that are compared, and passages: those of one bead, joined to rows.

A unit is a word or a table entry of several words. How they are shown in findings stands here, too:
their places, and who says what.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from transcheck.model import Article, Bead, Fact, Occurrence
from transcheck.naming.matching import words_of
from transcheck.naming.value import Form, Name
from transcheck.naming.vocabulary import listed

_NOT_COMPARED = frozenset({Form.INITIAL, Form.DESIGNATOR})
"""Initials say too little, and the digits of a designation are compared as they are."""


@dataclass(slots=True, eq=False)
class Unit:
    """One comparable part of a name where it stands; two are equal only if they are one.

    Never changed: it is not frozen because it would take three times as long to make, and
    an article has hundreds.
    """

    edition: int
    """Index of the edition in the article."""
    spelling: int
    """Number of the spelling in the article: equal for equal texts of one language."""
    language: str
    segment: int
    start: int
    end: int
    text: str
    form: Form
    common: bool
    """True where a translator may have translated it; see `NameWord`."""
    certain: bool
    entities: frozenset[str]
    opening: bool
    """True where a sentence starts with it, so that it has its capital for that."""
    row: tuple[int, int]
    """The segment and the offset of the name it is part of."""
    place: int
    """Position among the units of its name, from 0."""
    size: int
    """How many units its name has."""

    @property
    def words(self) -> tuple[str, ...]:
        """Return its words, more than one for a table entry of several."""
        several = " " in self.text or "-" in self.text
        return words_of(self.text) if several else (self.text,)


Ids = dict[tuple[str, str, frozenset[str]], int]
"""Numbers of the spellings of an article: by text, language and entities."""


def units(edition: int, facts: Iterable[Fact], ids: Ids) -> tuple[Unit, ...]:
    """Return the units of the names among the facts of one edition, in reading order.

    `ids` numbers the spellings of the whole article and is added to.
    """
    found: list[Unit] = []
    for fact in facts:
        if isinstance(fact.value, Name):
            found.extend(_units(edition, fact, fact.value, ids))
    return tuple(found)


def _units(edition: int, fact: Fact, name: Name, ids: Ids) -> list[Unit]:
    covered, found = -1, list[Unit]()
    for _, language, form, common, certain, start, entities, whole in name.words:
        if form in _NOT_COMPARED or start < covered:
            continue
        covered = start + len(whole)
        found.append(
            Unit(
                edition,
                ids.setdefault((whole, language, entities), len(ids)),
                language,
                fact.segment,
                fact.start + start,
                fact.start + covered,
                whole,
                form,
                common and not entities,
                # A name of several words that a table knows is one, whatever its words are.
                certain or (bool(entities) and " " in whole),
                entities,
                name.initial and not found,
                (fact.segment, fact.start),
                len(found),
                0,
            )
        )
    for unit in found:
        unit.size = len(found)
    return found


def places(article: Article, found: Iterable[Unit]) -> tuple[Occurrence, ...]:
    """Return the places of units, edition by edition, each once."""
    unique = sorted({(u.edition, u.segment, u.start, u.end, u.text) for u in found})
    return tuple(
        Occurrence(article.editions[n].language, segment, start, end, text, text)
        for n, segment, start, end, text in unique
    )


def saying(article: Article, units: Iterable[Unit]) -> str:
    """Return who writes what: ``en “Rustan”, uk “Растан”``."""
    shown = {(u.edition, u.text): None for u in units}
    return ", ".join(f"{article.editions[n].language} “{text}”" for n, text in shown)


Places = tuple[tuple[Unit, ...], ...]
"""Units of each edition."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One name in one bead."""

    places: Places
    """Where each edition has it; empty where it does not."""

    @property
    def first(self) -> Unit:
        """Return its first place."""
        return next(unit for side in self.places for unit in side)

    def has(self, edition: int) -> bool:
        """Return whether an edition has it."""
        return bool(self.places[edition])

    def firsts(self) -> tuple[Unit, ...]:
        """Return its first place in each edition that has it."""
        return tuple(side[0] for side in self.places if side)

    def editions(self) -> list[int]:
        """Return the editions that have it."""
        return [n for n, side in enumerate(self.places) if side]


@dataclass(frozen=True, eq=False)
class Passage:
    """The names of one bead."""

    number: int
    """Position of the bead in the alignment."""
    bead: Bead
    sides: Places
    lengths: tuple[tuple[int, ...], ...]
    """Characters of the sentences of each side."""
    rows: tuple[Row, ...]

    @cached_property
    def row_of(self) -> dict[Unit, Row]:
        """Return the row of every unit."""
        return {unit: row for row in self.rows for side in row.places for unit in side}

    @cached_property
    def present(self) -> list[int]:
        """Return the editions that have sentences here."""
        return [n for n, side in enumerate(self.bead.sides) if side]

    def place(self, unit: Unit) -> float:
        """Return where in its side a unit starts, 0 to 1."""
        return place_in(self.bead, self.lengths, unit)

    def next_name(self, unit: Unit, step: int) -> Unit | None:
        """Return the unit before (-1) or behind (1) another in its sentence."""
        side = self.sides[unit.edition]
        at = side.index(unit) + step
        found = side[at] if 0 <= at < len(side) else None
        return found if found is not None and found.segment == unit.segment else None

    def beside(self, unit: Unit, step: int) -> Unit | None:
        """Return the unit before (-1) or behind (1) another in the same name."""
        return beside(self.sides[unit.edition], unit, step)


def beside(side: Sequence[Unit], unit: Unit, step: int) -> Unit | None:
    """Return the unit so many places behind another in the same name."""
    place = unit.place + step
    return next((u for u in side if u.row == unit.row and u.place == place), None)


def place_in(bead: Bead, lengths: tuple[tuple[int, ...], ...], unit: Unit) -> float:
    """Return where in its side of a bead a unit starts, 0 to 1, given the sentences' lengths."""
    sizes = lengths[unit.edition]
    before = sum(sizes[: unit.segment - bead.sides[unit.edition][0]])
    return (before + unit.start) / max(1, sum(sizes))


def telling(a: Unit, b: Unit) -> bool:
    """Return whether two units tell how names are romanised: names, and none of tables."""
    certain = a.certain and b.certain and not (a.entities or b.entities)
    return certain and not (is_word(a) or a.common or b.common)


def may_be_unlike(unit: Unit) -> bool:
    """Return whether a name may be spelled with other letters in another edition: Rzeszów."""
    return unit.form is Form.WORD and not unit.common and not unit.entities


def is_word(unit: Unit) -> bool:
    """Return whether a dictionary of its language has the unit as anything but a name.

    What a table knows for a name is one, whatever it is made of: Львовская область.
    """
    return unit.form is Form.WORD and not unit.entities and listed(unit.text, unit.language)
