"""Numbers that the top of a text says and the rest of it contradicts.

A headline is written last, or is left as it was when the text is changed, and it holds little
that the text does not say as well: of 200 right stories, five had a number there that stood
nowhere below. Such a number is suspicious, and a contradiction where the text has another one
in its place. How likely that is tells a score of what speaks for it. A lead says more that is
never said again, so that more must speak for it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from transcheck.comparing.alone.tops import (
    Contradiction,
    headline,
    of_another_time,
    parted,
    said_of,
    tops,
    word_behind,
)
from transcheck.comparing.numbers import Verdict, agree
from transcheck.comparing.numbers_voting import quantity
from transcheck.facts.dates.values import PartialDate
from transcheck.facts.exact import Exact, size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.limits import (
    ALONE_NUMBERS_ADDED,
    ALONE_NUMBERS_BEGINNING,
    ALONE_NUMBERS_CLOSE,
    ALONE_NUMBERS_COMPOUND,
    ALONE_NUMBERS_COUNTED,
    ALONE_NUMBERS_EARLY,
    ALONE_NUMBERS_EXCHANGED,
    ALONE_NUMBERS_HEADLINE,
    ALONE_NUMBERS_LARGE,
    ALONE_NUMBERS_LEAD,
    ALONE_NUMBERS_MEANT,
    ALONE_NUMBERS_ONE_DIGIT,
    ALONE_NUMBERS_ONE_OF_TWO,
    ALONE_NUMBERS_RIVALS,
    ALONE_NUMBERS_STEMS,
    ALONE_NUMBERS_UNIT,
)
from transcheck.model import Edition, Fact

_COUNTS = (Form.CARDINAL, Form.COLLECTIVE, Form.COMPOUND)


def contradicted_numbers(edition: Edition, facts: Sequence[Fact]) -> Iterator[Contradiction]:
    """Yield the numbers of the headline and the lead that the rest of an edition contradicts."""
    for top in tops(edition):
        least = ALONE_NUMBERS_HEADLINE if top.headline else ALONE_NUMBERS_LEAD
        head, body = parted(edition, facts, top)
        for fact in head:
            found = _number(edition, fact, head, body)
            if found is not None and found[0] >= least:
                yield Contradiction(fact, found[1], top.headline)


def _number(
    edition: Edition, fact: Fact, head: Sequence[Fact], body: Sequence[Fact]
) -> tuple[float, Fact] | None:
    """Return the number of the body that most likely contradicts one of the top, and its score."""
    value = fact.value
    if not isinstance(value, Quantity) or not _counts(value):
        return None
    numbers = [f for f in body if isinstance(f.value, Quantity)]
    if any(_agree(value, f) or _cut_off(value, f) for f in numbers):
        return None
    if any(_dated(value.low, f) for f in body):
        return None
    rivals = [f for f in numbers if _in_place(value, f)][:ALONE_NUMBERS_RIVALS]
    added = [f.value.low for f in rivals[:ALONE_NUMBERS_ADDED] if isinstance(f.value, Quantity)]
    if any(sum(some) == value.low for n in (2, 3) for some in combinations(added, n)):
        return None
    scored = [
        (_score(edition, fact, f), -n)
        for n, f in enumerate(rivals)
        if f.segment > fact.segment
        and not any(_agree(f.value, other) for other in head)
        and not _long_ago(f, body)
    ]
    if not scored:
        return None
    score, place = max(scored)
    return score, rivals[-place]


def _long_ago(fact: Fact, body: Sequence[Fact]) -> bool:
    """Return whether the date before a number in its sentence is in another month or year."""
    dates = [f.value for f in body if f.segment == fact.segment and f.start < fact.start]
    ago = [d.relative for d in dates if isinstance(d, PartialDate) and d.relative]
    return bool(ago) and ago[-1].unit in {"m", "y"} and (ago[-1].amount or -1) < 0


def _counts(value: Quantity) -> bool:
    return value.form in _COUNTS and not value.vague and value.low > 1


def _agree(value: object, fact: Fact) -> bool:
    other = fact.value
    if not isinstance(value, Quantity) or not isinstance(other, Quantity):
        return False
    return agree(value, other).verdict.rank <= Verdict.BOUND.rank


def _dated(low: Exact, fact: Fact) -> bool:
    """Return whether a date has a number: 40 of the 40s, 2,024 of 2024."""
    date = fact.value
    return isinstance(date, PartialDate) and low in (date.year, date.day, date.decade)


def _in_place(value: Quantity, fact: Fact) -> bool:
    """Return whether a number of the body can stand in the place of one of the headline."""
    other = fact.value
    if not isinstance(other, Quantity) or not _counts(other):
        return False
    mine, theirs = _measured(value), _measured(other)
    if bool(mine) != bool(theirs):
        # "Of 40 million" may leave the currency out, of 40 nobody knows what it counts.
        return min(value.low, other.low) >= ALONE_NUMBERS_LARGE
    return not mine or bool(mine & theirs)


def _cut_off(value: Quantity, fact: Fact) -> bool:
    """Return whether a number is another one with fewer digits: $148,000 of $148,800."""
    other = fact.value
    if not isinstance(other, Quantity) or _measured(value) != _measured(other):
        return False
    coarser = len(_digits(value.low)) < len(_digits(other.low))
    return coarser and size(value.low - other.low) * ALONE_NUMBERS_CLOSE <= size(other.low)


def _measured(value: Quantity) -> frozenset[str]:
    """Return the units of a quantity; "62 times" is as good as none."""
    return frozenset(value.units) - {"times"}


def _digits(value: Exact) -> str:
    """Return the digits of a number without the zeros at its end."""
    return str(value).rstrip("0") or "0"


def _score(edition: Edition, one: Fact, other: Fact) -> float:
    """Return what speaks for two numbers being meant for one; nothing if one is of earlier."""
    meant, stems = said_of(edition, one)
    theirs, their_stems = said_of(edition, other)
    left, right = quantity(one), quantity(other)
    if of_another_time(meant, theirs):
        return 0.0
    score = ALONE_NUMBERS_MEANT * bool(meant & theirs) + min(
        len(stems & their_stems), ALONE_NUMBERS_STEMS
    )
    counted = word_behind(edition, one)
    if one.segment not in headline(edition):  # which counts people, as all of the text does
        score += ALONE_NUMBERS_COUNTED * (bool(counted) and counted == word_behind(edition, other))
    score += ALONE_NUMBERS_COMPOUND * (left.form is right.form is Form.COMPOUND)
    score += ALONE_NUMBERS_UNIT * bool(_measured(left) | _measured(right)) + ALONE_NUMBERS_EARLY * (
        other.segment <= ALONE_NUMBERS_BEGINNING
    )
    return score + _slip(_digits(left.low), _digits(right.low))


def _slip(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    if longest > 1 and sorted(one) == sorted(other):
        return ALONE_NUMBERS_EXCHANGED
    if longest == 1 or OSA.distance(one, other) != 1:
        return 0.0
    return ALONE_NUMBERS_ONE_DIGIT if longest > 2 else ALONE_NUMBERS_ONE_OF_TWO
