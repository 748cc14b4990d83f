"""Numerals that start with digits: their endings, scale words and the words they begin."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from transcheck.facts.exact import Exact, exact
from transcheck.facts.numerals.atoms import Atoms
from transcheck.facts.numerals.digits import Digits, read_digits
from transcheck.facts.numerals.parts import plus
from transcheck.facts.numerals.record import Form, Written

_SCALES = frozenset({"scale", "scales", "scale?", "abbreviation", "times-hundred"})
_GROUPS = frozenset({"group", "groups", "group?"})
_PLURAL_CARDINALS = (2, 3, 4)
_TENTH = Fraction(1, 10)
_GROUP = 3
_OF_FEW = frozenset("хм")
"""Endings of two to four («2-х», «3-м»), and of ordinals behind other digits: «310-м»."""


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
    digits = read_digits(atoms, i, atoms.lexicon.decimal_mark)
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
        readings = tuple(r + part for r in number.readings)
        number = number._replace(readings=readings, last=after - 1, after=after)
        number = number._replace(precision=number.precision * _TENTH)
    grown = _with_scale(atoms, number)
    return _with_tail(atoms, number) if grown is None else grown


def _mixed_fraction(atoms: Atoms, digits: Digits) -> Digits:
    """Add the fraction of "2 1/2"."""
    at = digits.after
    if digits.fraction or at >= len(atoms.texts) or atoms.kind(at) != "digits":
        return digits
    part = read_digits(atoms, at, atoms.lexicon.decimal_mark)
    if not part.fraction:
        return digits
    value = digits.value + part.value
    return part._replace(value=value, readings=(value,))


def _with_scale(atoms: Atoms, number: InDigits) -> InDigits | None:
    """Read the scale words behind a number: 1.5bn, «3 млрд 400 млн», «2 десятки»."""
    at = atoms.skip_hyphen(number.after)
    entry = atoms.entry(at)
    if entry is None or not _counts(atoms, number.after, at):
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


def _counts(atoms: Atoms, after: int, at: int) -> bool:
    """Return whether the abbreviation at `at` is one: a single letter must touch the digits."""
    if len(atoms.text(at)) > 1:
        return True
    return at == after and atoms.touch(at - 1)


def _chained(atoms: Atoms, number: InDigits, scale: Exact) -> InDigits:
    """Add what follows with a smaller scale: «3 млрд 400 млн»."""
    if number.after >= len(atoms.texts) or atoms.kind(number.after) != "digits":
        return number
    rest = read_in_digits(atoms, number.after)
    if isinstance(rest, int) or rest.readings[0] >= scale or rest.tail:
        return number
    if rest.written is not Written.MIXED and not _fills_thousand(atoms, number, scale):
        return number
    readings = tuple(r + rest.readings[0] for r in number.readings)
    return number._replace(
        readings=readings, precision=rest.precision, last=rest.last, after=rest.after
    )


def _fills_thousand(atoms: Atoms, number: InDigits, scale: Exact) -> bool:
    """Return whether three digits complete «1 тис. 250»."""
    whole = number.readings[0] % scale == 0 and scale == 10**_GROUP
    return whole and len(atoms.text(number.after)) == _GROUP


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
    if form is not None and not rest:
        return number._replace(form=form, last=behind, after=behind + 1)
    if form is not None:
        return number._replace(form=form, after=behind + 1, tail=rest)
    if texts[at] == "'":
        return number
    unit = atoms.lexicon.stem_unit(tail) or ""
    if unit.startswith("scale "):
        return number.scaled(exact(unit[6:]), behind)._replace(form=Form.COMPOUND)
    return number._replace(form=Form.COMPOUND, after=behind + 1, tail=tail, glued=behind == at)


def _ending(kind: str | None, ending: str, value: Exact) -> Form | None:
    """Return what an ending makes of the digits before it."""
    if kind is None:
        return None
    if kind == "plural":
        # "Radio 4's" is a possessive.
        return Form.DECADE if value and value % 10 == 0 else None
    few = value % 10 in _PLURAL_CARDINALS and value % 100 // 10 != 1
    if ending in _OF_FEW and few:
        return Form.CARDINAL
    return Form(kind)
