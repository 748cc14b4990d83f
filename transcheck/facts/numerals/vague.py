"""Vague sizes: several, dozens, «кілька тисяч», hundreds of thousands."""

from __future__ import annotations

from typing import NamedTuple

from transcheck.facts.exact import Exact
from transcheck.facts.numerals.atoms import Atoms
from transcheck.facts.numerals.lexicon import Entry

_SPAN = 10
"""A size reaches up to the next power of ten."""
_LEADERS = frozenset({"vague", "couple"})
_PLURALS = frozenset({"scales", "groups"})
_EITHER = frozenset({"scale?", "group?"})
_COUNTED = frozenset(
    {"scale", "scales", "scale?", "abbreviation", "group", "groups", "group?", "times-hundred"}
)


class Size(NamedTuple):
    """A size from `low` to `high`; `after` is the index of the atom behind it."""

    low: Exact
    high: Exact
    after: int


def is_vague(atoms: Atoms, i: int) -> bool:
    """Return whether the number word at `i` starts a vague size."""
    entry = atoms.entry(i)
    if entry is None:
        return False
    if entry.role in _EITHER:
        return atoms.text(i - 1) not in atoms.lexicon.singular
    return entry.role in _PLURALS or entry.role in _LEADERS


def read_vague(atoms: Atoms, i: int) -> Size | None:
    """Read the vague size at `i`: its word and the scales it counts.

    None for "few" and "couple" where nothing shows that they count: "few came".
    """
    lead = atoms.entries[i]
    if lead is None:
        return None
    size, at = lead.value, i + 1
    while (counted := _counted(atoms, at)) is not None:
        entry, at = counted
        size *= entry.value
    if at == i + 1 and atoms.text(i) in atoms.lexicon.with_article:
        before = atoms.text(i - 1) in atoms.lexicon.articles
        if not before and not any(atoms.phrase(at, p) for p in atoms.lexicon.of):
            return None
    if at == i + 1 and lead.role in _LEADERS:
        return Size(size * 2, size * _SPAN, at)
    return Size(size, size * _SPAN, at)


def _counted(atoms: Atoms, at: int) -> tuple[Entry, int] | None:
    """Return the scale or group counted at `at`, behind an "of" or not, and what is behind it."""
    behind = [end for p in atoms.lexicon.of if (end := atoms.phrase(at, p)) is not None]
    for start in (at, *behind):
        entry = atoms.entry(start)
        if entry is not None and entry.role in _COUNTED:
            return entry, start + 1
    return None
