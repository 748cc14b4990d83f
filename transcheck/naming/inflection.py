"""Inflection: the base forms a name in some case may come from.

Names are mostly foreign and in no dictionary, so the endings of a table are undone and
every result is kept; which one is meant is decided by what it is compared with.
"""

from __future__ import annotations

from functools import cache, lru_cache

from transcheck.languages import named
from transcheck.naming.letters import folded, plain

_SHORTEST_STEM = 2


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


@lru_cache(maxsize=65536)
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
    return tuple(found)
