"""Numbers written in digits: which separators group them and which one is decimal."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from transcheck.facts.exact import Exact, exact
from transcheck.facts.numerals.atoms import Atoms

_VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_PARTS = {sign: Fraction(value) for sign, value in _VULGAR.items()}
_LARGEST_DENOMINATOR = 10


class Digits(NamedTuple):
    """A number in digits and where it ends."""

    value: Exact
    readings: tuple[Exact, ...]
    """All values it may have, the likely one first: 1.250 is 1250 or 1.25."""
    precision: Exact
    """The unit of the last digit written: 1/10 for 3.7."""
    after: int
    """Index of the first token behind it."""
    fraction: bool = False
    """Whether it is written as a fraction: 1/2, 14½."""


def read_digits(atoms: Atoms, first: int, decimal_mark: str) -> Digits:
    """Read the number that starts with the digits at `first`.

    It has no readings where digits and points are no number: 12.12.2024, 192.168.0.1.
    """
    groups, separators, after = _groups(atoms, first)
    if vulgar := _vulgar(atoms, after, groups):
        return vulgar
    if not separators and _follows_mark(atoms, first, decimal_mark):
        part, precision = _decimal("0", groups[0])
        return Digits(part, (part,), precision, after)
    readings = _readings(groups, separators, decimal_mark)
    if readings is None:
        return Digits(0, (), 1, after)
    (value, precision), *others = readings
    if atoms.text(after) in _PARTS and atoms.touch(after - 1):
        part = _PARTS[atoms.texts[after]]
        return Digits(value + part, (value + part,), part, after + 1, fraction=True)
    return Digits(value, (value, *(other for other, _ in others)), precision, after)


def _follows_mark(atoms: Atoms, first: int, decimal_mark: str) -> bool:
    """Return whether the whole part is left out: ".5 percent"."""
    if not first or atoms.texts[first - 1] != decimal_mark:
        return False
    return (first == 1 or not atoms.touch(first - 2)) and atoms.touch(first - 1)


def _groups(atoms: Atoms, first: int) -> tuple[list[str], list[str], int]:
    """Return runs of digits, what separates them and the index behind the last one."""
    groups, i = [atoms.texts[first]], first
    separators: list[str] = []
    while True:
        follower = _follower(atoms, i, groups, separators)
        if follower is None:
            return groups, separators, i + 1
        separator, i = follower
        separators.append(separator)
        groups.append(atoms.texts[i])


def _follower(
    atoms: Atoms, i: int, groups: list[str], separators: list[str]
) -> tuple[str, int] | None:
    """Return the separator and the index of the digits that continue a number, or None."""
    texts = atoms.texts
    if i + 1 < len(texts) and atoms.kind(i + 1) == "digits":
        if _space_groups(atoms, i, groups, separators):
            return " ", i + 1
        return None
    if i + 2 >= len(texts) or atoms.kind(i + 2) != "digits":
        return None
    mark = texts[i + 1]
    touching = atoms.touch(i) and atoms.touch(i + 1)
    if touching and mark in {",", "."}:
        return mark, i + 2
    # 1'250'000: the apostrophe groups, as in Switzerland.
    if touching and mark == "'" and len(texts[i + 2]) == 3:
        return mark, i + 2
    return None


def _space_groups(atoms: Atoms, i: int, groups: list[str], separators: list[str]) -> bool:
    """Return whether the space between the digits at `i` and the next groups thousands."""
    return (
        atoms.starts[i + 1] == atoms.ends[i] + 1
        and len(atoms.texts[i + 1]) == 3
        and len(groups[0]) <= 3
        and not groups[0].startswith("0")
        and all(s == " " for s in separators)
    )


def _readings(
    groups: list[str], separators: list[str], decimal_mark: str
) -> list[tuple[Exact, Exact]] | None:
    """Return (value, precision) of every reading, the likely one first; None for no number."""
    if not separators:
        return [_decimal(groups[0], "")]
    kinds = set(separators)
    grouped = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
    if len(kinds) == 1 and kinds <= {" ", "'"}:
        return [_decimal("".join(groups), "")]
    *heads, last = separators
    if heads:
        # Only the last of several separators can be decimal, and only if it differs.
        leading = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:-1])
        if last not in heads and len(set(heads)) == 1 and leading:
            return [_decimal("".join(groups[:-1]), groups[-1])]
        return [_decimal("".join(groups), "")] if len(kinds) == 1 and grouped else None
    whole, rest = _decimal("".join(groups), ""), _decimal(groups[0], groups[1])
    if not grouped or groups[0] == "0":
        return [rest]
    if last == decimal_mark:
        return [rest, whole]
    # Where the point is the decimal mark, a comma before three digits is beyond doubt.
    return [whole] if decimal_mark == "." else [whole, rest]


@lru_cache(maxsize=2048)
def _decimal(whole: str, decimals: str) -> tuple[Exact, Exact]:
    if not decimals:
        return int(whole), 1
    scale = 10 ** len(decimals)
    return exact(Fraction(int(whole + decimals), scale)), Fraction(1, scale)


def _vulgar(atoms: Atoms, after: int, groups: list[str]) -> Digits | None:
    """Read 1/2 and 2 1/2; 9/11 and 24/7 are none."""
    if atoms.text(after) != "/" or after + 1 >= len(atoms.texts) or len(groups) != 1:
        return None
    below = atoms.texts[after + 1]
    if atoms.kind(after + 1) != "digits" or not atoms.touch(after - 1):
        return None
    if not atoms.touch(after) or len(below) > 2:
        return None
    above, denominator = int(groups[0]), int(below)
    if not 0 < above < denominator <= _LARGEST_DENOMINATOR:
        return None
    value = Fraction(above, denominator)
    return Digits(value, (value,), value, after + 2, fraction=True)
