"""Number words that are something else in some places: a second ago, «друга» of a friend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from transcheck.facts.numerals import Numeral, Written
from transcheck.facts.quantities.phrases import Phrases
from transcheck.facts.tokens import Tokens
from transcheck.languages import Language

_Test = Callable[[Tokens, Numeral], bool]


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
