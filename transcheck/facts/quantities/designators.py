"""Digits that are no quantity: parts of names, versions, telephone numbers, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.numerals.lexicon import lexicon
from transcheck.facts.quantities.counted import tail_unit
from transcheck.facts.quantities.units import unit_words
from transcheck.facts.tokens import Token, adjacent
from transcheck.languages import Language

_NOISE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\d+(?:-\d+){2,}|\+\d[\d\s()\u00a0-]{6,}\d|[@#]\w+"
)
_MAYBE_NOISE = re.compile(r"://|www\.|[@#+]|\d-\d")
"""What all of these hold, and most sentences do not."""
_HYPHENS = frozenset("-–")
_IN_DIGITS = frozenset({Written.DIGITS, Written.MIXED})


def noise(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of addresses, telephone numbers and the like."""
    if _MAYBE_NOISE.search(text) is None:
        return ()
    return tuple(match.span() for match in _NOISE.finditer(text))


def is_designator(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Return whether digits belong to a name or a sign: Су-24, COVID-19, G7, 9/11, 5G."""
    if numeral.written not in _IN_DIGITS:
        return False
    if numeral.tail and _is_sign(tokens[numeral.after - 1].raw, numeral, language):
        return True
    if _slashed(tokens, numeral):
        return True
    return _named(tokens, numeral.first) and not is_numbered(tokens, numeral, language)


def is_numbered(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Return whether digits count what they are written onto: WW2 is the second of its kind."""
    before = numeral.first - 1
    touching = before >= 0 and adjacent(tokens[before], tokens[numeral.first])
    return touching and tokens[before].text in lexicon(language).numbered


def _is_sign(tail: str, numeral: Numeral, language: Language) -> bool:
    """Return whether what is written onto digits is no unit: 5G, 747s, 737-MAX; but 10-Day."""
    if numeral.glued and len(tail) == 1 and tail.isupper():
        # 30C is a temperature.
        return tail.lower() not in unit_words(language).glued
    return tail_unit(numeral, language) is None and (numeral.glued or tail.isupper())


def _slashed(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Return whether a slash touches the digits; fractions such as 1/2 are one numeral."""
    if numeral.form is Form.FRACTION:
        return False
    before, behind = numeral.first - 1, numeral.after
    if before >= 0 and tokens[before].text == "/" and adjacent(tokens[before], tokens[before + 1]):
        return True
    if behind + 1 >= len(tokens) or tokens[behind].text != "/":
        return False
    # «180 км/год» and "$5/day" have a word behind the slash.
    touching = adjacent(tokens[behind - 1], tokens[behind])
    return touching and tokens[behind + 1].kind == "digits"


def _named(tokens: Sequence[Token], first: int) -> bool:
    """Return whether the digits at `first` are written onto a name, with or without hyphen."""
    before = first - 1
    if before < 0 or not adjacent(tokens[before], tokens[first]):
        return False
    if tokens[before].text in _HYPHENS:
        before -= 1
        if before < 0 or not adjacent(tokens[before], tokens[before + 1]):
            return False
    word = tokens[before]
    # A preposition that lost its space («до10,16») is no name.
    return word.kind == "word" and (word.raw.lower() != word.raw or len(word.raw) == 1)
