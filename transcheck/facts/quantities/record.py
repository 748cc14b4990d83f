"""The record of a quantity: a number with what it counts and how firmly it is said."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from transcheck.facts.exact import Exact
from transcheck.facts.numerals import Form


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
