"""Spellings of one edition a letter away from each other, found without comparing every two.

Two words that one letter parts have a word in common once a letter of either, or none, is
left out ("symmetric delete", Wolf Garbe 2012, https://github.com/wolfgarbe/SymSpell).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from transcheck.comparing.names_units import Unit
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, plain

_BEGINNING = 4
"""Letters of a word with cases that are looked at."""


class Neighbours:
    """The spellings of one edition by what is left of them without a letter."""

    def __init__(self, distinct: Sequence[Unit]) -> None:
        """Take one unit of every spelling."""
        self._distinct = distinct
        self._left: dict[str, list[int]] = {}
        self._keys = {unit.spelling: _keys(unit.text, unit.language) for unit in distinct}
        for n, unit in enumerate(distinct):
            for key in self._keys[unit.spelling]:
                self._left.setdefault(key, []).append(n)
        self._anywhere = self._left.get("", [])
        self._found: dict[int, tuple[Unit, ...]] = {}

    def of(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the other spellings that may be a letter away from a unit, in their order."""
        found = self._found.get(unit.spelling)
        if found is None:
            keys = self._keys[unit.spelling]
            if "" in keys:
                numbers = set(range(len(self._distinct)))
            else:
                numbers = {n for key in keys for n in self._left.get(key, ())}
                numbers.update(self._anywhere)
            near = (self._distinct[n] for n in sorted(numbers))
            found = tuple(other for other in near if other.spelling != unit.spelling)
            self._found[unit.spelling] = found
        return found


@lru_cache(maxsize=8192)
def _keys(word: str, language: str) -> tuple[str, ...]:
    """Return what of a word is compared with others, whole and without a letter.

    Of a word that has cases it is the beginning that all its base forms have: where a letter
    parts two of the forms, two letters at most part their beginnings, one of either to be
    left out. What begins too short for that is taken to be near everything.
    """
    stem = plain(word)
    if is_cyrillic(word):
        beginnings = {form[:_BEGINNING] for form in bases(word, language)}
        stem = beginnings.pop()
        if beginnings or len(stem) < _BEGINNING:
            return ("",)
    return tuple({stem, *(stem[:n] + stem[n + 1 :] for n in range(len(stem)))})
