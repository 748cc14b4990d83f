"""Units: the parts of names that are compared, a word or a table entry of several words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transcheck.model import Fact
from transcheck.naming.value import Form, Name, NameWord


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One comparable part of a name where it stands; two are equal only if they are one."""

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

    @property
    def name(self) -> tuple[int, int]:
        """Return the segment and the offset of the name it is part of."""
        return self.segment, self.row

    @property
    def several(self) -> bool:
        """Return whether it is a table entry of several words."""
        return " " in self.text or "-" in self.text


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
    count = sum(word.form is not Form.INITIAL for word in name.words)
    for word in name.words:
        if word.form is Form.INITIAL or word.start < covered:
            continue
        covered = word.start + len(word.whole)
        key = word.whole, word.language, word.entities
        yield Unit(
            edition=edition,
            spelling=ids.setdefault(key, len(ids)),
            language=word.language,
            segment=fact.segment,
            start=fact.start + word.start,
            end=fact.start + covered,
            text=word.whole,
            form=word.form,
            common=word.common and not word.entities,
            certain=word.certain or _known(word),
            entities=word.entities,
            row=fact.start,
            place=place,
            opening=name.initial and not place,
            role=_role(place, count),
        )
        place += 1


def _role(place: int, count: int) -> str:
    if count < 2 or 0 < place < count - 1:
        return ""
    return "last" if place else "first"


def _known(word: NameWord) -> bool:
    return bool(word.entities) and " " in word.whole
