"""Spellings of one edition a letter away from each other, found without comparing every two.

Two words that one letter parts have a word in common once a letter of either, or none, is
left out ("symmetric delete", Wolf Garbe 2012, https://github.com/wolfgarbe/SymSpell).
"""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.comparing.names_units import Unit
from transcheck.naming.inflection import bases
from transcheck.naming.letters import is_cyrillic, plain


class Neighbours:
    """The spellings of one edition by what is left of them without a letter."""

    def __init__(self, distinct: Sequence[Unit]) -> None:
        """Take one unit of every spelling."""
        self._distinct = distinct
        self._left: dict[str, list[int]] = {}
        self._keys = {unit.spelling: _keys(unit) for unit in distinct}
        for n, unit in enumerate(distinct):
            for key in self._keys[unit.spelling]:
                self._left.setdefault(key, []).append(n)
        self._found: dict[int, tuple[Unit, ...]] = {}

    def of(self, unit: Unit) -> tuple[Unit, ...]:
        """Return the other spellings that may be a letter away from a unit, in their order."""
        found = self._found.get(unit.spelling)
        if found is None:
            numbers = {n for key in self._keys[unit.spelling] for n in self._left.get(key, ())}
            near = (self._distinct[n] for n in sorted(numbers))
            found = tuple(other for other in near if other.spelling != unit.spelling)
            self._found[unit.spelling] = found
        return found


def _keys(unit: Unit) -> set[str]:
    """Return the forms of a word that is compared with others, each whole and without a letter."""
    cyrillic = is_cyrillic(unit.text)
    forms = bases(unit.text, unit.language) if cyrillic else (plain(unit.text),)
    shortened = {form[:n] + form[n + 1 :] for form in forms for n in range(len(form))}
    return shortened.union(forms)
