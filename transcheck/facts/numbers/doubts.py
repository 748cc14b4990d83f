"""Numbers that are no quantity: parts of names, addresses, words that mean something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from transcheck.facts.numbers.lexicon import lexicon
from transcheck.facts.numbers.phrases import Phrases
from transcheck.facts.numbers.records import Form, Numeral, Written
from transcheck.facts.numbers.units import tail_unit, unit_words
from transcheck.facts.tokens import Tokens
from transcheck.languages import Language
from transcheck.limits import DOUBTS_JOINTS

_NOISE = re.compile(
    r"https?://\S+|www\.\S+|\S+@\S+|\d+(?:-\d+){2,}|\+\d[\d\s()\u00a0-]{6,}\d|[@#]\w+"
)
_MARKS = frozenset("/@#+")
"""Some of them all of these hold but one that starts with www and numbers joined by hyphens."""
_HYPHENS = frozenset("-–")

_Test = Callable[[Tokens, Numeral], bool]


def noise(text: str, tokens: Tokens) -> tuple[tuple[int, int], ...]:
    """Return the spans of addresses, telephone numbers and the like."""
    joined = tokens.texts.count("-") >= DOUBTS_JOINTS
    if not joined and _MARKS.isdisjoint(tokens.texts) and "www" not in text:
        return ()
    return tuple(match.span() for match in _NOISE.finditer(text))


def is_designator(tokens: Tokens, numeral: Numeral, language: Language) -> bool:
    """Return whether digits belong to a name or a sign: Су-24, COVID-19, G7, 9/11, 5G."""
    if numeral.written is not Written.DIGITS and numeral.written is not Written.MIXED:
        return False
    first, after = numeral.first, numeral.after
    joined = first > 0 and tokens.touch(first - 1)
    if not joined and not numeral.tail and "/" not in tokens.texts[after : after + 1]:
        # Nothing is written onto them, as in most places.
        return False
    if numeral.tail and _is_sign(tokens.raws[numeral.after - 1], numeral, language):
        return True
    if _slashed(tokens, numeral):
        return True
    return _named(tokens, numeral.first) and not is_numbered(tokens, numeral, language)


def is_numbered(tokens: Tokens, numeral: Numeral, language: Language) -> bool:
    """Return whether digits count what they are written onto: WW2 is the second of its kind."""
    before = numeral.first - 1
    touching = before >= 0 and tokens.touch(before)
    return touching and tokens.texts[before] in lexicon(language).numbered


def _is_sign(tail: str, numeral: Numeral, language: Language) -> bool:
    """Return whether what is written onto digits is no unit: 5G, 747s, 737-MAX; but 10-Day."""
    if numeral.glued and len(tail) == 1 and tail.isupper():
        # 30C is a temperature.
        return tail.lower() not in unit_words(language).glued
    return tail_unit(numeral, language) is None and (numeral.glued or tail.isupper())


def _slashed(tokens: Tokens, numeral: Numeral) -> bool:
    """Return whether a slash touches the digits; fractions such as 1/2 are one numeral."""
    if numeral.form is Form.FRACTION:
        return False
    before, behind = numeral.first - 1, numeral.after
    if before >= 0 and tokens.texts[before] == "/" and tokens.touch(before):
        return True
    if behind + 1 >= len(tokens.texts) or tokens.texts[behind] != "/":
        return False
    # «180 км/год» and "$5/day" have a word behind the slash.
    return tokens.touch(behind - 1) and tokens.kind(behind + 1) == "digits"


def _named(tokens: Tokens, first: int) -> bool:
    """Return whether the digits at `first` are written onto a name, with or without hyphen."""
    before = first - 1
    if before < 0 or not tokens.touch(before):
        return False
    if tokens.texts[before] in _HYPHENS:
        before -= 1
        if before < 0 or not tokens.touch(before):
            return False
    raw = tokens.raws[before]
    # A preposition that lost its space («до10,16») is no name.
    return tokens.kind(before) == "word" and (raw.lower() != raw or len(raw) == 1)


@cache
def _tests(language: Language) -> dict[str, tuple[_Test, ...]]:
    """Return by word the tests that make it no number."""
    tests: dict[str, tuple[_Test, ...]] = {}
    for rule, forms, phrases in language.rows("numeral_doubts"):
        test = _RULES[rule](phrases.split(", "))
        for form in forms.split():
            tests[form] = (*tests.get(form, ()), test)
    return tests


def is_doubtful(tokens: Tokens, numeral: Numeral, language: Language) -> bool:
    """Return whether a single number word means something else where it stands."""
    if numeral.written is not Written.WORDS or numeral.tail or numeral.after - numeral.first > 1:
        return False
    tests = _tests(language).get(tokens.texts[numeral.first], ())
    return any(test(tokens, numeral) for test in tests)


def _before(phrases: Sequence[str]) -> _Test:
    known = Phrases([(True, phrases)])
    return lambda tokens, numeral: bool(known.ending(tokens, numeral.first - 1))


def _behind(phrases: Sequence[str]) -> _Test:
    known = Phrases([(True, phrases)])
    return lambda tokens, numeral: bool(known.starting(tokens, numeral.after))


def _unless_behind(phrases: Sequence[str]) -> _Test:
    behind = _behind(phrases)
    return lambda tokens, numeral: not behind(tokens, numeral)


def _unless_ending(endings: Sequence[str]) -> _Test:
    ends = tuple(endings)

    def test(tokens: Tokens, numeral: Numeral) -> bool:
        return numeral.after >= len(tokens.texts) or not tokens.texts[numeral.after].endswith(ends)

    return test


_RULES: dict[str, Callable[[Sequence[str]], _Test]] = {
    "behind": _behind,
    "before": _before,
    "unless behind": _unless_behind,
    "unless ending": _unless_ending,
}
