"""Dictionaries of all word forms, for the languages that pymorphy3 has one for.

A dictionary is loaded at the first question, as it takes a tenth of a second.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

_APOSTROPHES = str.maketrans("’ʼ`", "'''")


class Reading(NamedTuple):
    """One of the words that a form may be of."""

    tag: str
    """Part of speech, then the other grammemes of OpenCorpora: ``NOUN,inan,masc sing,nomn``."""
    lemma: str
    """The base form, in lower case."""


@lru_cache(maxsize=8192)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Return what a word in lower case may be, in no particular order; nothing if unknown."""
    dictionary = _analyser(language)
    if dictionary is None:
        return ()
    return tuple(Reading(str(tag), lemma) for _, tag, lemma, *_ in dictionary.parse(word))


def is_form(word: str, language: str) -> bool:
    """Return whether a word is a form of one in the dictionary; False where there is none."""
    return bool(readings(word.lower().translate(_APOSTROPHES), language))


@cache
def _analyser(language: str) -> Any:
    """Return the pymorphy3 analyser of a language, or None where it has no dictionary.

    It only looks words up: it neither guesses what unknown ones are nor weighs readings.
    """
    import pymorphy3  # type: ignore[import-untyped]

    try:
        return pymorphy3.MorphAnalyzer(
            lang=language,
            result_type=None,
            units=[pymorphy3.units.DictionaryAnalyzer()],
            probability_estimator_cls=None,
        )
    except ValueError:
        return None
