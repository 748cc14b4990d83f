"""Romanising by rule: how many letters a Latin spelling is away from what the rules make.

Ukrainian names are written in English as the Cabinet of Ministers has ruled since 2010, Russian
ones as in passports; the tables are those of the languages. What customs differ in counts
as one: -skyi, -skiy, -sky.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from transcheck.languages import named
from transcheck.naming.inflection import spelled_bases
from transcheck.naming.letters import latin, plain

MOST = 3
"""Letters beyond which two spellings are merely far apart."""
_TABLE = "romanisation"
_CUSTOMS = (
    (re.compile("(?:yi|iy|ii|yy|ij|y|i)$"), "y"),
    (re.compile("[iy](?=[aou])"), "y"),
    (re.compile("(?:[iy]|(?<=[aou]))e"), "e"),
    (re.compile("yi|iy|ii|yy|ij|ji"), "i"),
    (re.compile("zgh"), "zg"),
    (re.compile("ks"), "x"),
)


def letters_apart(word: str, cyrillic: str, language: str) -> int:
    """Return in how many letters a Latin word differs from a Cyrillic one, romanised, at most 3.

    The nearest base form that the Cyrillic word may be a case of counts.
    """
    written = _by_custom(latin(word))
    return min(
        (
            OSA.distance(written, form, score_cutoff=MOST - 1)
            for form in _romanised(cyrillic, language)
        ),
        default=MOST,
    )


@lru_cache(maxsize=8192)
def _romanised(word: str, language: str) -> tuple[str, ...]:
    rules = _rules(language)
    if not rules:
        return ()
    # The rules have zgh for зг, as zh is ж; customs write it zg as well.
    text = plain(word).replace("зг", "зґ") if "ґ" in rules else plain(word)
    forms = spelled_bases(text, language)
    return tuple({_by_custom(_by_rule(form, rules)): None for form in forms})


def _by_rule(word: str, rules: dict[str, tuple[str, str]]) -> str:
    found, before = "", ""
    for letter in word:
        first, inside = rules.get(letter, ("", ""))
        found += inside if before.isalpha() or before == "'" else first
        before = letter
    return found


@cache
def _rules(language: str) -> dict[str, tuple[str, str]]:
    try:
        rows = named(language).rows(_TABLE)
    except FileNotFoundError:
        return {}
    return {row[0]: (row[1], row[2] if len(row) > 2 else row[1]) for row in rows}


@lru_cache(maxsize=8192)
def _by_custom(word: str) -> str:
    for pattern, one in _CUSTOMS:
        word = pattern.sub(one, word)
    return word
