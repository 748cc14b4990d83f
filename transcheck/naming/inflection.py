"""Inflection: the base forms a name in some case may come from.

Names are mostly foreign and in no dictionary, so the endings of a table are undone and
every result is kept; which one is meant is decided by what it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from transcheck.languages import named
from transcheck.naming.letters import folded, folded_plain, plain

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
    found = {folded_plain(text): None}
    endings = _endings(language)
    if endings:
        closing = _alternations(language)
        for size in range(1, min(4, len(text) - _SHORTEST_STEM) + 1):
            stem = text[:-size]
            for base in endings.get(text[-size:], ()):
                form = stem + base
                found[folded_plain(form)] = None
                # The vowel of a last syllable that is closed in the base form: Схід of Сходу.
                if (
                    len(form) > _SHORTEST_STEM + 1
                    and form[-2] in closing
                    and form[-1] not in _VOWELS
                ):
                    found[folded_plain(form[:-2] + closing[form[-2]] + form[-1])] = None
    adjectives = _adjectives(language)
    for form in [form for form in found if form.endswith(adjectives)]:
        found.update(dict.fromkeys(_names_within(form, adjectives)))
    return tuple(found)


def _names_within(adjective: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """Yield the names that an adjective may be made from: Сумы of Сумский."""
    for suffix in suffixes:
        if adjective.endswith(suffix) and len(adjective) - len(suffix) > _SHORTEST_STEM:
            name = adjective[: -len(suffix)]
            yield name
            yield name + name[-1]
            yield name + name[-1] + "а"
            yield from (name + ending for ending in _NAME_ENDINGS)


@lru_cache(maxsize=8192)
def base_set(word: str, language: str) -> frozenset[str]:
    """Return the same forms to look others up in, in no order."""
    return frozenset(bases(word, language))


def patronymic(word: str, language: str) -> bool:
    """Return whether a word has the ending of a patronymic, in any case: Петрівна, Ильичом."""
    return any(
        form.endswith(_PATRONYMICS) and len(form) > _SHORTEST_PATRONYMIC
        for form in bases(word, language)
    )
