"""Units of measure and money: their dimensions, conversion, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from transcheck.facts.exact import Exact, exact
from transcheck.facts.numerals.lexicon import lexicon
from transcheck.facts.quantities.phrases import Phrases
from transcheck.languages import Language, read_rows


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``value * factor`` in the first unit of its dimension, `offset` added before."""

    code: str
    dimension: str
    factor: Exact
    offset: Exact

    def base(self, value: Exact) -> Exact:
        """Return a value of this unit in the first unit of its dimension."""
        return (value + self.offset) * self.factor


@dataclass(frozen=True, slots=True, eq=False)
class UnitWords:
    """The words for units in one language."""

    behind: Phrases[tuple[str, ...]]
    """Words, signs and codes behind a number."""
    before: Phrases[tuple[str, ...]]
    """Signs and codes before a number: $, US$, USD."""
    codes: frozenset[str]
    """Codes of letters, lower case, that are words unless they stand in capitals: TRY."""
    glued: frozenset[str]
    """Units that are other words unless they touch the digits: 10in."""
    of: tuple[tuple[str, ...], ...]
    """Words between a vague number and its unit: the "of" of "thousands of dollars"."""


def unit(code: str) -> Unit:
    """Return the unit of a code; a currency has a dimension of its own."""
    return _table().get(code) or Unit(code, code, 1, 0)


def is_money(units: tuple[str, ...]) -> bool:
    """Return whether units are currencies, however many the word may mean."""
    return all(len(code) == 3 and code.isupper() for code in units)


@cache
def unit_words(language: Language) -> UnitWords:
    """Return the words for units of a language; its table is read at the first call."""
    rows = language.rows("unit_words")
    paradigms = {
        name: [ending.strip().replace("-", "") for ending in endings.split(",")]
        for kind, name, endings in (row for row in rows if row[0] == "paradigm")
        if kind
    }
    words = [
        (tuple(row[0].split()), row[1].split(", "))
        for row in rows
        if row[0] not in {"paradigm", "glued"}
    ]
    signs = [
        (tuple(codes.split()), forms.split(", ")) for codes, forms in read_rows("currency_symbols")
    ]
    letters = {form.lower() for _, forms in signs for form in forms if form.isalpha()}
    return UnitWords(
        behind=Phrases([*words, *signs], paradigms),
        before=Phrases(signs, tight=True),
        codes=frozenset(letters),
        glued=frozenset(form for kind, form, *_ in rows if kind == "glued"),
        of=lexicon(language).of,
    )


@cache
def minor_units() -> Mapping[str, tuple[str, ...]]:
    """Return the currencies that a coin is a hundredth of, the likely one first."""
    return {code: tuple(currencies.split()) for code, currencies in read_rows("minor_units")}


@cache
def _table() -> Mapping[str, Unit]:
    return {
        code: Unit(code, dimension, exact(factor), exact(offset))
        for code, dimension, factor, offset in read_rows("units")
    }
