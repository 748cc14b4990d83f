"""How two facts of two editions relate, whatever their kinds: number, date or time.

What one edition counts another may date: "two years before" is a number where «за два роки
до того» is a date, and a year may be read as a number in a name. Kinds are therefore
compared across as well, and the vote is one for all of them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from transcheck.comparing import clocks, dates
from transcheck.comparing.clocks import Relation
from transcheck.comparing.clocks import Verdict as DateVerdict
from transcheck.comparing.designations import compare_designations
from transcheck.comparing.measuring import Relation as Units
from transcheck.comparing.measuring import rates, relation, same_sum
from transcheck.comparing.numbers import Verdict, Why, agree
from transcheck.comparing.pairing import Judge, Likeness
from transcheck.comparing.placing import DAYS
from transcheck.facts.dates.values import ClockTime, PartialDate
from transcheck.facts.designations import Designation
from transcheck.facts.exact import size
from transcheck.facts.numbers.records import Form, Quantity
from transcheck.facts.numbers.units import is_money
from transcheck.languages import named
from transcheck.limits import JUDGING_ACROSS, JUDGING_MISTAKABLE, JUDGING_NEAR, JUDGING_UNLIKE_SIZE
from transcheck.model import Comparison, Fact

KINDS = frozenset({"number", "date", "time", "designation"})
"""The kinds of facts that are put to one vote."""

_AGREEING = Verdict.BOUND.rank
"""Rank of the last verdict of quantities that may be the same claim."""
_SOME_DAY, _MID_MONTH = dt.date(2024, 1, 1), 15
_YEARS = range(100, 2200)
_UNITS = {
    "second": "s", "minute": "min", "hour": "h", "day": "d", "week": "w", "month": "m",
    "year": "y", "decade": "D", "century": "C",
}  # fmt: skip
"""Units of quantities as those of distances in time."""
_LOST = frozenset({"day", "month", "quarter", "season"})
"""Components of a date that a mention elsewhere must have, to say no less."""


def judge(comparison: Comparison) -> Judge:
    """Return the judge of an article's facts; when it was published counts for dates."""
    editions = comparison.article.editions
    published = [edition.published for edition in editions]
    languages = [edition.language for edition in editions]
    homes = [named(edition.language).time_zone for edition in editions]
    days = [_days(facts) for facts in comparison.facts]

    def day(n: int, fact: Fact) -> dt.date | None:
        said = days[n].get(fact.segment)
        return said and _placed(said, published[n])

    known = rates(comparison)

    def compare(a: int, left: Fact, b: int, right: Fact) -> Likeness:
        here, there = left.value, right.value
        if isinstance(here, Designation) and isinstance(there, Designation):
            return compare_designations(here, languages[a], there, languages[b])
        if isinstance(here, Quantity):
            if known and isinstance(there, Quantity) and same_sum(here, there, known):
                return _EXCHANGED
            return _with_number(here, there)
        if isinstance(there, Quantity):
            return _with_number(there, here)
        if isinstance(here, PartialDate) and isinstance(there, PartialDate):
            return _chronology(dates.relate(here, there, published[a], published[b]))
        if isinstance(here, ClockTime) and isinstance(there, ClockTime):
            on = day(a, left) or day(b, right) or published[a]
            return _chronology(clocks.relate(here, there, on, (homes[a], homes[b])))
        return _UNLIKE

    return compare


def _days(facts: Iterable[Fact]) -> dict[int, PartialDate]:
    """Return by sentence the first date of it that names a month: the day of its times."""
    found: dict[int, PartialDate] = {}
    for fact in facts:
        if isinstance(fact.value, PartialDate) and fact.value.month is not None:
            found.setdefault(fact.segment, fact.value)
    return found


def _placed(date: PartialDate, published: dt.date | None) -> dt.date | None:
    """Return a day of the year in the month of a date, near enough to tell summer time."""
    year = date.year or (published or _SOME_DAY).year
    try:
        return dt.date(year, date.month or 1, date.day or _MID_MONTH)
    except ValueError:
        return None


_EXCHANGED = Likeness(agrees=True, rank=10.0, converted=True, weak=True)
_UNLIKE = Likeness(agrees=False, rank=JUDGING_ACROSS)


def _with_number(number: Quantity, other: object) -> Likeness:
    if isinstance(other, Quantity):
        return _numbers(number, other)
    if isinstance(other, PartialDate):
        return _number_and_date(number, other)
    return _number_and_time(number, other) if isinstance(other, ClockTime) else _UNLIKE


@lru_cache(maxsize=4096)
def _numbers(left: Quantity, right: Quantity) -> Likeness:
    agreement = agree(left, right)
    verdict = agreement.verdict
    if verdict.rank <= _AGREEING and agreement.why is not Why.MEASURED:
        covers = not (right.vague and not left.vague) and not (right.loose and not left.loose)
        if agreement.why is Why.RANGE and left.ends and right.low in left.ends:
            # "Five years" is one end of "from two to five", and says nothing of the other.
            covers = False
        rank = verdict.rank - agreement.closeness
        weak = left.vague != right.vague or not _of_one_sort(left, right)
        converted = agreement.why is Why.CONVERTED or (
            left.low != right.low and relation(left, right) is Units.CONVERTIBLE
        )
        return Likeness(agrees=True, rank=rank, covers=covers, weak=weak, converted=converted)
    apart = (0 if verdict is Verdict.UNIT else 1) + (0 if left.unit == right.unit else 2)
    far = verdict is Verdict.UNIT or agreement.closeness < JUDGING_NEAR
    rival = _of_one_sort(left, right) and (
        verdict is Verdict.UNIT or _of_one_measure(left, right, agreement.closeness)
    )
    foreign = agreement.closeness < JUDGING_MISTAKABLE and not _of_scales(left, right)
    return Likeness(
        agrees=False, rank=apart - agreement.closeness, rival=rival, far=far, foreign=foreign
    )


def _of_scales(left: Quantity, right: Quantity) -> bool:
    """Return whether two numbers differ by their scale only: a million and a billion."""
    small, large = sorted((size(left.low), size(right.low)))
    return any(large == small * 1000**power for power in range(1, 5))


def _of_one_measure(left: Quantity, right: Quantity, closeness: float) -> bool:
    """Return whether different values may be meant for one: not 15.5 % and 400 million.

    Who mistakes a unit keeps the number; sums of money are given in any currency.
    """
    if (left.form is Form.MULTIPLIER) != (right.form is Form.MULTIPLIER):
        # "Half as much" is no sum.
        return left.unit == right.unit
    if bool(left.units) != bool(right.units):
        return closeness >= JUDGING_UNLIKE_SIZE
    if relation(left, right) is not Units.APART:
        return True
    return is_money(left.units) and is_money(right.units)


def _of_one_sort(left: Quantity, right: Quantity) -> bool:
    """Return whether one number can stand in the place of the other: not the third and three."""
    return (left.form is Form.ORDINAL) == (right.form is Form.ORDINAL)


def _chronology(relation: Relation) -> Likeness:
    order, apart = relation.rank
    return Likeness(
        relation.verdict is not DateVerdict.DIFFERENT,
        10 * order + apart,
        rival=relation.contradicts,
        far=relation.contradicts,
        covers=relation.linked and _LOST.isdisjoint(relation.left_only),
        weak=not relation.linked,
    )


def _number_and_date(number: Quantity, date: PartialDate) -> Likeness:
    """Compare a number with a date: a year as a number, a stretch of time as a date."""
    if date.relative is not None and date.relative.amount is not None:
        unit = _UNITS.get(number.unit)
        if unit is None or date.relative.unit not in DAYS:
            return _UNLIKE
        days = size(date.relative.amount) * DAYS[date.relative.unit]
        agrees = number.low * DAYS[unit] <= days <= number.high * DAYS[unit]
        return Likeness(agrees=agrees, rank=JUDGING_ACROSS, rival=unit == date.relative.unit)
    if date.year is not None and date == PartialDate(year=date.year):
        year = date.year
        plain = not number.units and number.low.denominator == 1 and int(number.low) in _YEARS
        return Likeness(agrees=plain and year in number.readings, rank=JUDGING_ACROSS, rival=plain)
    if date.century is not None or date.day is not None:
        ordinal = date.century if date.century is not None else date.day
        same = number.form is Form.ORDINAL and number.low == ordinal
        return Likeness(agrees=same, rank=JUDGING_ACROSS)
    return _UNLIKE


def _number_and_time(number: Quantity, time: ClockTime) -> Likeness:
    agrees = number.low in {time.hour, time.hour % 12} and not time.minute
    return Likeness(agrees=agrees, rank=JUDGING_ACROSS)
