"""Parts and sizes in words: "and a half", «цілих п'ять десятих», a third of, dozens, several."""

from __future__ import annotations

from typing import NamedTuple

from transcheck.facts.exact import Exact
from transcheck.facts.numbers.atoms import Atoms
from transcheck.facts.numbers.lexicon import Entry
from transcheck.facts.numbers.records import Form
from transcheck.limits import PARTS_SMALLEST_DENOMINATOR, PARTS_SPAN

_COUNTED = frozenset(
    {"scale", "scales", "scale?", "abbreviation", "group", "groups", "group?", "times-hundred"}
)
_LEADERS = frozenset({"vague", "couple"})
_PLURALS = frozenset({"scales", "groups"})
_EITHER = frozenset({"scale?", "group?"})


class Spelled(NamedTuple):
    """A number in words; `after` is the index of the atom behind it."""

    low: Exact
    high: Exact
    form: Form
    precision: Exact
    after: int
    scale: Exact = 1
    rough: bool = False


def plus(atoms: Atoms, i: int) -> tuple[Exact, int] | None:
    """Read "and a half", «з половиною»: what it adds and the index behind it, or None."""
    if atoms.text(atoms.skip_hyphen(i)) not in atoms.lexicon.plus_starts:
        return None
    for part, phrase in atoms.lexicon.plus:
        if (end := atoms.phrase(i, phrase)) is not None:
            return part, end
    return None


def decimals(atoms: Atoms, i: int) -> tuple[int, Exact, int] | None:
    """Read "two five" behind "point", «п'ять десятих» behind «цілих».

    Returns the numerator, the denominator and the index behind them.
    """
    values: list[int] = []
    while (entry := atoms.entry(i)) is not None and entry.role == "cardinal":
        values.append(int(entry.value))
        i += 1
    if not values:
        return None
    tenths = atoms.entry(i)
    if tenths is not None and tenths.role.startswith("ordinal"):
        return sum(values), tenths.value, i + 1
    # Read out digit by digit, or as one number: two five, twenty-five.
    spoken = "".join(map(str, values)) if max(values) < 10 else str(sum(values))
    return int(spoken), int(10 ** len(spoken)), i


def counted(atoms: Atoms, i: int) -> tuple[Exact, int] | None:
    """Read the scale counted at `i`: half *a million*, a quarter *of a million*, *тисяч*."""
    starts = [atoms.phrase(i, phrase) for phrase in atoms.lexicon.of]
    for at in (atoms.skip_hyphen(i), *starts):
        entry = atoms.entry(at) if at is not None else None
        if at is not None and entry is not None and entry.role in _COUNTED:
            return entry.value, at + 1
    return None


def is_denominator(atoms: Atoms, i: int, ordinal: Entry, count: Exact) -> bool:
    """Return whether an ordinal behind `count` is its denominator: «дві п'яті», "one-fifth".

    `i` is the index behind the count.
    """
    if not 1 <= count < 10 or ordinal.value < PARTS_SMALLEST_DENOMINATOR:
        return False
    return count > 2 or atoms.text(i - 1) in atoms.lexicon.feminine


def is_share(atoms: Atoms, i: int, ordinal: Entry) -> bool:
    """Return whether the ordinal at `i` is a fraction behind its article: "a third of"."""
    words, following = atoms.lexicon, atoms.text(i + 1)
    if ordinal.value < PARTS_SMALLEST_DENOMINATOR:
        return False
    if following in words.part_nouns:
        return True
    if atoms.text(i - 1) not in words.part_articles:
        return False
    if atoms.text(i - 2) in words.part_before:
        return True
    ends = not following[:1].isalnum() and following != "-"
    return ends or following in words.part_followers


def is_period(atoms: Atoms, i: int) -> bool:
    """Return whether the fraction at `i` is part of a match or year: the second half."""
    previous = i - 2 if atoms.text(i - 1) == "-" else i - 1
    before = atoms.entry(previous) if previous >= 0 else None
    return before is not None and before.role == "ordinal"


def is_vague(atoms: Atoms, i: int) -> bool:
    """Return whether the number word at `i` starts a vague size."""
    entry = atoms.entry(i)
    if entry is None:
        return False
    if entry.role in _EITHER:
        return atoms.text(i - 1) not in atoms.lexicon.singular
    return entry.role in _PLURALS or entry.role in _LEADERS


def read_vague(atoms: Atoms, i: int) -> Spelled | None:
    """Read the vague size at `i`: its word and the scales it counts.

    None for "few" and "couple" where nothing shows that they count: "few came".
    """
    lead = atoms.entries[i]
    if lead is None:
        return None
    low, at = lead.value, i + 1
    while (found := counted(atoms, at)) is not None:
        scale, at = found
        low *= scale
    if at == i + 1 and atoms.text(i) in atoms.lexicon.with_article:
        before = atoms.text(i - 1) in atoms.lexicon.articles
        if not before and not any(atoms.phrase(at, p) for p in atoms.lexicon.of):
            return None
    high = low * PARTS_SPAN
    if at == i + 1 and lead.role in _LEADERS:
        low *= 2
    return Spelled(low, high, Form.VAGUE, low, at)
