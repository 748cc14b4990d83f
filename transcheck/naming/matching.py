"""Whether two names, of one word or several, are of one person, place or organisation."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from transcheck.languages import read_words
from transcheck.limits import DISTANCE_HALF, MATCHING_COMPANY, MATCHING_EXACT
from transcheck.naming.distance import Verdict, same_up_to, surprise_of, variant_up_to
from transcheck.naming.letters import plain
from transcheck.naming.tables import entities

_WORDS = re.compile(r"[^\W_]+(?:['’ʼ.][^\W_]+)*")


@cache
def _particles() -> frozenset[str]:
    return frozenset(read_words("name_particles"))


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name without particles, articles and hyphens."""
    found = _WORDS.findall(name)
    kept = [w for w in found if plain(w) not in _particles()]
    return tuple(kept or found)


@lru_cache(maxsize=16384)
def entities_of(name: str, language: str) -> frozenset[str]:
    """Return the entities of the tables that the whole of a name can be."""
    words = tuple(_WORDS.findall(name))
    found, size = entities(words, language)
    return found if size == len(words) else frozenset()


def surprise_of_names(a: str, a_language: str, b: str, b_language: str) -> float:
    """Return the surprise in nats that two names are of one, in any order of the two.

    Tables come first: names with an entity in common are the same; two that the tables
    know as different entities are far apart unless spelled alike. Else the words are
    paired, the last ones (surnames) with each other, and the worst pair counts; a name
    may lack words of the other before the last one (`Zelensky`).
    """
    known, others = entities_of(a, a_language), entities_of(b, b_language)
    if known & others:
        return 0.0
    whole = surprise_of(_joined(a), a_language, _joined(b), b_language)
    if known and others:
        return whole if whole <= MATCHING_EXACT else whole + 2 * DISTANCE_HALF
    return min(whole, _word_by_word(words_of(a), a_language, words_of(b), b_language))


def match(a: str, a_language: str, b: str, b_language: str) -> Verdict:
    """Return whether two names are the same, the same spelled differently, or different."""
    surprise = surprise_of_names(a, a_language, b, b_language)
    length = min(len(_joined(a)), len(_joined(b)))
    if surprise <= same_up_to(length):
        return Verdict.SAME
    return Verdict.VARIANT if surprise <= variant_up_to(length) else Verdict.DIFFERENT


def _joined(name: str) -> str:
    return "".join(words_of(name))


def _word_by_word(
    a: tuple[str, ...], a_language: str, b: tuple[str, ...], b_language: str
) -> float:
    if len(a) > len(b):
        return _word_by_word(b, b_language, a, a_language)
    worst = _word(a[-1], a_language, b[-1], b_language)
    place = 0
    for word in a[:-1]:
        rest = b[place:-1]
        if not rest:
            return float("inf")
        costs = [_word(word, a_language, other, b_language) for other in rest]
        best = min(range(len(costs)), key=costs.__getitem__)
        worst = max(worst, costs[best])
        place += best + 1
    return max(0.0, worst - MATCHING_COMPANY) if len(a) > 1 else worst


@lru_cache(maxsize=8192)
def _word(a: str, a_language: str, b: str, b_language: str) -> float:
    if entities_of(a, a_language) & entities_of(b, b_language):
        return 0.0
    return surprise_of(a, a_language, b, b_language)
