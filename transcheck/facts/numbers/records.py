"""The records of numbers: a numeral as it is written, a draft, a quantity as it is compared."""

from __future__ import annotations

from dataclasses import dataclass
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


class Bound(StrEnum):
    """What the words around a number make of it."""

    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    ONLY = "only"

    __hash__ = str.__hash__  # That of Enum is Python code.


class Quantity(NamedTuple):
    """The normalised value of a fact of the kind ``number``."""

    low: Exact
    high: Exact
    """Equal to `low`, except for vague sizes."""
    units: tuple[str, ...] = ()
    """What is counted: codes of ``units.tsv`` or of ISO 4217; empty where it is anything else.
    More than one where the word has several meanings, the likely one first: pounds."""
    form: Form = Form.CARDINAL
    bound: Bound | None = None
    bound_sure: bool = True
    """False where the word before the number may bound it or not: «до», «всего», "over"."""
    precision: Exact = 1
    """The unit of the last digit written, in the scale of `low`."""
    readings: tuple[Exact, ...] = ()
    """All values it may have, `low` first; more than one where a separator is ambiguous."""
    ends: tuple[Exact, Exact] | None = None
    """Both ends of the range, where it is one of them."""
    loose: bool = False
    """Whether the same is often said without a number: both, first, double, several. Such a
    quantity can contradict another one, but nothing is missing where it has no counterpart."""

    @property
    def vague(self) -> bool:
        """Return whether only its size is known: dozens, hundreds of thousands."""
        return self.form is Form.VAGUE

    @property
    def unit(self) -> str:
        """Return the likely unit, or the empty string."""
        return self.units[0] if self.units else ""

    def __str__(self) -> str:
        """Return the value in writing, without separators: ``up to 120000000 GBP``."""
        words = [self.bound.value] if self.bound and self.bound_sure else []
        words.append(f"{number(self.low)}-{number(self.high)}" if self.vague else number(self.low))
        if self.unit:
            words.append(self.unit)
        return " ".join(words)


def number(value: Exact) -> str:
    """Return a value with a decimal point where it has few decimals, else as a fraction."""
    if value.denominator == 1:
        return str(value.numerator)
    for digits in range(1, 7):
        if (value * 10**digits).denominator == 1:
            return f"{float(value):.{digits}f}"
    return f"{value.numerator}/{value.denominator}"


_PLAIN = frozenset({Form.CARDINAL, Form.COMPOUND})


class Hedge(NamedTuple):
    """What bounds a number, and whether it surely does."""

    bound: Bound
    sure: bool


@dataclass(slots=True)
class Draft:
    """What is known so far of one quantity of a sentence."""

    numeral: Numeral
    start: int
    end: int
    first: int
    """Index of its first token, the sign of a currency included."""
    after: int
    """Index behind its last token, the unit included."""
    low: Exact
    high: Exact
    readings: tuple[Exact, ...]
    precision: Exact
    units: tuple[str, ...] = ()
    hedge: Hedge | None = None
    ends: tuple[Exact, Exact] | None = None
    closes: bool = False
    """Whether it is the second end of a range: the word before it joins, it does not bound."""
    loose: bool = False

    @classmethod
    def of(cls, numeral: Numeral) -> Draft:
        """Start with the numeral alone."""
        return cls(
            numeral,
            numeral.start,
            numeral.tail_end if numeral.tail else numeral.end,
            numeral.first,
            numeral.after,
            numeral.low,
            numeral.high,
            numeral.readings,
            numeral.precision,
        )

    @property
    def plain(self) -> bool:
        """Return whether it is a bare number that the scale of a neighbour may count."""
        numeral = self.numeral
        return numeral.scale == 1 and numeral.form in _PLAIN

    @property
    def in_digits(self) -> bool:
        """Return whether digits were typed."""
        return self.numeral.written is Written.DIGITS or self.numeral.written is Written.MIXED

    def scale(self, factor: Exact) -> None:
        """Multiply the value."""
        self.low *= factor
        self.high *= factor
        self.precision *= factor
        self.readings = tuple(reading * factor for reading in self.readings)

    def quantity(self) -> Quantity:
        """Return the finished value."""
        return Quantity(
            self.low,
            self.high,
            self.units,
            self.numeral.form,
            self.hedge.bound if self.hedge else None,
            self.hedge.sure if self.hedge else True,
            self.precision,
            self.readings,
            self.ends,
            self.loose,
        )
