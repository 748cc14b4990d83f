"""Digits that are no quantity: parts of names, versions, telephone numbers, addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.facts.numerals import Form, Numeral, Written
from transcheck.facts.tokens import Token, adjacent

_NOISE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\d+(?:-\d+){2,}|\+\d[\d\s()\u00a0-]{6,}\d|[@#]\w+"
)
_HYPHENS = frozenset("-–")
_IN_DIGITS = frozenset({Written.DIGITS, Written.MIXED})


def noise(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of addresses, telephone numbers and the like."""
    return tuple(match.span() for match in _NOISE.finditer(text))


def is_designator(tokens: Sequence[Token], numeral: Numeral, *, known_tail: bool) -> bool:
    """Return whether digits belong to a name or a sign: Су-24, COVID-19, G7, 9/11, 5G.

    `known_tail` says that what is written onto the digits is a unit.
    """
    if numeral.written not in _IN_DIGITS:
        return False
    if numeral.glued and not known_tail:
        return True
    if numeral.tail and not known_tail and _is_sign(tokens[numeral.after - 1]):
        return True
    return _slashed(tokens, numeral) or _named(tokens, numeral.first)


def _is_sign(tail: Token) -> bool:
    """Return whether a tail is part of a sign: 737-MAX; not that of a headline: 10-Day."""
    return tail.raw.isupper()


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
