"""Sums and percentages that their own figures contradict.

A sum is a number with its parts behind it: "98 cars: 48 new ones and 52 old ones". They are
all of it where a colon or a dash says so, or where three or more of them nearly make it up in
the next sentence with numbers. A percentage is checked where both values of a change, or a part
and its whole, stand right beside it: "from 10 to 15, or by 40 percent". What is rounded may be
a little off; what is about, over or nearly a number is no arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from transcheck.comparing.alone.tops import between, word_before, words
from transcheck.comparing.numbers_voting import quantity
from transcheck.facts.exact import Exact, ratio, size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.languages import named
from transcheck.limits import (
    ARITHMETIC_FAR,
    ARITHMETIC_FEWEST_PARTS,
    ARITHMETIC_LONGEST_GAP,
    ARITHMETIC_LONGEST_HEAD,
    ARITHMETIC_LOOSELY,
    ARITHMETIC_NEAR,
    ARITHMETIC_NEXT,
    ARITHMETIC_OF,
    ARITHMETIC_POINTS,
    ARITHMETIC_ROUNDED,
)
from transcheck.model import Edition, Fact

_COUNTS = (Form.CARDINAL, Form.COLLECTIVE)
_MARKS = frozenset(":–—-")


@dataclass(frozen=True, slots=True)
class Sum:
    """A total that its parts do not make."""

    total: Fact
    parts: tuple[Fact, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts concerned, the total first."""
        return (self.total, *self.parts)


@dataclass(frozen=True, slots=True)
class Rate:
    """A percentage, share or multiple that two values beside it contradict."""

    first: Fact
    """The value before, or the whole."""
    second: Fact
    """The value after, or the part."""
    said: Fact
    right: float
    """What the values make: per cent, or times where times are said."""

    @property
    def times(self) -> bool:
        """Return whether it is a multiple."""
        return quantity(self.said).unit == "times"

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts concerned."""
        return (self.first, self.second, self.said)


def wrong_sums(edition: Edition, facts: Sequence[Fact]) -> Iterator[Sum]:
    """Yield the totals of an edition that their parts do not make."""
    before: list[Fact] = []
    last = -1
    counts = [f for f in facts if isinstance(f.value, Quantity) and f.value.form in _COUNTS]
    for segment, group in groupby(counts, key=lambda fact: fact.segment):
        own = list(group)
        found = list(_listed(edition, own))
        if not found and before and segment - last <= ARITHMETIC_NEXT:
            found = list(_told_next(edition, before, own))
        yield from found
        before, last = own, segment


def _listed(edition: Edition, own: Sequence[Fact]) -> Iterator[Sum]:
    """Yield the wrong sums of one sentence, whose parts stand behind a colon or a dash."""
    for n, total in enumerate(own[:-2]):
        head = between(edition, total.segment, total.end, own[n + 1].start)
        if own[n + 1].start - total.end == 1:
            continue  # A score: 6:4, 3:6.
        if len(head) > ARITHMETIC_LONGEST_HEAD or _MARKS.isdisjoint(head[-2:]):
            continue
        parts = _run(edition, total, own[n + 1 :])
        if len(parts) > 1 and _is_wrong(total, parts, ARITHMETIC_FAR):
            yield Sum(total, tuple(parts))


def _told_next(edition: Edition, before: Sequence[Fact], own: Sequence[Fact]) -> Iterator[Sum]:
    """Yield the wrong sum of a total in one sentence and all numbers of the next one."""
    for total in before:
        parts = _run(edition, total, own)
        if len(parts) == len(own) >= ARITHMETIC_FEWEST_PARTS:
            if not _is_wrong(total, parts, ARITHMETIC_NEAR):
                return
            if not _made_by_others(total, before):
                yield Sum(total, tuple(parts))
                return


def _made_by_others(total: Fact, before: Sequence[Fact]) -> bool:
    """Return whether a total has a sum of its own in its sentence."""
    others = [quantity(each).low for each in before if each is not total]
    return len(others) > 1 and sum(others) == quantity(total).low


def _run(edition: Edition, total: Fact, following: Sequence[Fact]) -> list[Fact]:
    """Return the numbers in a row that may be parts of a total; none where they are not all."""
    known = words(named(edition.language))
    parts: list[Fact] = []
    end = total.end if following and following[0].segment == total.segment else 0
    for part in following:
        gap = between(edition, part.segment, end, part.start)
        if not known["subset"].isdisjoint(gap):
            return []
        if not _is_part(total, part) or (
            parts and (len(gap) > ARITHMETIC_LONGEST_GAP or "." in gap)
        ):
            break
        behind = between(edition, part.segment, part.end, part.end + 20)[:1]
        if not known["change"].isdisjoint([*gap[-1:], *behind]):
            return []
        parts.append(part)
        end = part.end
    text = edition.segments[total.segment if not parts else parts[-1].segment].text
    tail = between(edition, parts[-1].segment, end, len(text)) if parts else []
    return [] if not known["subset"].isdisjoint(tail) else parts


def _is_bounded(value: Quantity) -> bool:
    return value.bound is not None and value.bound_sure


def _is_part(total: Fact, part: Fact) -> bool:
    whole, own = quantity(total), quantity(part)
    same = not own.units or own.units == whole.units
    return same and own.low < whole.low and not _is_bounded(own) and not own.ends


def _is_wrong(total: Fact, parts: Sequence[Fact], most: float) -> bool:
    whole = quantity(total)
    if _is_bounded(whole) or whole.ends or len(whole.readings) > 1:
        return False
    added: Exact = sum(quantity(part).low for part in parts)
    gap = size(added - whole.low)
    digit: Exact = max([quantity(each).precision for each in (total, *parts)], key=float)
    rounded = digit != 1 and gap <= digit * len(parts)
    return gap != 0 and not rounded and gap <= most * whole.low


def wrong_rates(edition: Edition, facts: Sequence[Fact]) -> Iterator[Rate]:
    """Yield the percentages and multiples of an edition that the values beside them contradict."""
    for _, group in groupby(facts, key=lambda fact: fact.segment):
        own = [f for f in group if isinstance(f.value, Quantity) and f.value.form not in _UNCOUNTED]
        for n in range(len(own) - 2):
            three = own[n : n + 3]
            for said, one, other in ((three[0], *three[1:]), (three[2], *three[:2])):
                found = _rate(edition, said, one, other)
                if found is not None:
                    yield found


_UNCOUNTED = (Form.ORDINAL, Form.ARTICLE, Form.VAGUE, Form.DECADE)


def _rate(edition: Edition, said: Fact, one: Fact, other: Fact) -> Rate | None:
    """Return what is wrong with a rate that stands beside two values, or None."""
    rate, left, right = quantity(said), quantity(one), quantity(other)
    if rate.unit not in _CHECKED or left.unit in _CHECKED:
        return None
    if left.units and right.units and left.units != right.units:
        return None
    if any(map(_is_bounded, (left, right, rate))) or left.low <= 0 or right.low <= 0:
        return None
    known = words(named(edition.language))
    gap = (other.end, said.start) if said.start > other.start else (said.end, one.start)
    tokens = between(edition, said.segment, *gap)
    if said.start > other.start and tokens and tokens[0] not in known["link"]:
        tokens = tokens[tokens[0].isalpha() :]  # what is counted: "to 900 people, or by a third"
    beside = {token for token in tokens if token[0].isalpha()}
    if not beside <= known["link"] | known["start"] or "." in tokens:
        return None
    led, lagged = word_before(edition, one), word_before(edition, other)
    if led in known["start"] and lagged in known["end"]:
        return _changed(one, other, said)
    inner = between(edition, one.segment, one.end, other.start)
    if not known["against"].isdisjoint(inner[-2:]) and led not in known["start"]:
        return _changed(other, one, said)
    if lagged in known["of"] and len(inner) <= ARITHMETIC_OF and led not in known["start"]:
        return _shared(other, one, said)
    return None


_CHECKED = frozenset({"%", "fraction", "times"})


def _changed(first: Fact, second: Fact, said: Fact) -> Rate | None:
    """Return a rate that is not that of a change from one value to another."""
    bounds = [b / a for a in _around(first) for b in _around(second)]
    rate, exact = quantity(said), ratio(quantity(second).low, quantity(first).low)
    value = float(size(rate.low))
    if rate.unit == "times":
        ratios = [max(b, 1 / b) for b in bounds]
        if (
            min(ratios) * (1 - ARITHMETIC_LOOSELY)
            <= value
            <= max(ratios) * (1 + ARITHMETIC_LOOSELY)
        ):
            return None
        return Rate(first, second, said, float(max(1 / exact, exact)))
    changes = [abs(b - 1) * 100 for b in bounds]
    return _off(first, second, said, changes, float(size(exact - 1) * 100))


def _shared(whole: Fact, part: Fact, said: Fact) -> Rate | None:
    """Return a rate that is not the share that a part has of its whole."""
    if quantity(said).unit == "times" or quantity(part).low > quantity(whole).low:
        return None
    shares = [p / w * 100 for w in _around(whole) for p in _around(part)]
    exact = ratio(quantity(part).low * 100, quantity(whole).low)
    return _off(whole, part, said, shares, float(exact))


def _off(
    first: Fact, second: Fact, said: Fact, likely: Sequence[float], exact: float
) -> Rate | None:
    """Return a rate that is outside of what two values may make, in per cent."""
    rate = quantity(said)
    value, give = (
        float(size(rate.low)),
        max(ARITHMETIC_POINTS, float(rate.precision) * ARITHMETIC_POINTS),
    )
    if rate.unit == "fraction":
        value, give = value * 100, value * 100 * ARITHMETIC_LOOSELY
    if min(likely) - give <= value <= max(likely) + give:
        return None
    return Rate(first, second, said, exact)


def _around(fact: Fact) -> tuple[float, float]:
    """Return the least and the greatest that a value as written may stand for."""
    value: Exact = quantity(fact).low
    give = float(quantity(fact).precision) * ARITHMETIC_ROUNDED
    give = give if give != ARITHMETIC_ROUNDED else 0.0
    return float(value) - give, float(value) + give
