"""DAT007: a date that is given a wrong day of the week."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Severity

# The 18th of November 2024 was a Monday.
PASSED = {
    "uk": "Бюджет ухвалили 18 листопада 2024 року.",
    "en": "The budget was passed on 18 November 2024.",
    "ru": "Бюджет приняли 18 ноября 2024 года.",
}
TUESDAY = {
    "uk": "Бюджет ухвалили у вівторок, 18 листопада 2024 року.",
    "en": "The budget was passed on Tuesday, 18 November 2024.",
    "ru": "Бюджет приняли во вторник, 18 ноября 2024 года.",
}
MONDAY = {
    "uk": "Бюджет ухвалили в понеділок, 18 листопада 2024 року.",
    "en": "The budget was passed on Monday, 18 November 2024.",
    "ru": "Бюджет приняли в понедельник, 18 ноября 2024 года.",
}


def test_a_mistake_of_all_editions_is_one_finding_without_a_suspect() -> None:
    (found,) = findings("DAT007", story(**TUESDAY))
    assert found.suspects == ()
    assert found.severity is Severity.ERROR
    assert set(said(found)) == {"uk", "en", "ru"}


def test_an_edition_that_two_others_contradict_is_reported_once() -> None:
    assert alarms(story(**PASSED | {"uk": TUESDAY["uk"]})) == ["DAT001"]


def test_of_two_editions_the_calendar_names_the_wrong_one() -> None:
    (found,) = findings("DAT007", story(uk=TUESDAY["uk"], en=MONDAY["en"]))
    assert found.suspects == ("uk",)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param(dt.date(2024, 11, 20), [Severity.WARNING], id="nearest-year"),
        pytest.param(dt.date(2025, 11, 20), [], id="a-year-in-which-it-fits"),
        pytest.param(None, [], id="unknown"),
    ],
)
def test_without_a_year_it_is_that_of_publication(
    published: dt.date | None, expected: list[Severity]
) -> None:
    texts = {code: text.replace(" 2024 року", "").replace(" 2024 года", "").replace(" 2024", "")
             for code, text in TUESDAY.items()}  # fmt: skip
    comparison = story(published=published, **texts)
    assert [f.severity for f in findings("DAT007", comparison)] == expected


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(MONDAY, id="right"),
        pytest.param(PASSED, id="no-weekday"),
        pytest.param(
            {
                "uk": "У ніч на вівторок, 19 листопада 2024 року.",
                "en": "Overnight into Tuesday, 19 November 2024.",
                "ru": "В ночь на вторник, 19 ноября 2024 года.",
            },
            id="the-night-before",
        ),
        pytest.param(
            {"uk": "31 лютого 2024 року.", "en": "31 February 2024.", "ru": "31 февраля 2024 г."},
            id="no-such-day",
        ),
    ],
)
def test_near_misses_are_silent(texts: dict[str, str]) -> None:
    assert findings("DAT007", story(**texts)) == []
