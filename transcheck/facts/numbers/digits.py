"""Numerals in digits: what separates them, their endings, scales and the words they begin."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from transcheck.facts.exact import Exact, exact
from transcheck.facts.numbers.atoms import Atoms
from transcheck.facts.numbers.parts import plus
from transcheck.facts.numbers.records import Form, Written
from transcheck.limits import NUMBERS_DIGITS_GROUP, NUMBERS_DIGITS_LARGEST_DENOMINATOR

_SCALES = frozenset({"scale", "scales", "scale?", "abbreviation", "times-hundred"})
_GROUPS = frozenset({"group", "groups", "group?"})
_PLURAL_CARDINALS = (2, 3, 4)
_TENTH = Fraction(1, 10)
_OF_FEW = frozenset("хм")
"""Endings of two to four («2-х», «3-м»), and of ordinals behind other digits: «310-м»."""
_PARTS = {c: Fraction(unicodedata.numeric(c)).limit_denominator() for c in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}


class InDigits(NamedTuple):
    """A number in digits with all that belongs to it; `after` is an index of an atom."""

    readings: tuple[Exact, ...]
    precision: Exact
    form: Form
    written: Written
    last: int
    """Index of the last atom of the number itself."""
    after: int
    """Index behind its tail."""
    scale: Exact = 1
    tail: str = ""
    glued: bool = False

    def scaled(self, scale: Exact, last: int) -> InDigits:
        """Return the number times a scale that ends with the atom at `last`."""
        return self._replace(
            readings=tuple([exact(r * scale) for r in self.readings]),
            precision=exact(self.precision * scale),
            scale=scale,
            written=Written.MIXED,
            last=last,
            after=last + 1,
        )


def read_in_digits(atoms: Atoms, i: int) -> InDigits | int:
    """Read the number whose digits start at the atom `i`.

    Where the digits are no number (12.12.2024), return the index behind them.
    """
    digits = _read_digits(atoms, i, atoms.lexicon.decimal_mark)
    if not digits.readings:
        return digits.after
    digits = _mixed_fraction(atoms, digits)
    number = InDigits(
        digits.readings,
        digits.precision,
        Form.FRACTION if digits.fraction else Form.CARDINAL,
        Written.DIGITS,
        digits.after - 1,
        digits.after,
    )
    if (found := plus(atoms, number.after)) is not None:
        part, after = found
        number = number._replace(
            readings=tuple(r + part for r in number.readings),
            precision=number.precision * _TENTH,
            last=after - 1,
            after=after,
        )
    grown = _with_scale(atoms, number)
    return _with_tail(atoms, number) if grown is None else grown


def _mixed_fraction(atoms: Atoms, digits: _Digits) -> _Digits:
    """Add the fraction of "2 1/2"."""
    at = digits.after
    if digits.fraction or at >= len(atoms.texts) or atoms.kind(at) != "digits":
        return digits
    part = _read_digits(atoms, at, atoms.lexicon.decimal_mark)
    if not part.fraction:
        return digits
    return part._replace(readings=(digits.readings[0] + part.readings[0],))


def _with_scale(atoms: Atoms, number: InDigits) -> InDigits | None:
    """Read the scale words behind a number: 1.5bn, «3 млрд 400 млн», «2 десятки»."""
    at = atoms.skip_hyphen(number.after)
    entry = atoms.entry(at)
    if entry is None:
        return None
    if len(atoms.text(at)) == 1 and not (at == number.after and atoms.touch(at - 1)):
        # A single letter must touch the digits.
        return None
    if entry.role in _GROUPS:
        return number.scaled(entry.value, at)._replace(form=Form.GROUP)
    if entry.role not in _SCALES:
        return None
    grown = number.scaled(entry.value, at)
    if len(atoms.text(at)) == 1:
        # 200m is two hundred million pounds or metres.
        grown = grown._replace(readings=(*grown.readings, *number.readings))
    if entry.role == "abbreviation" and atoms.text(at + 1) == "." and at + 2 < len(atoms.texts):
        grown = grown._replace(last=at + 1, after=at + 2)
    return _chained(atoms, _joined(atoms, grown), entry.value)


def _joined(atoms: Atoms, number: InDigits) -> InDigits:
    """Add what is joined to the scale by a hyphen: "6 million-plus", "2 billion-dollar"."""
    last = number.last
    behind = last + 1
    while behind < len(atoms.texts) and atoms.owners[behind] == atoms.owners[last]:
        behind += 1
    tail = "".join(atoms.texts[last + 2 : behind])
    return number._replace(after=behind, tail=tail) if tail else number


def _chained(atoms: Atoms, number: InDigits, scale: Exact) -> InDigits:
    """Add what follows with a smaller scale: «3 млрд 400 млн»."""
    if number.after >= len(atoms.texts) or atoms.kind(number.after) != "digits":
        return number
    rest = read_in_digits(atoms, number.after)
    if isinstance(rest, int) or rest.readings[0] >= scale or rest.tail:
        return number
    # «1 тис. 250»: three digits complete a thousand.
    completes = scale == 10**NUMBERS_DIGITS_GROUP and not number.readings[0] % scale
    completes = completes and len(atoms.text(number.after)) == NUMBERS_DIGITS_GROUP
    if rest.written is not Written.MIXED and not completes:
        return number
    readings = tuple(r + rest.readings[0] for r in number.readings)
    return number._replace(
        readings=readings, precision=rest.precision, last=rest.last, after=rest.after
    )


def _with_tail(atoms: Atoms, number: InDigits) -> InDigits:
    """Read what is written onto the digits: «5-та», "5th", «24-річний», "10km"."""
    texts, at = atoms.texts, number.after
    if at >= len(texts) or not atoms.touch(at - 1):
        return number
    behind = atoms.skip_hyphen(at)
    if behind < len(texts) and texts[at] == "'" and at + 1 < len(texts) and atoms.touch(at):
        behind = at + 1
    if atoms.kind(behind) != "word":
        return number
    tail = texts[behind]
    # "34th-minute": the ending and the rest of a compound are one token.
    ending, _, rest = tail.partition("-")
    form = _ending(atoms.lexicon.endings.get(ending), ending, number.readings[0])
    if form is not None:
        last = number.last if rest else behind
        return number._replace(form=form, last=last, after=behind + 1, tail=rest)
    if texts[at] == "'":
        return number
    unit = atoms.lexicon.stem_unit(tail) or ""
    if unit.startswith("scale "):
        return number.scaled(exact(unit[6:]), behind)._replace(form=Form.COMPOUND)
    return number._replace(form=Form.COMPOUND, after=behind + 1, tail=tail, glued=behind == at)


def _ending(kind: str | None, ending: str, value: Exact) -> Form | None:
    """Return what an ending makes of the digits before it."""
    if kind == "plural":
        # "Radio 4's" is a possessive.
        return Form.DECADE if value and value % 10 == 0 else None
    few = value % 10 in _PLURAL_CARDINALS and value % 100 // 10 != 1
    if ending in _OF_FEW and few:
        return Form.CARDINAL
    return Form(kind) if kind else None


class _Digits(NamedTuple):
    """A number in digits and where it ends."""

    readings: tuple[Exact, ...]
    """All values it may have, the likely one first: 1.250 is 1250 or 1.25."""
    precision: Exact
    """The unit of the last digit written: 1/10 for 3.7."""
    after: int
    """Index of the first token behind it."""
    fraction: bool = False
    """Whether it is written as a fraction: 1/2, 14½."""


def _read_digits(atoms: Atoms, first: int, decimal_mark: str) -> _Digits:
    """Read the number that starts with the digits at `first`.

    It has no readings where digits and points are no number: 12.12.2024, 192.168.0.1.
    """
    groups, separators, after = _groups(atoms, first)
    if vulgar := _vulgar(atoms, after, groups):
        return vulgar
    marked = first and atoms.texts[first - 1] == decimal_mark and atoms.touch(first - 1)
    if marked and not separators and (first == 1 or not atoms.touch(first - 2)):
        # The whole part is left out: ".5 percent".
        part, precision = _decimal("0", groups[0])
        return _Digits((part,), precision, after)
    readings = _readings(groups, separators, decimal_mark)
    if readings is None:
        return _Digits((), 1, after)
    (value, precision), *others = readings
    if atoms.text(after) in _PARTS and atoms.touch(after - 1):
        part = _PARTS[atoms.texts[after]]
        return _Digits((value + part,), part, after + 1, fraction=True)
    return _Digits((value, *(other for other, _ in others)), precision, after)


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
        # A space groups thousands: 1 250 000.
        grouped = (
            atoms.starts[i + 1] == atoms.ends[i] + 1
            and len(texts[i + 1]) == NUMBERS_DIGITS_GROUP
            and len(groups[0]) <= NUMBERS_DIGITS_GROUP
            and not groups[0].startswith("0")
            and set(separators) <= {" "}
        )
        return (" ", i + 1) if grouped else None
    if i + 2 >= len(texts) or atoms.kind(i + 2) != "digits":
        return None
    mark = texts[i + 1]
    # 1'250'000: the apostrophe groups, as in Switzerland.
    joins = mark in {",", "."} or (mark == "'" and len(texts[i + 2]) == NUMBERS_DIGITS_GROUP)
    return (mark, i + 2) if joins and atoms.touch(i) and atoms.touch(i + 1) else None


def _readings(
    groups: list[str], separators: list[str], decimal_mark: str
) -> list[tuple[Exact, Exact]] | None:
    """Return (value, precision) of every reading, the likely one first; None for no number."""
    if not separators:
        return [_decimal(groups[0], "")]
    kinds = set(separators)
    grouped = len(groups[0]) <= NUMBERS_DIGITS_GROUP and all(
        len(g) == NUMBERS_DIGITS_GROUP for g in groups[1:]
    )
    if len(kinds) == 1 and kinds <= {" ", "'"}:
        return [_decimal("".join(groups), "")]
    *heads, last = separators
    if heads:
        # Only the last of several separators can be decimal, and only if it differs.
        leading = len(groups[0]) <= NUMBERS_DIGITS_GROUP and all(
            len(g) == NUMBERS_DIGITS_GROUP for g in groups[1:-1]
        )
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


def _vulgar(atoms: Atoms, after: int, groups: list[str]) -> _Digits | None:
    """Read 1/2 and 2 1/2; 9/11 and 24/7 are none."""
    if atoms.text(after) != "/" or after + 1 >= len(atoms.texts) or len(groups) != 1:
        return None
    touching = atoms.touch(after - 1) and atoms.touch(after)
    if atoms.kind(after + 1) != "digits" or not touching:
        return None
    above, below = int(groups[0]), int(atoms.texts[after + 1])
    if not 0 < above < below <= NUMBERS_DIGITS_LARGEST_DENOMINATOR:
        return None
    value = Fraction(above, below)
    return _Digits((value,), value, after + 2, fraction=True)
