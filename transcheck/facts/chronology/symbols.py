"""One character for every set of classes, so that a sentence is a string shapes can match."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from transcheck.facts.chronology import digits
from transcheck.facts.chronology.words import Classes, words
from transcheck.languages import Language

MARKS = {
    "-": "dash", "–": "dash", "—": "dash", ",": "comma", "(": "open", ")": "close", ".": "dot",
    "/": "slash", "'": "apostrophe", "%": "percent", "+": "plus", ":": "colon", ";": "semicolon",
    "$": "currency", "€": "currency", "£": "currency", "¥": "currency", "₴": "currency",
    "₽": "currency", "№": "label", "#": "label", "°": "percent",
    "«": "quote", "»": "quote", '"': "quote", "“": "quote", "”": "quote", "„": "quote",
}  # fmt: skip
NOTHING: Classes = {}
JOINED: Classes = {"dash": "", "joined": ""}
"""A dash with no space on either side."""
CAPITAL: Classes = {"capital": ""}
"""A word that may be a name."""
LATIN: Classes = {"latin": "", "capital": ""}
"""A word in Latin letters in a text of others."""
_NO_CLASSES = frozenset[str]()
_FIRST_SYMBOL = 0xE000
"""Symbols are characters of the Private Use Area: no text has them."""


class Item(NamedTuple):
    """A word, a phrase, a number or a mark."""

    start: int
    end: int
    classes: Classes
    symbol: str
    """One character that stands for the set of its classes."""


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The symbol of every set of classes that an item of a language can have."""

    symbols: dict[frozenset[str], str]

    def symbol(self, classes: Classes) -> str:
        """Return the symbol of a set of classes."""
        return self.symbols[frozenset(classes) if classes else _NO_CLASSES]

    def members(self, name: str) -> str:
        """Return the symbols of all sets that hold the class `name`."""
        return "".join(s for classes, s in self.symbols.items() if name in classes)


@cache
def alphabet(language: Language) -> Alphabet:
    """Number the sets of classes that the words of a language and its numbers can have."""
    sets = [frozenset[str](), frozenset(CAPITAL), frozenset(LATIN), frozenset(JOINED)]
    sets += [frozenset({mark}) for mark in MARKS.values()]
    sets += [
        frozenset({"century_roman", "roman", "capital"}),
        frozenset({"vague"}),
        frozenset({"season_code"}),
    ]
    sets += words(language).all_classes()
    sets += digits.possible_classes()
    return Alphabet({s: chr(_FIRST_SYMBOL + n) for n, s in enumerate(dict.fromkeys(sets))})
