"""Numbers written in digits: which separators group them and which one is decimal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from transcheck.facts.tokens import Token, adjacent

_VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_LARGEST_DENOMINATOR = 10


@dataclass(frozen=True, slots=True)
class Digits:
    """A number in digits and where it ends."""

    value: Fraction
    readings: tuple[Fraction, ...]
    """All values it may have, the likely one first: 1.250 is 1250 or 1.25."""
    precision: Fraction
    """The unit of the last digit written: 1/10 for 3.7."""
    after: int
    """Index of the first token behind it."""
    fraction: bool = False
    """Whether it is written as a fraction: 1/2, 14½."""


def read_digits(tokens: Sequence[Token], first: int, decimal_mark: str) -> Digits:
    """Read the number that starts with the digits at `first`.

    It has no readings where digits and points are no number: 12.12.2024, 192.168.0.1.
    """
    groups, separators, after = _groups(tokens, first)
    if vulgar := _vulgar(tokens, after, groups):
        return vulgar
    if not separators and _follows_mark(tokens, first, decimal_mark):
        part, precision = _decimal("0", groups[0])
        return Digits(part, (part,), precision, after)
    readings = _readings(groups, separators, decimal_mark)
    if readings is None:
        return Digits(Fraction(0), (), Fraction(1), after)
    (value, precision), *others = readings
    if (
        after < len(tokens)
        and tokens[after].text in _VULGAR
        and adjacent(tokens[after - 1], tokens[after])
    ):
        part = Fraction(_VULGAR[tokens[after].text])
        return Digits(value + part, (value + part,), part, after + 1, fraction=True)
    return Digits(value, (value, *(other for other, _ in others)), precision, after)


def read_vulgar(token: Token) -> Fraction | None:
    """Return the value of a character such as ½, or None."""
    text = _VULGAR.get(token.text)
    return Fraction(text) if text else None


def _follows_mark(tokens: Sequence[Token], first: int, decimal_mark: str) -> bool:
    """Return whether the whole part is left out: ".5 percent"."""
    if not first or tokens[first - 1].text != decimal_mark:
        return False
    free = first == 1 or not adjacent(tokens[first - 2], tokens[first - 1])
    return free and adjacent(tokens[first - 1], tokens[first])


def _groups(tokens: Sequence[Token], first: int) -> tuple[list[str], list[str], int]:
    """Return runs of digits, what separates them and the index behind the last one."""
    groups, i = [tokens[first].text], first
    separators: list[str] = []
    while True:
        follower = _follower(tokens, i, groups, separators)
        if follower is None:
            return groups, separators, i + 1
        separator, i = follower
        separators.append(separator)
        groups.append(tokens[i].text)


def _follower(
    tokens: Sequence[Token], i: int, groups: list[str], separators: list[str]
) -> tuple[str, int] | None:
    """Return the separator and the index of the digits that continue a number, or None."""
    if i + 1 < len(tokens) and tokens[i + 1].kind == "digits":
        if _space_groups(tokens[i], tokens[i + 1], groups, separators):
            return " ", i + 1
        return None
    if i + 2 >= len(tokens) or tokens[i + 2].kind != "digits":
        return None
    mark = tokens[i + 1].text
    touching = adjacent(tokens[i], tokens[i + 1]) and adjacent(tokens[i + 1], tokens[i + 2])
    if touching and mark in {",", "."}:
        return mark, i + 2
    # 1'250'000: the apostrophe groups, as in Switzerland.
    if touching and mark == "'" and len(tokens[i + 2].text) == 3:
        return mark, i + 2
    return None


def _space_groups(token: Token, following: Token, groups: list[str], separators: list[str]) -> bool:
    """Return whether a space between two runs of digits groups thousands."""
    return (
        following.start == token.end + 1
        and len(following.text) == 3
        and len(groups[0]) <= 3
        and not groups[0].startswith("0")
        and all(s == " " for s in separators)
    )


def _readings(
    groups: list[str], separators: list[str], decimal_mark: str
) -> list[tuple[Fraction, Fraction]] | None:
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


def _decimal(whole: str, decimals: str) -> tuple[Fraction, Fraction]:
    scale = 10 ** len(decimals)
    return Fraction(int(whole + decimals), scale), Fraction(1, scale)


def _vulgar(tokens: Sequence[Token], after: int, groups: list[str]) -> Digits | None:
    """Read 1/2 and 2 1/2; 9/11 and 24/7 are none."""
    if after + 1 >= len(tokens) or len(groups) != 1 or tokens[after].text != "/":
        return None
    below = tokens[after + 1]
    if below.kind != "digits" or not adjacent(tokens[after - 1], tokens[after]):
        return None
    if not adjacent(tokens[after], below) or len(below.text) > 2:
        return None
    above, denominator = int(groups[0]), int(below.text)
    if not 0 < above < denominator <= _LARGEST_DENOMINATOR:
        return None
    value = Fraction(above, denominator)
    return Digits(value, (value,), value, after + 2, fraction=True)
