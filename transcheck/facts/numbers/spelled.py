"""The grammar of numbers in words, one for all languages; the words come from tables.

A number is a sum of groups below a thousand, each times a scale: «двісті сорок шість тисяч
сто». Inside a group hundreds come before tens and tens before units.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from transcheck.facts.exact import Exact, exact, ratio
from transcheck.facts.numbers.atoms import Atoms
from transcheck.facts.numbers.lexicon import Entry
from transcheck.facts.numbers.parts import (
    Spelled,
    counted,
    decimals,
    is_denominator,
    is_period,
    is_share,
    is_vague,
    plus,
    read_vague,
)
from transcheck.facts.numbers.records import Form
from transcheck.limits import (
    SPELLED_DEEPEST,
    SPELLED_FULL,
    SPELLED_NOTHING,
    SPELLED_TENS,
    SPELLED_UNITS,
)

_WHOLE = frozenset({0, 150})
"""Words that fill a group by themselves: нуль, півтораста."""
_ONE, _TENTH, _HUNDREDTH = 1, Fraction(1, 10), Fraction(1, 100)
_LINKED = frozenset({"cardinal", "ordinal"})


def read_spelled(atoms: Atoms, i: int) -> Spelled | None:
    """Read the number in words that starts at the atom `i`, or return None."""
    if is_vague(atoms, i):
        return read_vague(atoms, i)
    return _Speller(atoms, i).read()


class _Speller:
    """Reads one number; the state is what was read of it so far."""

    def __init__(self, atoms: Atoms, start: int, depth: int = 0) -> None:
        self.atoms = atoms
        self.depth = depth
        self.start = self.i = start
        self.total: Exact = 0
        self.group: Exact | None = None
        self.room = SPELLED_FULL
        self.top: Exact | None = None
        self.form = Form.CARDINAL
        self.precision: Exact = _ONE
        self.closed = False

    @property
    def value(self) -> Exact:
        return self.total + (self.group or 0)

    def read(self) -> Spelled | None:
        while not self.closed and self._step():
            pass
        if self.i == self.start:
            return None
        scale = self.top or _ONE
        value = exact(self.value)
        return Spelled(value, value, self.form, exact(self.precision), self.i, scale)

    def _step(self) -> bool:
        """Take the next word into the number; False where it ends."""
        if self.i > self.start and self._plus():
            return True
        at = self._next()
        entry = self.atoms.entry(at)
        handler = _HANDLERS.get(entry.role) if entry else None
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
        if self.depth == SPELLED_DEEPEST:
            return False
        if previous.role not in {"scale", "times-hundred"}:
            return False
        following = _Speller(self.atoms, at, self.depth + 1)
        while not following.closed and following._step():
            if previous.role == "times-hundred" and following.top is not None:
                # "two hundred and forty-six thousand": the scale counts all of it.
                return following.total < previous.value * following.top
        return following.i > at and following.value < previous.value

    def take_cardinal(self, entry: Entry, at: int) -> bool:
        room = _room_after(entry.value, self.room)
        if room is None:
            return False
        self.group = (self.group or 0) + entry.value
        self.room, self.i = room, at + 1
        self.precision = _ONE if entry.value.denominator == 1 else _TENTH
        if entry.role == "collective":
            self.form = Form.COLLECTIVE
        return True

    def take_times_hundred(self, entry: Entry, at: int) -> bool:
        if self.group is not None and not 0 < self.group < 100:
            return False
        self.group = (self.group or 1) * entry.value
        self.room, self.i = SPELLED_TENS, at + 1
        return True

    def take_scale(self, entry: Entry, at: int) -> bool:
        if self.top is not None and entry.value >= self.top:
            return False
        if self.top is not None and self.group is None and entry.role != "scale":
            return False
        if entry.role == "abbreviation" and (self.group is None or len(self.atoms.text(at)) == 1):
            return False
        self.total += (self.group if self.group is not None else 1) * entry.value
        self.precision *= entry.value
        self.group, self.room, self.top, self.i = None, SPELLED_FULL, entry.value, at + 1
        return True

    def take_group(self, entry: Entry, at: int) -> bool:
        if self.group is not None and not 0 < self.group < 100:
            return False
        self.group = (self.group if self.group is not None else 1) * entry.value
        self.form, self.room, self.i = Form.GROUP, SPELLED_NOTHING, at + 1
        self.precision = entry.value
        return True

    def take_ordinal(self, entry: Entry, at: int) -> bool:
        first = at == self.start
        counts = self.group is not None and not self.total
        if (first and is_share(self.atoms, at, entry)) or (
            counts and is_denominator(self.atoms, self.i, entry, self.group or _ONE)
        ):
            return self.take_fraction(Entry("fraction", ratio(1, entry.value)), at)
        room = _room_after(entry.value, self.room)
        if room is None or (not first and self._starts_word(at)):
            return False
        return self._close(self.value + entry.value, at, Form.ORDINAL)

    def _starts_word(self, at: int) -> bool:
        """Return whether an atom starts a hyphenated word: "twenty first-round picks"."""
        owners = self.atoms.owners
        return owners[at] != owners[at - 1] and owners[at : at + 2] == [owners[at]] * 2

    def take_seven(self, entry: Entry, at: int) -> bool:
        """Read a form that is cardinal before a scale («сьома тисячами») and ordinal elsewhere."""
        following = self.atoms.entry(at + 1)
        counts = following is not None and following.role in {"scale", "scales", "scale?"}
        return self.take_cardinal(entry, at) if counts else self.take_ordinal(entry, at)

    def take_ordinal_scale(self, entry: Entry, at: int) -> bool:
        count = self.group if self.group is not None else _ONE
        return self._close(self.total + count * entry.value, at, Form.ORDINAL)

    def take_fraction(self, entry: Entry, at: int) -> bool:
        if self.total or (self.group is not None and not 1 <= self.group < 10):
            return False
        if at == self.start and is_period(self.atoms, at):
            return False
        self._close((self.group or 1) * entry.value, at, Form.FRACTION)
        self.precision = _HUNDREDTH
        if (found := counted(self.atoms, self.i)) is not None:
            scale, self.i = found
            self.total, self.form, self.top = self.total * scale, Form.CARDINAL, scale
            self.precision = scale * _TENTH
        return True

    def take_fractions(self, entry: Entry, at: int) -> bool:
        return self.group is not None and self.take_fraction(entry, at)

    def take_whole(self, _: Entry, at: int) -> bool:
        """Read "point two five", «цілих п'ять десятих» behind a whole number."""
        link = self.atoms.text(at + 1) in self.atoms.lexicon.whole_links
        found = decimals(self.atoms, at + 1 + link)
        if found is None or self.group is None or self.total:
            return False
        numerator, denominator, self.i = found
        self.group += ratio(numerator, denominator)
        self.room, self.precision = SPELLED_NOTHING, ratio(1, denominator)
        return True

    def take_alone(self, entry: Entry, at: int) -> bool:
        return at == self.start and self._close(entry.value, at, Form(entry.role))

    def _plus(self) -> bool:
        found = plus(self.atoms, self.i) if self.form is Form.CARDINAL else None
        if found is None:
            return False
        part, self.i = found
        self.room, self.precision = SPELLED_NOTHING, self.precision * _TENTH
        if self.group is None and self.top is not None:
            self.total, self.closed = self.total + part * self.top, True
        else:
            self.group = (self.group or 0) + part
        return True

    def _close(self, value: Exact, at: int, form: Form) -> bool:
        self.total, self.group, self.form = value, None, form
        self.i, self.closed = at + 1, True
        return True


def _room_after(value: Exact, room: int) -> int | None:
    """Return the room a cardinal or ordinal leaves in its group; None if it does not fit."""
    if value.denominator != 1 or value in _WHOLE:
        needed, left = SPELLED_FULL, SPELLED_NOTHING
    elif value < 10:
        needed, left = SPELLED_UNITS, SPELLED_NOTHING
    elif value < 20:
        needed, left = SPELLED_TENS, SPELLED_NOTHING
    elif value < 100:
        needed, left = SPELLED_TENS, SPELLED_UNITS
    else:
        needed, left = SPELLED_FULL, SPELLED_TENS
    return left if room >= needed else None


_HANDLERS: dict[str, Callable[[_Speller, Entry, int], bool]] = {
    "cardinal": _Speller.take_cardinal,
    "collective": _Speller.take_cardinal,
    "both": _Speller.take_alone,
    "multiplier": _Speller.take_alone,
    "times-hundred": _Speller.take_times_hundred,
    "scale": _Speller.take_scale,
    "scales": _Speller.take_scale,
    "scale?": _Speller.take_scale,
    "abbreviation": _Speller.take_scale,
    "group": _Speller.take_group,
    "groups": _Speller.take_group,
    "group?": _Speller.take_group,
    "ordinal": _Speller.take_ordinal,
    "seven": _Speller.take_seven,
    "ordinal-hundred": _Speller.take_ordinal_scale,
    "ordinal-scale": _Speller.take_ordinal_scale,
    "half": _Speller.take_fraction,
    "half-of": _Speller.take_fraction,
    "fraction": _Speller.take_fraction,
    "fractions": _Speller.take_fractions,
    "whole": _Speller.take_whole,
    "decade": _Speller.take_alone,
}
"""What each role of a word does to the number read so far."""
