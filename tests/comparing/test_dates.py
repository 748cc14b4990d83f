"""Comparing dates: what agrees, what entails, what contradicts, and in which component."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.comparing.clocks import Verdict
from transcheck.comparing.dates import agree, relate
from transcheck.facts.dates.values import Anchor, Offset, PartialDate

# A Sunday; the day before is Saturday, 7 December.
SUNDAY = dt.date(2024, 12, 8)
SAME, COMPATIBLE, DIFFERENT = Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT


def rel(amount: float | None, unit: str, anchor: Anchor = "now") -> PartialDate:
    exact = None if amount is None else Fraction(amount)
    return PartialDate(relative=Offset(unit, exact, anchor=anchor))


FULL = PartialDate(2024, 12, 7)
DAY = PartialDate(month=12, day=7)
MONTH = PartialDate(month=12)
YEAR = PartialDate(2024)
SATURDAY = PartialDate(weekday=6)
YESTERDAY = rel(-1, "d")
LAST_YEAR = rel(-1, "y", "")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(FULL, FULL, SAME, id="same-full-date"),
        pytest.param(SATURDAY, SATURDAY, SAME, id="same-weekday"),
        pytest.param(YESTERDAY, YESTERDAY, SAME, id="same-relative"),
        pytest.param(DAY, FULL, COMPATIBLE, id="day-entailed-by-full-date"),
        pytest.param(MONTH, FULL, COMPATIBLE, id="month-entailed-by-full-date"),
        pytest.param(YEAR, FULL, COMPATIBLE, id="year-entailed-by-full-date"),
        pytest.param(rel(0, "w", ""), rel(0, "m", ""), DIFFERENT, id="this-week-and-this-month"),
        pytest.param(rel(0, "d"), rel(0, "w", ""), COMPATIBLE, id="today-is-in-this-week"),
        pytest.param(rel(0, "S", ""), rel(0, "y", ""), COMPATIBLE, id="this-season-of-this-year"),
        pytest.param(rel(-1, "e", ""), SATURDAY, COMPATIBLE, id="saturday-of-the-weekend"),
        pytest.param(rel(-1, "e", ""), PartialDate(weekday=2), DIFFERENT, id="no-weekend-day"),
        pytest.param(
            PartialDate(2013, last_year=2014),
            PartialDate(2014, last_year=2015),
            DIFFERENT,
            id="school-years-that-touch",
        ),
        pytest.param(
            PartialDate(month=4, day=6, part="eve"),
            PartialDate(month=4, day=5, part="night"),
            SAME,
            id="the-night-into-the-sixth",
        ),
        pytest.param(
            PartialDate(month=4, day=6, part="eve"),
            PartialDate(month=4, day=5),
            DIFFERENT,
            id="the-day-before-that-night",
        ),
        pytest.param(
            PartialDate(1814, 2, 25, julian=True),
            PartialDate(1814, 3, 9),
            SAME,
            id="old-and-new-style",
        ),
        pytest.param(
            PartialDate(1814, 2, 25, julian=True),
            PartialDate(1814, 3, 20),
            DIFFERENT,
            id="another-day-in-the-old-style",
        ),
        pytest.param(SATURDAY, FULL, COMPATIBLE, id="full-date-falls-on-weekday"),
        pytest.param(PartialDate(weekday=7), FULL, DIFFERENT, id="full-date-on-another-weekday"),
        pytest.param(SATURDAY, DAY, COMPATIBLE, id="weekday-and-day-without-year"),
        pytest.param(SATURDAY, YESTERDAY, COMPATIBLE, id="weekday-and-yesterday-unknown-today"),
        pytest.param(SATURDAY, YEAR, DIFFERENT, id="weekday-and-year-are-unrelated"),
        pytest.param(YESTERDAY, YEAR, DIFFERENT, id="yesterday-and-year-are-unrelated"),
        pytest.param(LAST_YEAR, YEAR, COMPATIBLE, id="last-year-and-a-year"),
        pytest.param(PartialDate(1965), PartialDate(decade=1960), COMPATIBLE, id="year-in-decade"),
        pytest.param(PartialDate(1975), PartialDate(decade=1960), DIFFERENT, id="year-off-decade"),
        pytest.param(PartialDate(1965), PartialDate(century=20), COMPATIBLE, id="year-in-century"),
        pytest.param(PartialDate(1865), PartialDate(century=20), DIFFERENT, id="year-off-century"),
        pytest.param(PartialDate(1900), PartialDate(century=20), COMPATIBLE, id="1900-both-ways"),
        pytest.param(
            PartialDate(decade=1960), PartialDate(century=20), COMPATIBLE, id="decade-in-century"
        ),
        pytest.param(
            PartialDate(decade=1960), PartialDate(decade=1960, short=True), SAME, id="60-х"
        ),
        pytest.param(
            PartialDate(decade=1920), PartialDate(decade=2020, short=True), SAME, id="20-х-of-1920s"
        ),
        pytest.param(
            PartialDate(decade=1930), PartialDate(decade=1940, short=True), DIFFERENT, id="40-х"
        ),
        pytest.param(PartialDate(2018, last_year=2019), PartialDate(2018), COMPATIBLE, id="season"),
        pytest.param(
            PartialDate(2018, last_year=2019),
            PartialDate(2018, last_year=2019),
            SAME,
            id="season-twice",
        ),
        pytest.param(
            PartialDate(2018, last_year=2019), PartialDate(2020), DIFFERENT, id="another-season"
        ),
        pytest.param(PartialDate(-44), PartialDate(44), DIFFERENT, id="before-and-after-christ"),
        pytest.param(
            PartialDate(2015, season="summer"),
            PartialDate(2015, 7),
            COMPATIBLE,
            id="july-in-summer",
        ),
        pytest.param(
            PartialDate(2015, season="summer"), PartialDate(2015, 1), DIFFERENT, id="january-is-not"
        ),
        pytest.param(
            PartialDate(2023, quarter=2), PartialDate(2023, 5), COMPATIBLE, id="may-in-quarter-2"
        ),
        pytest.param(
            PartialDate(2023, quarter=2), PartialDate(2023, 8), DIFFERENT, id="august-is-not"
        ),
        pytest.param(
            PartialDate(2023, quarter=2),
            PartialDate(2023, half=1),
            COMPATIBLE,
            id="quarter-in-half",
        ),
        pytest.param(
            PartialDate(2023, quarter=3),
            PartialDate(2023, half=1),
            DIFFERENT,
            id="quarter-off-half",
        ),
        pytest.param(
            PartialDate(month=12, day=8, swappable=True),
            PartialDate(month=8, day=12),
            SAME,
            id="12/08-is-12-august",
        ),
        pytest.param(
            PartialDate(month=12, day=8, swappable=True),
            PartialDate(month=12, day=8),
            SAME,
            id="12/08-is-8-december",
        ),
        pytest.param(
            PartialDate(month=12, day=8, swappable=True),
            PartialDate(month=12, day=9),
            DIFFERENT,
            id="12/08-is-not-9-december",
        ),
        pytest.param(
            PartialDate(month=5, day=4),
            PartialDate(month=5, day=3, end=PartialDate(month=5, day=5)),
            COMPATIBLE,
            id="day-in-range",
        ),
        pytest.param(
            PartialDate(month=5, day=6),
            PartialDate(month=5, day=3, end=PartialDate(month=5, day=5)),
            DIFFERENT,
            id="day-off-range",
        ),
        pytest.param(
            PartialDate(weekday=6, part="night"), SATURDAY, COMPATIBLE, id="part-of-day-left-out"
        ),
        pytest.param(
            PartialDate(weekday=1, part="night"),
            PartialDate(weekday=1, part="evening"),
            COMPATIBLE,
            id="monday-night-is-evening",
        ),
        pytest.param(
            PartialDate(weekday=1, part="morning"),
            PartialDate(weekday=1, part="evening"),
            DIFFERENT,
            id="morning-is-not-evening",
        ),
        pytest.param(
            PartialDate(weekday=6, part="eve"),
            PartialDate(weekday=5, part="night"),
            COMPATIBLE,
            id="night-into-saturday-is-friday-night",
        ),
        pytest.param(
            PartialDate(weekday=6, part="eve"),
            PartialDate(weekday=1, part="night"),
            DIFFERENT,
            id="night-into-saturday-is-not-monday-night",
        ),
        pytest.param(
            PartialDate(month=8, phase="early"),
            PartialDate(month=8),
            COMPATIBLE,
            id="early-left-out",
        ),
        pytest.param(
            PartialDate(month=8, phase="early"),
            PartialDate(month=8, phase="late"),
            DIFFERENT,
            id="early-is-not-late",
        ),
        pytest.param(rel(-2, "w"), rel(-14, "d"), COMPATIBLE, id="two-weeks-are-14-days"),
        pytest.param(rel(-2, "w"), rel(-15, "d"), DIFFERENT, id="two-weeks-are-not-15-days"),
        pytest.param(rel(-18, "m"), rel(-1.5, "y"), COMPATIBLE, id="18-months-are-1.5-years"),
        pytest.param(rel(-2, "m"), rel(-8, "w"), COMPATIBLE, id="8-weeks-are-nearly-two-months"),
        pytest.param(rel(-2, "m"), rel(-2, "y"), DIFFERENT, id="months-are-not-years"),
        pytest.param(rel(-2, "m"), rel(-3, "m"), DIFFERENT, id="two-months-are-not-three"),
        pytest.param(rel(-1, "w", ""), rel(0, "w", ""), DIFFERENT, id="last-week-is-not-this-week"),
        pytest.param(rel(-1, "y", ""), rel(-1, "y"), SAME, id="last-year-is-a-year-ago"),
        pytest.param(rel(None, "D"), rel(-30, "y"), COMPATIBLE, id="decades-ago-are-30-years"),
        pytest.param(rel(None, "D"), rel(-3, "y"), DIFFERENT, id="decades-ago-are-not-three-years"),
        pytest.param(rel(None, "y"), rel(None, "y"), SAME, id="years-ago-twice"),
        pytest.param(rel(None, "y"), rel(None, "D"), DIFFERENT, id="years-are-not-decades"),
        pytest.param(
            PartialDate(weekday=5, relative=Offset("o", Fraction(-1))),
            PartialDate(weekday=5, relative=Offset("w", Fraction(-1))),
            COMPATIBLE,
            id="last-friday-is-friday-last-week",
        ),
        pytest.param(
            PartialDate(weekday=5, relative=Offset("o", Fraction(-1))),
            PartialDate(weekday=5, relative=Offset("o", Fraction(1))),
            DIFFERENT,
            id="last-friday-is-not-next-friday",
        ),
        pytest.param(
            PartialDate(weekday=7, relative=Offset("o", Fraction(1))),
            PartialDate(weekday=7),
            COMPATIBLE,
            id="next-left-out",
        ),
    ],
)
def test_without_the_day_of_publication(a: PartialDate, b: PartialDate, expected: Verdict) -> None:
    assert agree(a, b, None) is expected
    assert agree(b, a, None) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(SATURDAY, DAY, COMPATIBLE, id="7-december-2024-is-a-saturday"),
        pytest.param(PartialDate(weekday=4), DAY, DIFFERENT, id="7-december-2024-is-no-thursday"),
        pytest.param(YESTERDAY, SATURDAY, COMPATIBLE, id="yesterday-was-saturday"),
        pytest.param(YESTERDAY, PartialDate(weekday=5), DIFFERENT, id="yesterday-was-not-friday"),
        pytest.param(YESTERDAY, FULL, COMPATIBLE, id="yesterday-was-the-7th"),
        pytest.param(YESTERDAY, PartialDate(2024, 12, 6), DIFFERENT, id="yesterday-not-the-6th"),
        pytest.param(YESTERDAY, DAY, COMPATIBLE, id="yesterday-was-7-december"),
        pytest.param(rel(0, "d"), PartialDate(weekday=7), COMPATIBLE, id="today-is-sunday"),
        pytest.param(rel(-1, "w", ""), SATURDAY, COMPATIBLE, id="last-week-had-a-saturday"),
        pytest.param(
            rel(-1, "w", ""), PartialDate(month=11, day=27), COMPATIBLE, id="last-week-27-november"
        ),
        pytest.param(
            rel(-1, "w", ""), PartialDate(month=11, day=2), DIFFERENT, id="last-week-not-2-november"
        ),
        pytest.param(rel(-2, "m"), PartialDate(month=10), COMPATIBLE, id="two-months-ago-october"),
        pytest.param(rel(-2, "m"), PartialDate(month=6), DIFFERENT, id="two-months-ago-not-june"),
        pytest.param(LAST_YEAR, PartialDate(2023), COMPATIBLE, id="last-year-is-2023"),
        pytest.param(LAST_YEAR, PartialDate(2021), DIFFERENT, id="last-year-is-not-2021"),
        pytest.param(rel(-9, "y"), PartialDate(2015), COMPATIBLE, id="nine-years-ago-2015"),
        pytest.param(rel(-9, "y"), PartialDate(2010), DIFFERENT, id="nine-years-ago-not-2010"),
        pytest.param(
            PartialDate(month=10, relative=Offset("y", Fraction(-1))),
            PartialDate(2023, 10),
            COMPATIBLE,
            id="october-of-last-year",
        ),
        pytest.param(
            PartialDate(month=10, relative=Offset("y", Fraction(-1))),
            PartialDate(2022, 10),
            DIFFERENT,
            id="october-of-last-year-is-not-2022",
        ),
        pytest.param(rel(-1, "e", ""), SATURDAY, COMPATIBLE, id="last-weekend-was-a-saturday"),
        pytest.param(
            rel(-1, "e", ""), PartialDate(weekday=3), DIFFERENT, id="no-weekend-wednesday"
        ),
        pytest.param(
            PartialDate(weekday=6, relative=Offset("o", Fraction(-1))),
            FULL,
            COMPATIBLE,
            id="last-saturday-was-the-7th",
        ),
        pytest.param(YESTERDAY, YEAR, DIFFERENT, id="yesterday-in-2024-says-too-little"),
        pytest.param(
            rel(-1, "d", "then"), PartialDate(weekday=2), COMPATIBLE, id="the-day-before-is-open"
        ),
    ],
)
def test_with_the_day_of_publication(a: PartialDate, b: PartialDate, expected: Verdict) -> None:
    assert agree(a, b, SUNDAY) is expected
    assert agree(b, a, SUNDAY) is expected


def test_each_edition_may_have_its_own_day_of_publication() -> None:
    assert agree(YESTERDAY, SATURDAY, SUNDAY, SUNDAY + dt.timedelta(1)) is COMPATIBLE
    assert agree(YESTERDAY, SATURDAY, SUNDAY + dt.timedelta(1)) is DIFFERENT


@pytest.mark.parametrize(
    ("a", "b", "component"),
    [
        pytest.param(PartialDate(2015), PartialDate(2016), "year", id="year"),
        pytest.param(PartialDate(decade=1960), PartialDate(decade=1970), "decade", id="decade"),
        pytest.param(PartialDate(century=19), PartialDate(century=20), "century", id="century"),
        pytest.param(PartialDate(2024, 8, 7), PartialDate(2024, 4, 7), "month", id="month"),
        pytest.param(PartialDate(2024, 8, 7), PartialDate(2024, 8, 9), "day", id="day"),
        pytest.param(SATURDAY, PartialDate(weekday=7), "weekday", id="weekday"),
        pytest.param(rel(-2, "m"), rel(-3, "m"), "relative", id="distance"),
        pytest.param(
            PartialDate(season="summer"), PartialDate(season="winter"), "season", id="season"
        ),
        pytest.param(PartialDate(quarter=1), PartialDate(quarter=2), "quarter", id="quarter"),
        pytest.param(
            PartialDate(weekday=6, month=12, day=7),
            PartialDate(weekday=5, month=12, day=7),
            "weekday",
            id="weekday-beside-the-same-day",
        ),
    ],
)
def test_the_component_that_differs_is_named(
    a: PartialDate, b: PartialDate, component: str
) -> None:
    relation = relate(a, b, None)
    assert relation.differing == (component,)
    assert relation.contradicts
    assert relation == relate(b, a, None).mirrored()


def test_what_one_edition_leaves_out_is_told() -> None:
    relation = relate(DAY, PartialDate(2024, 12, 7, weekday=6), None)
    assert (relation.left_only, relation.right_only) == ((), ("year", "weekday"))


def test_unrelated_dates_are_different_but_contradict_nothing() -> None:
    relation = relate(SATURDAY, YEAR, None)
    assert relation.verdict is DIFFERENT
    assert not relation.contradicts


def test_counting_from_another_day_is_told() -> None:
    relation = relate(rel(-10, "y"), rel(-10, "y", "then"), None)
    assert relation.verdict is COMPATIBLE
    assert relation.shifted
    assert not relate(rel(-10, "y"), rel(-10, "y"), None).shifted


# Functions, because Hypothesis makes up every field of a record it is given.
def said(**parts: Any) -> PartialDate:
    return PartialDate(**parts)


def offset(unit: str, amount: Fraction | None, anchor: Anchor) -> Offset:
    return Offset(unit, amount, anchor=anchor)


dates = st.one_of(
    st.builds(said, year=st.integers(1, 2100)),
    st.builds(said, month=st.integers(1, 12), day=st.integers(1, 31)),
    st.builds(
        said,
        year=st.integers(1, 2100),
        month=st.integers(1, 12),
        day=st.integers(1, 31),
        weekday=st.none() | st.integers(1, 7),
        short=st.booleans(),
        swappable=st.booleans(),
    ),
    st.builds(said, weekday=st.integers(1, 7), part=st.sampled_from([None, "eve", "night"])),
    st.builds(said, decade=st.integers(100, 209).map(lambda n: n * 10)),
    st.builds(said, century=st.integers(-10, 21).filter(bool)),
    st.builds(
        said,
        relative=st.builds(
            offset,
            st.sampled_from(["s", "min", "h", "d", "w", "m", "y", "e", "o", "q", "D", "C"]),
            st.none() | st.integers(-50, 50).map(Fraction),
            st.sampled_from(["", "now", "then"]),
        ),
        weekday=st.none() | st.integers(1, 7),
    ),
)


@given(dates, dates, st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
def test_any_two_dates_compare_both_ways_alike(
    a: PartialDate, b: PartialDate, published: dt.date | None
) -> None:
    assert agree(a, b, published) is agree(b, a, published)


@given(dates, st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)))
def test_a_date_is_the_same_as_itself(date: PartialDate, published: dt.date | None) -> None:
    assert agree(date, date, published) is SAME
