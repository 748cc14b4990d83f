"""Units: the parts of names that are compared, a word or a table entry of several words.

How they are shown in findings stands here, too: their places, and who says what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transcheck.model import Article, Fact, Occurrence
from transcheck.naming.matching import words_of
from transcheck.naming.value import Form, Name

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
