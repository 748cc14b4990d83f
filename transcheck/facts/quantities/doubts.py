"""Number words that are something else in some places: a second ago, «друга» of a friend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from transcheck.facts.numerals import Numeral, Written
from transcheck.facts.tokens import Token
from transcheck.languages import Language

_Test = Callable[[str, str], bool]


@cache
def _tests(language: Language) -> dict[str, tuple[_Test, ...]]:
    """Return by word the tests of (word before, word behind) that make it no number."""
    tests: dict[str, tuple[_Test, ...]] = {}
    for rule, forms, words in language.rows("numeral_doubts"):
        test = _RULES[rule](frozenset(words.split()))
        for form in forms.split():
            tests[form] = (*tests.get(form, ()), test)
    return tests


def is_doubtful(tokens: Sequence[Token], numeral: Numeral, language: Language) -> bool:
    """Return whether a single number word means something else where it stands."""
    if numeral.written is not Written.WORDS or numeral.tail or numeral.after - numeral.first > 1:
        return False
    tests = _tests(language).get(tokens[numeral.first].text)
    if tests is None:
        return False
    before = tokens[numeral.first - 1].text if numeral.first else ""
    behind = tokens[numeral.after].text if numeral.after < len(tokens) else ""
    return any(test(before, behind) for test in tests)


def _before(words: frozenset[str]) -> _Test:
    return lambda before, _: before in words


def _behind(words: frozenset[str]) -> _Test:
    return lambda _, behind: behind in words


def _unless_behind(words: frozenset[str]) -> _Test:
    return lambda _, behind: behind not in words


def _unless_ending(endings: frozenset[str]) -> _Test:
    return lambda _, behind: not behind.endswith(tuple(endings))


_RULES: dict[str, Callable[[frozenset[str]], _Test]] = {
    "behind": _behind,
    "before": _before,
    "unless behind": _unless_behind,
    "unless ending": _unless_ending,
}
