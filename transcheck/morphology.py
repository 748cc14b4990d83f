"""Dictionaries of all word forms, for the languages that pymorphy3 has one for.

A dictionary is loaded at the first question, as it takes a tenth of a second.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_APOSTROPHES = str.maketrans("’ʼ`", "'''")


@cache
def analyser(language: str) -> Any:
    """Return the pymorphy3 analyser of a language, or None where it has no dictionary."""
    import pymorphy3  # type: ignore[import-untyped]

    try:
        return pymorphy3.MorphAnalyzer(lang=language)
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def is_form(word: str, language: str) -> bool | None:
    """Return whether a word is a form of one in the dictionary; None where there is none."""
    dictionary = analyser(language)
    if dictionary is None:
        return None
    return bool(dictionary.word_is_known(word.lower().translate(_APOSTROPHES)))
