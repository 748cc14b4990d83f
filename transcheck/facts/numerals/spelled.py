"""The grammar of numbers in words, one for all languages; the words come from tables.

A number is a sum of groups below a thousand, each times a scale: «двісті сорок шість тисяч
сто». Inside a group hundreds come before tens and tens before units; `room` says what
still fits: 3 everything, 2 tens and units, 1 units, 0 nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from transcheck.facts.numerals.atoms import Atoms
from transcheck.facts.numerals.lexicon import Entry
from transcheck.facts.numerals.record import Form
from transcheck.facts.numerals.vague import is_vague, read_vague

_FULL, _TENS, _UNITS, _NOTHING = 3, 2, 1, 0
_ONE, _TENTH = Fraction(1), Fraction(1, 10)
_OF_FRACTION = frozenset(
    {"scale", "scales", "scale?", "group", "groups", "group?", "times-hundred"}
)
_LINKED = frozenset({"cardinal", "ordinal"})


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in words; `after` is the index of the atom behind it."""

    low: Fraction
    high: Fraction
    form: Form
    precision: Fraction
    after: int
    scale: Fraction = Fraction(1)


def read_spelled(atoms: Atoms, i: int) -> Spelled | None:
    """Read the number in words that starts at the atom `i`, or return None."""
    if is_vague(atoms, i):
        size = read_vague(atoms, i)
        return size and Spelled(size.low, size.high, Form.VAGUE, size.low, size.after)
    return _Speller(atoms, i).read()


def plus(atoms: Atoms, i: int) -> tuple[Fraction, int] | None:
    """Read "and a half", «з половиною»: what it adds and the index behind it, or None."""
    for part, phrase in atoms.lexicon.plus:
        if (end := atoms.phrase(i, phrase)) is not None:
            return part, end
    return None


def room_after(value: Fraction, room: int) -> int | None:
    """Return the room a cardinal or ordinal leaves in its group; None if it does not fit."""
    if value.denominator != 1 or value in (0, 150):
        return _NOTHING if room == _FULL else None
    needed, left = (
        (_UNITS, _NOTHING)
        if value < 10
        else (_TENS, _NOTHING)
        if value < 20
        else (_TENS, _UNITS)
        if value < 100
        else (_FULL, _TENS)
    )
    return left if room >= needed else None


class _Speller:
    """Reads one number; the state is what was read of it so far."""

    def __init__(self, atoms: Atoms, start: int) -> None:
        self.atoms = atoms
        self.start = self.i = start
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.room = _FULL
        self.top: Fraction | None = None
        self.form = Form.CARDINAL
        self.precision = _ONE
        self.closed = False

    @property
    def value(self) -> Fraction:
        return self.total + (self.group or 0)

    def read(self) -> Spelled | None:
        while not self.closed and self._step():
            pass
        if self.i == self.start:
            return None
        scale = self.top or _ONE
        return Spelled(self.value, self.value, self.form, self.precision, self.i, scale)

    def _step(self) -> bool:
        """Take the next word into the number; False where it ends."""
        if self.i > self.start and self._plus():
            return True
        at = self._next()
        entry = self.atoms.entry(at)
        handler = self.handlers.get(entry.role) if entry else None
        return handler is not None and entry is not None and handler(self, entry, at)

    def _next(self) -> int:
        """Return the index of the next word, across a hyphen or a link such as "and"."""
        if self.i == self.start:
            return self.i
        at = self.atoms.skip_hyphen(self.i)
        if self.atoms.text(at) in self.atoms.lexicon.links and self._links(at + 1):
            return at + 1
        return at

    def _links(self, at: int) -> bool:
        """Return whether "and" is inside the number: "a hundred and six", not "and two hundred"."""
        previous, entry = self.atoms.entry(self.i - 1), self.atoms.entry(at)
        if previous is None or entry is None or entry.role not in _LINKED:
            return False
        if previous.role not in {"scale", "times-hundred"}:
            return False
        following = _Speller(self.atoms, at)
        while not following.closed and following._step():
            if previous.role == "times-hundred" and following.top is not None:
                # "two hundred and forty-six thousand": the scale counts all of it.
                return following.total < previous.value * following.top
        return following.i > at and following.value < previous.value

    def _cardinal(self, entry: Entry, at: int) -> bool:
        room = room_after(entry.value, self.room)
        if room is None:
            return False
        self.group = (self.group or 0) + entry.value
        self.room, self.i = room, at + 1
        self.precision = _ONE if entry.value.denominator == 1 else _TENTH
        if entry.role == "collective":
            self.form = Form.COLLECTIVE
        return True

    def _times_hundred(self, entry: Entry, at: int) -> bool:
        if self.group is not None and not 0 < self.group < 100:
            return False
        self.group = (self.group or 1) * entry.value
        self.room, self.i = _TENS, at + 1
        return True

    def _scale(self, entry: Entry, at: int) -> bool:
        if self.top is not None and entry.value >= self.top:
            return False
        if self.top is not None and self.group is None and entry.role != "scale":
            return False
        if entry.role == "abbreviation" and (self.group is None or len(self.atoms.text(at)) == 1):
            return False
        self.total += (self.group if self.group is not None else 1) * entry.value
        self.precision *= entry.value
        self.group, self.room, self.top, self.i = None, _FULL, entry.value, at + 1
        return True

    def _group(self, entry: Entry, at: int) -> bool:
        if self.group is not None and not 0 < self.group < 100:
            return False
        self.group = (self.group if self.group is not None else 1) * entry.value
        self.form, self.room, self.i = Form.GROUP, _NOTHING, at + 1
        self.precision = entry.value
        return True

    def _ordinal(self, entry: Entry, at: int) -> bool:
        if self._is_denominator(entry):
            return self._fraction(Entry("fraction", 1 / entry.value), at)
        if at == self.start and self._is_part(entry, at):
            return self._fraction(Entry("fraction", 1 / entry.value), at)
        room = room_after(entry.value, self.room)
        if room is None or (at != self.start and self._starts_word(at)):
            return False
        return self._close(self.value + entry.value, at, Form.ORDINAL)

    def _starts_word(self, at: int) -> bool:
        """Return whether an atom starts a hyphenated word: "twenty first-round picks"."""
        owners = self.atoms.owners
        return owners[at] != owners[at - 1] and owners[at : at + 2] == [owners[at]] * 2

    def _is_denominator(self, entry: Entry) -> bool:
        """Return whether an ordinal behind a unit is its denominator: «дві п'яті», "one-fifth"."""
        if self.group is None or self.total or not 1 <= self.group < 10 or entry.value < 3:
            return False
        return self.group > 2 or self.atoms.text(self.i - 1) in self.atoms.lexicon.feminine

    def _seven(self, entry: Entry, at: int) -> bool:
        """Read a form that is cardinal before a scale («сьома тисячами») and ordinal elsewhere."""
        following = self.atoms.entry(at + 1)
        counts = following is not None and following.role in {"scale", "scales", "scale?"}
        return self._cardinal(entry, at) if counts else self._ordinal(entry, at)

    def _is_part(self, entry: Entry, at: int) -> bool:
        """Return whether an ordinal behind an article is a fraction: "a third of", "a fifth"."""
        words, following = self.atoms.lexicon, self.atoms.text(at + 1)
        if entry.value < 3 or self.atoms.text(at - 1) not in words.part_articles:
            return False
        return following in words.part_followers or (
            not following[:1].isalnum() and following != "-"
        )

    def _ordinal_scale(self, entry: Entry, at: int) -> bool:
        count = self.group if self.group is not None else _ONE
        return self._close(self.total + count * entry.value, at, Form.ORDINAL)

    def _fraction(self, entry: Entry, at: int) -> bool:
        if self.total or (self.group is not None and not 1 <= self.group < 10):
            return False
        previous = at - 2 if self.atoms.text(at - 1) == "-" else at - 1
        before = self.atoms.entry(previous) if at == self.start and previous >= 0 else None
        if before is not None and before.role == "ordinal":
            # The second half and the third quarter are parts of a match or of a year.
            return False
        self._close((self.group or 1) * entry.value, at, Form.FRACTION)
        self.precision = Fraction(1, 100)
        self._of_scale()
        return True

    def _fractions(self, entry: Entry, at: int) -> bool:
        return self.group is not None and self._fraction(entry, at)

    def _of_scale(self) -> None:
        """Read what a fraction is of: half a million, a quarter of a million."""
        starts = [self.atoms.phrase(self.i, phrase) for phrase in self.atoms.lexicon.of]
        for at in (self.atoms.skip_hyphen(self.i), *starts):
            entry = self.atoms.entry(at) if at is not None else None
            if at is not None and entry is not None and entry.role in _OF_FRACTION:
                self.total *= entry.value
                self.precision = entry.value * _TENTH
                self.form, self.i, self.top = Form.CARDINAL, at + 1, entry.value
                return

    def _whole(self, _: Entry, at: int) -> bool:
        """Read "point two five", «цілих п'ять десятих» behind a whole number."""
        values, i = [], at + 1
        while (entry := self.atoms.entry(i)) is not None and entry.role == "cardinal":
            values.append(int(entry.value))
            i += 1
        if self.group is None or self.total or not values:
            return False
        tenths = self.atoms.entry(i)
        if tenths is not None and tenths.role.startswith("ordinal"):
            numerator, denominator, i = sum(values), tenths.value, i + 1
        else:
            # Read out digit by digit, or as one number: two five, twenty-five.
            spoken = "".join(map(str, values)) if max(values) < 10 else str(sum(values))
            numerator, denominator = int(spoken), Fraction(10 ** len(spoken))
        self.group += numerator / denominator
        self.room, self.i, self.precision = _NOTHING, i, 1 / denominator
        return True

    def _alone(self, entry: Entry, at: int) -> bool:
        return at == self.start and self._close(entry.value, at, Form(entry.role))

    def _plus(self) -> bool:
        found = plus(self.atoms, self.i) if self.form is Form.CARDINAL else None
        if found is None:
            return False
        part, self.i = found
        self.room, self.precision = _NOTHING, self.precision * _TENTH
        if self.group is None and self.top is not None:
            self.total, self.closed = self.total + part * self.top, True
        else:
            self.group = (self.group or 0) + part
        return True

    def _close(self, value: Fraction, at: int, form: Form) -> bool:
        self.total, self.group, self.form = value, None, form
        self.i, self.closed = at + 1, True
        return True

    handlers: ClassVar[dict[str, Callable[[_Speller, Entry, int], bool]]] = {
        "cardinal": _cardinal,
        "collective": _cardinal,
        "both": _alone,
        "multiplier": _alone,
        "times-hundred": _times_hundred,
        "scale": _scale,
        "scales": _scale,
        "scale?": _scale,
        "abbreviation": _scale,
        "group": _group,
        "groups": _group,
        "group?": _group,
        "ordinal": _ordinal,
        "seven": _seven,
        "ordinal-hundred": _ordinal_scale,
        "ordinal-scale": _ordinal_scale,
        "half": _fraction,
        "half-of": _fraction,
        "fraction": _fraction,
        "fractions": _fractions,
        "whole": _whole,
        "decade": _alone,
    }
