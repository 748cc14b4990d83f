"""Comparing clock times: twelve and twenty-four hours, time zones, summer time."""

from __future__ import annotations

import datetime as dt

import pytest

from transcheck.comparing.clocks import Verdict, agree, relate
from transcheck.facts.dates.values import ClockTime

WINTER, SUMMER = dt.date(2024, 12, 8), dt.date(2024, 7, 8)
# London and Kyiv change clocks on the same days, America weeks earlier.
BETWEEN_CHANGES = dt.date(2024, 3, 20)
KYIV, MOSCOW = "Europe/Kyiv", "Europe/Moscow"
SAME, COMPATIBLE, DIFFERENT = Verdict.SAME, Verdict.COMPATIBLE, Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b", "published", "expected"),
    [
        pytest.param(ClockTime(14, 30), ClockTime(14, 30), None, SAME, id="same"),
        pytest.param(ClockTime(14, 30), ClockTime(14, 20), None, DIFFERENT, id="minutes"),
        pytest.param(ClockTime(2, 30), ClockTime(14, 30), None, DIFFERENT, id="am-is-not-pm"),
        pytest.param(
            ClockTime(2, 30, twelve=True), ClockTime(14, 30), None, COMPATIBLE, id="half-past-two"
        ),
        pytest.param(
            ClockTime(2, 30, twelve=True), ClockTime(2, 30), None, COMPATIBLE, id="or-at-night"
        ),
        pytest.param(
            ClockTime(2, 30, twelve=True),
            ClockTime(2, 30, twelve=True),
            None,
            SAME,
            id="both-leave-it-open",
        ),
        pytest.param(
            ClockTime(2, 30, twelve=True), ClockTime(15, 30), None, DIFFERENT, id="not-half-past-3"
        ),
        pytest.param(ClockTime(12), ClockTime(0), None, DIFFERENT, id="noon-is-not-midnight"),
        pytest.param(
            ClockTime(14, zone="GMT"), ClockTime(16, zone=KYIV), WINTER, COMPATIBLE, id="winter"
        ),
        pytest.param(
            ClockTime(14, zone="GMT"), ClockTime(17, zone=KYIV), SUMMER, COMPATIBLE, id="summer"
        ),
        pytest.param(
            ClockTime(14, zone="GMT"), ClockTime(17, zone=KYIV), WINTER, DIFFERENT, id="not-winter"
        ),
        pytest.param(
            ClockTime(14, zone="GMT"), ClockTime(16, zone=KYIV), None, COMPATIBLE, id="unknown-2h"
        ),
        pytest.param(
            ClockTime(14, zone="GMT"), ClockTime(17, zone=KYIV), None, COMPATIBLE, id="unknown-3h"
        ),
        pytest.param(
            ClockTime(14, zone="GMT"), ClockTime(18, zone=KYIV), None, DIFFERENT, id="unknown-4h"
        ),
        pytest.param(
            ClockTime(17, zone="GMT"), ClockTime(20, zone=MOSCOW), SUMMER, COMPATIBLE, id="moscow"
        ),
        pytest.param(
            ClockTime(20, zone="ET"),
            ClockTime(3, zone=KYIV),
            WINTER,
            COMPATIBLE,
            id="over-midnight",
        ),
        pytest.param(
            ClockTime(20, zone="ET"),
            ClockTime(2, zone=KYIV),
            BETWEEN_CHANGES,
            COMPATIBLE,
            id="between-the-changes-of-the-clocks",
        ),
        pytest.param(
            ClockTime(10, 15, zone="BST"),
            ClockTime(10, 15, zone="local"),
            SUMMER,
            COMPATIBLE,
            id="local-time-may-be-any-zone",
        ),
        pytest.param(
            ClockTime(10, 15, zone="BST"), ClockTime(10, 15), SUMMER, COMPATIBLE, id="zone-left-out"
        ),
        pytest.param(
            ClockTime(10, 15, zone="BST"),
            ClockTime(9, 15),
            SUMMER,
            DIFFERENT,
            id="zone-not-guessed",
        ),
    ],
)
def test_clock_times(
    a: ClockTime, b: ClockTime, published: dt.date | None, expected: Verdict
) -> None:
    assert agree(a, b, published) is expected
    assert agree(b, a, published) is expected


def test_what_differs_and_what_is_left_out_is_told() -> None:
    assert relate(ClockTime(10), ClockTime(11), None).differing == ("time",)
    zones = relate(ClockTime(10, zone="GMT"), ClockTime(10, zone=KYIV), WINTER)
    assert zones.differing == ("zone",)
    left_out = relate(ClockTime(10, zone="GMT"), ClockTime(10), None)
    assert (left_out.left_only, left_out.right_only) == (("zone",), ())
    assert not left_out.contradicts


READERS = ("Europe/Kyiv", "")
WINTER, SUMMER = dt.date(2025, 1, 10), dt.date(2025, 7, 10)


@pytest.mark.parametrize(
    ("hour", "other", "day", "verdict"),
    [
        pytest.param(19, ClockTime(17, zone="GMT"), WINTER, Verdict.COMPATIBLE, id="winter"),
        pytest.param(19, ClockTime(16, zone="GMT"), SUMMER, Verdict.COMPATIBLE, id="summer"),
        pytest.param(19, ClockTime(17, zone="GMT"), SUMMER, Verdict.DIFFERENT, id="off-by-one"),
        pytest.param(22, ClockTime(22, zone="CEST"), SUMMER, Verdict.DIFFERENT, id="not-converted"),
        pytest.param(2, ClockTime(2, zone="BST"), SUMMER, Verdict.COMPATIBLE, id="clock-of-london"),
        pytest.param(2, ClockTime(2), SUMMER, Verdict.SAME, id="no-zone-at-all"),
        pytest.param(2, ClockTime(2, zone="local"), SUMMER, Verdict.COMPATIBLE, id="local-time"),
    ],
)
def test_a_time_without_a_zone_is_that_of_its_readers(
    hour: int, other: ClockTime, day: dt.date, verdict: Verdict
) -> None:
    assert agree(ClockTime(hour), other, day, READERS) is verdict
