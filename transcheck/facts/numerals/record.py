"""The record of a numeral: a number as a sentence writes it, before anyone asks of what."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from transcheck.facts.exact import Exact


class Form(StrEnum):
    """What kind of number word, or number in digits, it is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    COLLECTIVE = "collective"
    """п'ятеро, удвох."""
    BOTH = "both"
    GROUP = "group"
    """Counted loosely: a dozen, «десяток», «дві сотні»."""
    FRACTION = "fraction"
    MULTIPLIER = "multiplier"
    """twice, doubled, «удвічі»."""
    COMPOUND = "compound"
    """Part of a longer word: «24-річний», «двадцятип'ятирічний», "five-day"."""
    VAGUE = "vague"
    """Only a size: dozens, «кілька», hundreds of thousands; `low` to `high`."""
    ARTICLE = "article"
    """The "a" of "a mile"; only where quantities are read."""
    DECADE = "decade"
    """A plural behind digits: 1960s, 40s."""

    __hash__ = str.__hash__  # That of Enum is Python code.


class Written(StrEnum):
    """How a numeral is written."""

    DIGITS = "digits"
    WORDS = "words"
    MIXED = "mixed"
    """Digits with a scale word: 1.5 million."""
    ROMAN = "roman"

    __hash__ = str.__hash__


class Numeral(NamedTuple):
    """A number in a sentence; offsets are code points of its text."""

    start: int
    end: int
    """Behind the number itself: in «24-річний» behind 24."""
    first: int
    """Index of the token it starts in."""
    after: int
    """Index of the first token that is no part of it or of its `tail`."""
    low: Exact
    high: Exact
    """Equal to `low`, except for vague sizes."""
    form: Form
    written: Written
    precision: Exact
    """The unit of the last digit written: 100000 for "1.2 million", 1 for "1,250"."""
    readings: tuple[Exact, ...]
    """All values it may have, the likely one, `low`, first."""
    scale: Exact = 1
    """The scale it is counted in: a million in "1.5 million" and «два мільйони»."""
    tail: str = ""
    """The rest of the word it is written in, normalised: «річний», "year-old", "km"."""
    tail_end: int = 0
    """Behind the tail; `end` where there is none."""
    rough: bool = False
    """Whether it stands behind its scale, so that it is no exact number: «тисяч п'ять»."""
    glued: bool = False
    """Whether the tail follows digits without a hyphen, as in "10km" and "5G"."""

    @property
    def value(self) -> Exact:
        """Return the likely value; of a vague size the lower end."""
        return self.low

    @property
    def one(self) -> bool:
        """Return whether it is the word one, which is more often an article or a pronoun."""
        return self.low == 1 == self.high and self.written is Written.WORDS
