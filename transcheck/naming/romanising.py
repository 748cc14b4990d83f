"""Romanising by rule: how many letters a Latin spelling is away from what the rules make.

Ukrainian names are written in English as the Cabinet of Ministers has ruled since 2010, Russian
ones as in passports; the tables are those of the languages. What customs differ in counts
as one: -skyi, -skiy, -sky.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from transcheck.languages import named, read_rows
from transcheck.limits import ROMANISING_LONGEST, ROMANISING_MOST, ROMANISING_SURE
from transcheck.naming.inflection import case_bases, spelled_bases
from transcheck.naming.letters import latin, plain

_TABLE, _ORIGINS = "romanisation", "name_origins"
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
    written = by_custom(latin(word))
    return min(
        (
            OSA.distance(written, form, score_cutoff=ROMANISING_MOST - 1)
            for form in _romanised(cyrillic, language)
        ),
        default=ROMANISING_MOST,
    )


def romanised_alike(word: str) -> str:
    """Return what a Latin word has in common with all customs of romanising the same name.

    Zelensky and Zelenskyy, Zaderianka and Zaderyanka, Hul'byshche and Hulbyshche are one.
    """
    return by_custom(latin(word).replace("'", ""))


def runs(word: str) -> list[str]:
    """Return the runs of letters of a folded word, ^ and $ at its ends."""
    text = f"^{word}$"
    sizes = range(1, ROMANISING_LONGEST + 1)
    return [text[i : i + size] for size in sizes for i in range(len(text) + 1 - size)]


@lru_cache(maxsize=8192)
def bound(cyrillic: str, language: str) -> float:
    """Return the log-odds, -4 to 4, that a name is one that the rules of romanising bind.

    The likeliest of the base forms that it may be a case of counts.
    """
    weights = _origins()
    found = max(sum(weights.get(r, 0.0) for r in runs(w)) for w in case_bases(cyrillic, language))
    return max(-ROMANISING_SURE, min(ROMANISING_SURE, weights["bias"] + found))


@cache
def _origins() -> dict[str, float]:
    return {run: float(weight) for run, weight in read_rows(_ORIGINS)}


@lru_cache(maxsize=8192)
def _romanised(word: str, language: str) -> tuple[str, ...]:
    rules = _rules(language)
    if not rules:
        return ()
    # The rules have zgh for зг, as zh is ж; customs write it zg as well.
    text = plain(word).replace("зг", "зґ") if "ґ" in rules else plain(word)
    forms = spelled_bases(text, language)
    return tuple({by_custom(_by_rule(form, rules)): None for form in forms})


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
def by_custom(word: str) -> str:
    """Return a Latin word in lower case with what customs differ in written in one way."""
    for pattern, one in _CUSTOMS:
        word = pattern.sub(one, word)
    return word
