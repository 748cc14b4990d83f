"""What a word or mark may be in a date wherever it stands, found out once a word.

Every set of classes is one character, so that a sentence is a string shapes can match.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from transcheck.facts.dates import digits
from transcheck.facts.dates.words import Classes, Word, Words, words
from transcheck.facts.exact import Exact
from transcheck.facts.numbers.atoms import entries
from transcheck.facts.numbers.lexicon import lexicon, read_roman
from transcheck.facts.numbers.records import Form, Numeral, Written
from transcheck.facts.tokens import Memo, kind_of, text_of
from transcheck.languages import Language
from transcheck.limits import SENSES_MOST_NUMBERS, SENSES_MOST_SENSES

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
            if len(self._senses) >= SENSES_MOST_SENSES:
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


_NO_PHRASES: Mapping[int, tuple[Word, int]] = {}


class Senses:
    """The senses of the words of one language as they are written."""

    def __init__(self, language: Language) -> None:
        """Take the tables of a language."""
        self.letters: Alphabet = alphabet(language)
        self.table: Words = words(language)
        self.nothing = self.letters.sense(NOTHING)
        self._entries = entries(lexicon(language))
        self._capital = self.letters.sense(CAPITAL)
        self._latin = self.letters.sense(LATIN)
        self._cyrillic = language.script != "Latn"
        self._people = self.table.members("month_doubtful") | self.table.members("month_name")
        self.alone: Memo[Sense | None] = Memo(self._alone)
        """None where what stands around a word decides; phrases are left aside."""
        self.digits: Memo[Sense] = Memo(self._digits)
        """Those of digits that stand alone."""
        self._numbers: dict[tuple[Exact, Form, Written, bool], Sense] = {}

    def phrases(self, texts: tuple[str, ...]) -> Mapping[int, tuple[Word, int]]:
        """Return the longest phrase that starts at each index, and the index behind it."""
        table = self.table.phrases
        if table.keys().isdisjoint(texts):
            return _NO_PHRASES
        found: dict[int, tuple[Word, int]] = {}
        for i in [i for i, text in enumerate(texts) if text in table]:
            for phrase in table[texts[i]]:
                first = i - phrase.at
                after = first + len(phrase.texts)
                if texts[max(first, 0) : after] == phrase.texts and (
                    first not in found or found[first][1] < after
                ):
                    found[first] = phrase.word, after
        return found

    def other(self, raw: str) -> Sense:
        """Return what a word that is in no table may be: a name, a Roman numeral, nothing."""
        if not raw[0].isupper():
            return self.nothing
        roman = read_roman(raw)
        if roman is not None:
            classes = {"roman": str(roman), "century_roman": str(roman), "capital": ""}
            return self.letters.sense(classes)
        return self._latin if self._cyrillic and raw[0].isascii() else self._capital

    def number(self, numeral: Numeral) -> Sense:
        """Return the sense of a number in words, mostly the same one again."""
        key = numeral.low, numeral.form, numeral.written, numeral.one
        found = self._numbers.get(key)
        if found is None:
            if len(self._numbers) >= SENSES_MOST_NUMBERS:
                self._numbers.clear()
            found = self.letters.sense(digits.numeral_classes(numeral))
            self._numbers[key] = found
        return found

    def _digits(self, text: str) -> Sense:
        return self.letters.sense(digits.plain_classes(int(text), len(text)))

    def _alone(self, raw: str) -> Sense | None:
        if self._entries[raw] is not None:
            return None
        text = text_of(raw)
        word = self.table.single.get(text)
        if word is not None:
            alike = word.lower == word.capital == word.initial == word.person
            return self.letters.sense(word.lower) if alike or not raw[0].isupper() else None
        if len(raw) == 1 and kind_of(raw) == "mark":
            name = MARKS.get(text)
            # A dash may join what stands around it.
            return None if name == "dash" else self.letters.sense({name: ""} if name else NOTHING)
        if "'" in text or "-" in text:
            return self._joined(text, raw)
        return self.other(raw)

    def _joined(self, text: str, raw: str) -> Sense | None:
        """Return the sense of a word with an apostrophe or hyphen."""
        if text.endswith("'s") and text[:-2] in self.table.single:
            if text[:-2] in self._people:
                return None
            word = self.table.single[text[:-2]]
            return self.letters.sense(word.possessive if raw[0].isupper() else word.lower)
        if "-" in text and not self.table.single.keys().isdisjoint(text.split("-")[:2]):
            return None
        return self.other(raw)


@cache
def senses(language: Language) -> Senses:
    """Return the senses of a language's words; they are remembered as they come."""
    return Senses(language)
