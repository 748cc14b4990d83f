"""One character for every set of classes, so that a sentence is a string shapes can match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
_MOST_SENSES = 4096
"""Thrice as many as the tables of a language have, for numbers."""
_FIRST_SYMBOL = ord(" ") + 1
"""There are fewer than 200 symbols, and sets of characters below 256 compile many times faster."""


class Sense:
    """What a word, a phrase, a number or a mark may be in a date; equal only to itself."""

    __slots__ = ("classes", "symbol")

    def __init__(self, classes: Classes, symbol: str) -> None:
        """Take the classes with their values, and the character that stands for their set."""
        self.classes = classes
        self.symbol = symbol


class Items(NamedTuple):
    """The words, phrases, numbers and marks of a sentence with all they may be in a date."""

    symbols: str
    """One character for each."""
    starts: Sequence[int]
    ends: Sequence[int]
    senses: Sequence[Sense]


@dataclass(frozen=True, slots=True, eq=False)
class Alphabet:
    """The symbol of every set of classes that an item of a language can have."""

    symbols: dict[frozenset[str], str]
    _members: dict[str, str]
    _senses: dict[tuple[tuple[str, str], ...], Sense] = field(default_factory=dict)

    def symbol(self, classes: Classes) -> str:
        """Return the symbol of a set of classes."""
        return self.symbols[frozenset(classes) if classes else _NO_CLASSES]

    def sense(self, classes: Classes) -> Sense:
        """Return the sense that has these classes and values, mostly the same one again."""
        key = tuple(classes.items())
        found = self._senses.get(key)
        if found is None:
            if len(self._senses) >= _MOST_SENSES:
                self._senses.clear()
            found = self._senses[key] = Sense(classes, self.symbol(classes))
        return found

    def members(self, name: str) -> str:
        """Return the symbols of all sets that hold the class `name`."""
        return self._members.get(name, "")


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
    symbols = {s: chr(_FIRST_SYMBOL + n) for n, s in enumerate(dict.fromkeys(sets))}
    members: dict[str, str] = {}
    for classes, symbol in symbols.items():
        for name in classes:
            members[name] = members.get(name, "") + symbol
    return Alphabet(symbols, members)
