"""Inflection: the base forms a name in some case may come from.

Names are mostly foreign and in no dictionary, so the endings of a table are undone and
every result is kept; which one is meant is decided by what it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from transcheck.languages import named
from transcheck.naming.letters import folded, plain

_SHORTEST_STEM = 2
_NAME_ENDINGS = ("а", "и")
"""Vowels that a name has lost before the ending of an adjective: Ялтинский, Сумський; after
a consonant that may have been double, too: Одесский."""
_PATRONYMICS = ("ович", "евич", "йович", "ивна", "овна", "евна", "илич", "ьич")
"""Endings of patronymics in both Cyrillic languages, as `folded` writes them."""
_SHORTEST_PATRONYMIC = 6
_VOWELS = frozenset("аеєиіїоуюяьй")


@cache
def _endings(language: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    try:
        rows = named(language).rows("name_endings")
    except FileNotFoundError:
        return table
    for ending, bases in rows:
        found = tuple("" if base == "0" else base for base in bases.split())
        table[ending] = (*table.get(ending, ()), *found)
    return table


@cache
def _adjectives(language: str) -> tuple[str, ...]:
    try:
        return tuple(folded(word) for word in named(language).words("name_adjectives"))
    except FileNotFoundError:
        return ()


def _closed(form: str, language: str) -> Iterator[str]:
    """Yield a form with the vowel that its last syllable has when it is closed: Схід of Сходу."""
    if len(form) > _SHORTEST_STEM + 1:
        for opened, closed in _alternations(language).items():
            if form[-2] == opened and form[-1] not in _VOWELS:
                yield form[:-2] + closed + form[-1]


@cache
def _alternations(language: str) -> dict[str, str]:
    try:
        return {row[0]: row[1] for row in named(language).rows("name_alternations")}
    except FileNotFoundError:
        return {}


@lru_cache(maxsize=8192)
def bases(word: str, language: str) -> tuple[str, ...]:
    """Return the folded word and the folded base forms it may be a case of, the word first."""
    text = plain(word)
    found = {folded(text): None}
    endings = _endings(language)
    if endings:
        for size in range(1, min(4, len(text) - _SHORTEST_STEM) + 1):
            stem = text[:-size]
            for base in endings.get(text[-size:], ()):
                found[folded(stem + base)] = None
                for changed in _closed(stem + base, language):
                    found[folded(changed)] = None
    for form in list(found):
        for suffix in _adjectives(language):
            if form.endswith(suffix) and len(form) - len(suffix) > _SHORTEST_STEM:
                name = form[: -len(suffix)]
                for ending in ("", name[-1], name[-1] + "а", *_NAME_ENDINGS):
                    found[name + ending] = None
    return tuple(found)


def patronymic(word: str, language: str) -> bool:
    """Return whether a word has the ending of a patronymic, in any case: Петрівна, Ильичом."""
    return any(
        form.endswith(_PATRONYMICS) and len(form) > _SHORTEST_PATRONYMIC
        for form in bases(word, language)
    )
