"""Words of a language as far as names go: which are common, which never are names.

English has a list of the words that are written small. For languages with a pymorphy3
dictionary that dictionary answers; it is loaded at the first question. Adjectives and
the nouns of a hand-written list (council, ministry) are common with any capital; any
other noun with a capital in mid-sentence is taken for a name.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache

from transcheck.languages import named
from transcheck.morphology import Reading, readings
from transcheck.naming.inflection import bases
from transcheck.naming.letters import folded, is_cyrillic, plain
from transcheck.naming.tables import index, normal

_SUFFIXES = (
    ("ies", "y"),
    ("ses", "s"),
    ("xes", "x"),
    ("zes", "z"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("oes", "o"),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ness", ""),
    ("er", ""),
    ("er", "e"),
    ("ised", "ize"),
    ("ise", "ize"),
    ("ising", "ize"),
    ("isation", "ization"),
    ("our", "or"),
    ("re", "er"),
)
_ENDINGS = tuple({ending for ending, _ in _SUFFIXES})
_NAME_TAG = re.compile("Name|Surn|Patr|Geox|Orgn|Trad|Abbr")
_LISTS = ("common_words", "name_words")
"""Lists of the words that are spelled as they should be."""
_OPEN_CLASSES = ("NOUN", "ADJF", "ADJS", "PRTF")


@cache
def _list(language: str, table: str) -> frozenset[str]:
    try:
        return frozenset(named(language).words(table))
    except FileNotFoundError:
        return frozenset()


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(folded(word) for word in _list(language, "name_nouns"))


def _readings(text: str, language: str) -> tuple[Reading, ...]:
    """Return what a word may be in a language that has no list of common words."""
    return () if _list(language, "common_words") else readings(text, language)


@lru_cache(maxsize=8192)
def stops(word: str, language: str) -> bool:
    """Return whether a word is never a name or part of one: The, Monday, Mr."""
    return plain(word) in _list(language, "name_stops")


def opens(word: str, language: str) -> bool:
    """Return whether a word that starts a sentence is of a class no name is of."""
    if stops(word, language):
        return True
    found = _readings(plain(word), language)
    return bool(found) and not any(tag.startswith(_OPEN_CLASSES) for tag, _ in found)


@lru_cache(maxsize=8192)
def common(word: str, language: str) -> bool:
    """Return whether the language has the word, written small, for other things than names.

    A word joined by hyphens is common where every part is.
    """
    if "-" in word:
        return all(common(part, language) for part in word.split("-") if part)
    text = plain(word)
    listed = _list(language, "common_words")
    if listed:
        return _regular(text, listed, 2)
    found = readings(text, language)
    nouns = _nouns(language)
    if not found:
        return not nouns.isdisjoint(bases(word, language))
    if any(folded(lemma) in nouns for _, lemma in found):
        return True
    return not any(tag.startswith("NOUN") or _is_name(tag) for tag, _ in found)


@lru_cache(maxsize=8192)
def listed(word: str, language: str) -> bool:
    """Return whether a dictionary of the language has the word as anything but a name."""
    text = plain(word)
    known = _list(language, "common_words")
    if known:
        return _regular(text, known, 2)
    found = readings(text, language)
    return bool(found) and not all(_is_name(tag) for tag, _ in found)


@lru_cache(maxsize=8192)
def lemmas(word: str, language: str) -> frozenset[str]:
    """Return the base forms of a word that a dictionary knows; none for other words."""
    if not is_cyrillic(word):
        return frozenset()
    return frozenset(folded(lemma) for _, lemma in _readings(plain(word), language))


def _is_name(tag: str) -> bool:
    return _NAME_TAG.search(tag) is not None


def known(word: str, language: str) -> bool:
    """Return whether a word list or a table of names has the word just so."""
    text = plain(word).replace("'", "")
    return any(text in _list(language, table) for table in _LISTS) or normal(word) in index(
        language
    )


def known_among(words: AbstractSet[str], language: str) -> set[str]:
    """Return those of many words in lower case that are `known`.

    Plain letters are written in one way only, so that the tables can be asked for all at once.
    """
    letters = {word for word in words if word.isascii() and word.isalpha()}
    found = letters & index(language).keys()
    for table in _LISTS:
        found |= letters & _list(language, table)
    return found | {word for word in words - letters if known(word, language)}


def _regular(word: str, listed: frozenset[str], depth: int) -> bool:
    if word in listed:
        return True
    return (depth > 0 and word.endswith(_ENDINGS)) and any(
        word.endswith(suffix)
        and len(word) > len(suffix) + 2
        and _regular(word[: -len(suffix)] + end, listed, depth - 1)
        for suffix, end in _SUFFIXES
    )
