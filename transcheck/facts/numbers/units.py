"""Units of measure and money, the words for them, and which of them a number counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from transcheck.facts.exact import Exact, exact, size
from transcheck.facts.numbers.hedges import inverted_noun
from transcheck.facts.numbers.lexicon import lexicon
from transcheck.facts.numbers.phrases import Found, Phrases
from transcheck.facts.numbers.records import Draft, Form, Numeral
from transcheck.facts.tokens import Tokens
from transcheck.languages import Language, read_rows
from transcheck.limits import UNITS_MARGIN_REACH, UNITS_OLD


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


_FRACTION = ("fraction",)
_TIMES = ("times",)
_PERCENT, _POINTS = ("%",), "pp"
_YEAR = ("year",)


def tail_unit(numeral: Numeral, language: Language) -> tuple[str, ...] | None:
    """Return what the tail of a numeral measures, empty for things; None for unknown tails."""
    if not numeral.tail:
        return None
    words = unit_words(language).behind
    found = words.named(numeral.tail) or words.named(numeral.tail.partition("-")[0])
    if found is not None:
        return found
    unit = lexicon(language).stem_unit(numeral.tail)
    return None if unit is None else tuple(unit.split())


def count(draft: Draft, tokens: Tokens, language: Language) -> None:
    """Find the unit of a draft and stretch the draft over it."""
    numeral = draft.numeral
    if _is_year_of_life(draft, tokens, language) or numeral.form is Form.ORDINAL:
        # The third day and the 34th-minute goal count nothing.
        return
    words = unit_words(language)
    units = tail_unit(numeral, language)
    before = _before(tokens, numeral.first, words)
    behind = _behind(tokens, draft, words)
    if before is not None:
        draft.first, draft.start = before.first, tokens.starts[before.first]
        draft.units = before.meaning
    if behind is not None and before is None:
        draft.units = behind.meaning
    elif units and before is None:
        draft.units = units
    if behind is not None and (before is None or behind.meaning[0] in before.meaning):
        draft.after = behind.after
        draft.end = tokens.ends[behind.after - 1]
        if behind.after == len(tokens.texts) and tokens.texts[-1] == ".":
            # The point of «грн.» also ends the sentence.
            draft.end = tokens.ends[-2]
    noun = None if draft.units else inverted_noun(numeral, tokens, language)
    if noun is not None:
        draft.units = words.behind.named(tokens.texts[noun]) or ()
    if draft.units and len(draft.readings) > 1 and is_money(draft.units):
        # £200m is millions; 200m alone may be metres.
        draft.readings = tuple(r for r in draft.readings if size(r) >= size(draft.low))
    draft.units = _of_margin(draft, tokens, language) or draft.units or _implied(numeral)


def _is_year_of_life(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Return whether a number is the year of a life, of which it makes an age: 87 is 86."""
    words = lexicon(language)
    before = tokens.texts[max(0, draft.first - 2) : draft.first]
    own = words.own_years.get(before) if draft.low >= UNITS_OLD else None
    for phrase in (own,) if own else words.years_of_life:
        if tokens.texts[draft.after : draft.after + len(phrase)] == phrase:
            draft.after += len(phrase)
            draft.end = tokens.ends[draft.after - 1]
            draft.low = draft.high = draft.low - 1
            draft.readings = (draft.low,)
            draft.units = _YEAR
            draft.numeral = draft.numeral._replace(form=Form.CARDINAL)
            return True
    return False


def _of_margin(draft: Draft, tokens: Tokens, language: Language) -> tuple[str, ...]:
    """Return both units of a margin of error, in which per cent are percentage points."""
    if draft.units != _PERCENT:
        return ()
    before = tokens.texts[max(0, draft.first - UNITS_MARGIN_REACH) : draft.first]
    return () if lexicon(language).margins.isdisjoint(before) else (*_PERCENT, _POINTS)


def _implied(numeral: Numeral) -> tuple[str, ...]:
    """Return the unit that the form of a numeral implies: half, twice."""
    if numeral.form is Form.FRACTION and size(numeral.low) < 1:
        return _FRACTION
    return _TIMES if numeral.form is Form.MULTIPLIER else ()


def _before(tokens: Tokens, first: int, words: UnitWords) -> Found[tuple[str, ...]] | None:
    """Return the sign or code of a currency right before the number: $, US$, USD."""
    found = words.before.ending(tokens, first - 1)
    if found is None or not _in_capitals(tokens, found, words):
        return None
    return found


def _behind(tokens: Tokens, draft: Draft, words: UnitWords) -> Found[tuple[str, ...]] | None:
    """Return the unit behind a number, or written onto it: "180 km/h", «180км/год»."""
    numeral = draft.numeral
    if numeral.tail and numeral.glued:
        return words.behind.starting(tokens, numeral.after - 1)
    if numeral.tail or tokens.ends[numeral.after - 1] > numeral.end + 1:
        # The word goes on: of «два-три дні» only the second counts days.
        return None
    i = numeral.after
    if numeral.form is Form.VAGUE or numeral.form is Form.FRACTION:
        i = _behind_of(tokens, i, words)
    found = words.behind.starting(tokens, i)
    if found is None or not _in_capitals(tokens, found, words):
        return None
    if tokens.kind(i) == "word" and tokens.touch(i - 1):
        return None
    return None if tokens.texts[i] in words.glued or _of_next(tokens, i, found, numeral) else found


def _of_next(tokens: Tokens, i: int, found: Found[tuple[str, ...]], numeral: Numeral) -> bool:
    """Return whether a sign is that of the next number: "a tenth of a UAH 12 million contract"."""
    if i == numeral.after or not is_money(found.meaning) or found.after >= len(tokens.texts):
        return False
    return tokens.kind(found.after) == "digits"


def _behind_of(tokens: Tokens, i: int, words: UnitWords) -> int:
    """Return the index behind the "of" of "thousands of dollars", "a quarter of a century"."""
    for phrase in words.of:
        if tokens.texts[i : i + len(phrase)] == phrase:
            return i + len(phrase)
    return i


def _in_capitals(tokens: Tokens, found: Found[tuple[str, ...]], words: UnitWords) -> bool:
    """Return whether a code of letters is meant: TRY 500, but not "try 500"."""
    if found.after - found.first > 1 or tokens.texts[found.first] not in words.codes:
        return True
    return tokens.raws[found.first].isupper()
