"""Dictionaries of all word forms, for the languages that pymorphy3 has one for.

A dictionary is loaded at the first question. It is read without pymorphy3, which walks through
the same files with several calls a letter, takes ten times as long for a word, and loads what
guesses at unknown words besides.
"""

from __future__ import annotations

from functools import cache, lru_cache

from transcheck.morphology.dictionary import Dictionary, Reading, folder

__all__ = ["Reading", "is_form", "readings"]

_APOSTROPHES = str.maketrans("’ʼ`", "'''")


@lru_cache(maxsize=8192)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Return what a word in lower case may be, in no particular order; nothing if unknown."""
    dictionary = _dictionary(language)
    return tuple(dictionary.readings(word)) if dictionary else ()


def is_form(word: str, language: str) -> bool:
    """Return whether a word is a form of one in the dictionary; False where there is none."""
    return bool(readings(word.lower().translate(_APOSTROPHES), language))


@cache
def _dictionary(language: str) -> Dictionary | None:
    """Return the dictionary of a language, or None where it has none."""
    place = folder(language)
    return Dictionary(place) if place else None
