"""Words of a language as far as names go: which are common, which never are names.

English has a list of the words that are written small. For the others `morphology` answers.
Adjectives and the nouns of a hand-written list (council, ministry) are common with any
capital; any other noun with a capital in mid-sentence is taken for a name.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from transcheck.languages import named
from transcheck.morphology import Kind, readings
from transcheck.naming.inflection import bases, case_forms
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
_LISTS = ("common_words", "name_words")
"""Lists of the words that are spelled as they should be."""


@cache
def _list(language: str, table: str) -> frozenset[str]:
    try:
        return frozenset(named(language).words(table))
    except FileNotFoundError:
        return frozenset()


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(folded(word) for word in _list(language, "name_nouns"))


class Standing(NamedTuple):
    """What a word is in a language as far as names go."""

    stops: bool
    """True where it is never a name or part of one: The, Monday, Mr."""
    opens: bool
    """True where it is none at the start of a sentence, as of a class no name is of."""
    common: bool
    """True where the language has it, written small, for other things than names."""
    listed: bool
    """True where a dictionary of the language has it as anything but a name."""


@lru_cache(maxsize=8192)
def standing(word: str, language: str) -> Standing:
    """Return what a word is in a language. One joined by hyphens is common where each part is."""
    text = plain(word)
    stops = text in _list(language, "name_stops")
    known = _list(language, "common_words")
    if known:
        opens, listed = stops, text in _list(language, "name_nouns") or _regular(text, known, 2)
        common = listed
    else:
        kinds = {kind for kind, _ in readings(text, language)}
        opens = stops or kinds == {Kind.OTHER}
        listed = bool(kinds - {Kind.NAME})
        forms = lemmas(word, language) or bases(word, language)
        common = not _nouns(language).isdisjoint(forms) or (
            bool(kinds) and kinds.isdisjoint({Kind.NAME, Kind.NOUN})
        )
    if "-" in word:
        common = all(standing(part, language).common for part in word.split("-") if part)
    return Standing(stops, opens, common, listed)


def common(word: str, language: str) -> bool:
    """Return whether the language has the word, written small, for other things than names."""
    return standing(word, language).common


def listed(word: str, language: str) -> bool:
    """Return whether a dictionary of the language has the word as anything but a name."""
    return standing(word, language).listed


@lru_cache(maxsize=8192)
def lemmas(word: str, language: str) -> frozenset[str]:
    """Return the folded base forms of a word; none for words that are not known.

    Where forms are known without their base, it is any known form that the endings lead to.
    """
    if not is_cyrillic(word) or _list(language, "common_words"):
        return frozenset()
    found = readings(plain(word), language)
    forms = {lemma for _, lemma in found if lemma is not None}
    if len(forms) < len(found):
        forms.update(form for form in case_forms(word, language) if readings(form, language))
    return frozenset(map(folded, forms))


def known(word: str, language: str) -> bool:
    """Return whether a word list or a table of names has the word just so."""
    text = plain(word).replace("'", "")
    return any(text in _list(language, table) for table in _LISTS) or normal(word) in index(
        language
    )


def _regular(word: str, listed: frozenset[str], depth: int) -> bool:
    if word in listed:
        return True
    return (depth > 0 and word.endswith(_ENDINGS)) and any(
        word.endswith(suffix)
        and len(word) > len(suffix) + 2
        and _regular(word[: -len(suffix)] + end, listed, depth - 1)
        for suffix, end in _SUFFIXES
    )
