"""What a word may be, by the word forms that a language is known to have.

A language has a table of forms among its data, each with the class of word it is, or a
dictionary of pymorphy3's, which knows base forms as well. Either is read at the first question.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from importlib import import_module
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple

_APOSTROPHES = str.maketrans("’ʼ`", "'''")
_DATA = Path(__file__).parent / "languages" / "data"
_TABLE = "forms.txt"


class Kind(StrEnum):
    """A class of words; the values are what the tables of forms write."""

    NAME = "name"
    NOUN = "n"
    ADJECTIVE = "a"
    """Participles, too."""
    OTHER = "o"
    """Of a class that no name is of: verbs, adverbs, pronouns, numerals, particles."""


class Reading(NamedTuple):
    """One of the words that a form may be of."""

    kind: Kind
    lemma: str | None
    """The base form, in lower case; None where it is not known."""


@lru_cache(maxsize=8192)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """Return what a word in lower case may be, in no particular order; nothing if unknown.

    A table of forms gives one reading: a noun where the form is any noun's, then an adjective.
    """
    table = _table(language)
    if table is not None:
        kind = _looked_up(word, table)
        return () if kind is None else (Reading(kind, None),)
    dictionary = _analyser(language)
    if dictionary is None:
        return ()
    found = dictionary.parse(word)
    return tuple(dict.fromkeys(Reading(kind_of(str(tag)), lemma) for _, tag, lemma, *_ in found))


def is_form(word: str, language: str) -> bool:
    """Return whether a word is known to be of the language; False where nothing is known."""
    return bool(readings(word.lower().translate(_APOSTROPHES), language))


@cache
def _table(language: str) -> mmap | None:
    """Return the sorted forms of a language, a line each, if it has a table.

    They stay in the file: 200,000 strings would take ten times as long to make.
    """
    path = _DATA / language / _TABLE
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _looked_up(word: str, table: mmap) -> Kind | None:
    """Return the kind of a form that a table has; None if it has not."""
    wanted = word.encode()
    low, high = 0, len(table)  # the line is in table[low:high], which starts with a line
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start) + 1
        form, _, kind = table[start : end - 1].partition(b"\t")
        if form == wanted:
            return Kind(kind.decode())
        if form < wanted:
            low = end
        else:
            high = start
    return None


_NAME_TAG = re.compile("Name|Surn|Patr|Geox|Orgn|Trad|Abbr")
_PARTS = (
    (("NOUN",), Kind.NOUN),
    (("ADJF", "ADJS", "PRTF"), Kind.ADJECTIVE),
)


@cache
def kind_of(tag: str) -> Kind:
    """Return what a tag of OpenCorpora makes of a word."""
    if _NAME_TAG.search(tag):
        return Kind.NAME
    return next((kind for parts, kind in _PARTS if tag.startswith(parts)), Kind.OTHER)


@cache
def _analyser(language: str) -> Any:
    """Return the pymorphy3 analyser of a language, or None where it has no dictionary.

    It only looks words up: it neither guesses what unknown ones are nor weighs readings.
    """
    try:
        # pymorphy3 would find it, too, but by reading what every package here says of itself.
        dictionary = import_module(f"pymorphy3_dicts_{language}")
    except ModuleNotFoundError:
        return None
    import pymorphy3  # type: ignore[import-untyped]

    return pymorphy3.MorphAnalyzer(
        path=dictionary.get_path(),
        lang=language,
        result_type=None,
        units=[pymorphy3.units.DictionaryAnalyzer()],
        probability_estimator_cls=None,
    )
