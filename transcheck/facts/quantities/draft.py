"""A quantity in the making: a numeral with the tokens around it that were recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from transcheck.facts.exact import Exact
from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.quantities.record import Bound, Quantity

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
