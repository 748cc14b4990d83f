"""Units: the parts of names that are compared, a word or a table entry of several words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transcheck.model import Fact
from transcheck.naming.value import Form, Name


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
    row: int
    """Offset in the segment of the name it is part of."""
    place: int
    """Position among the units of its name, from 0."""
    opening: bool
    """True where a sentence starts with it, so that it has its capital for that."""
    role: str
    """``first`` or ``last`` of the words of a name of several, else empty."""
    name: tuple[int, int]
    """The segment and the offset of the name it is part of."""
    several: bool
    """True for a table entry of several words."""


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


def _units(edition: int, fact: Fact, name: Name, ids: Ids) -> Iterable[Unit]:
    place, covered = 0, -1
    row = fact.segment, fact.start
    words = name.words
    count = 1 if len(words) == 1 else sum(word.form is not Form.INITIAL for word in words)
    for _, language, form, common, certain, start, entities, whole in words:
        if form is Form.INITIAL or start < covered:
            continue
        covered = start + len(whole)
        yield Unit(
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
            fact.start,
            place,
            name.initial and not place,
            _role(place, count),
            row,
            " " in whole or "-" in whole,
        )
        place += 1


def _role(place: int, count: int) -> str:
    if count < 2 or 0 < place < count - 1:
        return ""
    return "last" if place else "first"
