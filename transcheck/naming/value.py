"""The value of a name: its words, and what is known of them without comparing."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """What a word of a name looks like."""

    WORD = "word"
    ACRONYM = "acronym"
    """Written in capitals: НАТО, MWP."""
    DESIGNATOR = "designator"
    """With digits: Su-24, G7, COVID-19."""
    FOREIGN = "foreign"
    """Of another script than the edition's: Facebook in Cyrillic text."""
    INITIAL = "initial"
    """One letter with a full stop: the A. of Dionisio A. Lind."""


class NameWord(NamedTuple):
    """One word of a name."""

    text: str
    """As written, without quotes and possessive ending."""
    language: str
    """Code of the edition's language."""
    form: Form
    common: bool
    """True where the language has the word for other things, so that a translator may have
    translated it (National, Council) or a sentence may merely start with it."""
    certain: bool
    """True where it is a name by its own looks: a capital in mid-sentence on a word that is
    no common one, an acronym, a known name, or the same word so written elsewhere."""
    start: int
    """Offset in the text of the fact."""
    entities: frozenset[str]
    """Keys of the tables' rows that it is, or is part of, a name of."""
    whole: str
    """The words of the table entry it belongs to, as written; else the same as `text`."""


class Name(NamedTuple):
    """What the fact of a name says: capitalised words in a row, particles between them."""

    words: tuple[NameWord, ...]
    initial: bool
    """True at the start of a sentence and in headings with capitals on every word."""

    @property
    def certain(self) -> bool:
        """Return whether any of its words is a name for certain."""
        return any(word.certain for word in self.words)

    def __str__(self) -> str:
        """Return its words in writing."""
        return " ".join(word.text for word in self.words)
