"""DAT005: a date that one edition gives less exactly than the others."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, story
from tests.stories import findings
from transcheck.model import Comparison, Kind, Severity

FULL = {
    "uk": "Матч відбудеться в неділю, 8 грудня.",
    "en": "The match will be on Sunday, 8 December.",
    "ru": "Матч состоится в воскресенье, 8 декабря.",
}
NO_WEEKDAY = {
    "uk": "Матч відбудеться 8 грудня.",
    "en": "The match will be on 8 December.",
    "ru": "Матч состоится 8 декабря.",
}


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_a_weekday_that_one_edition_leaves_out(language: str) -> None:
    (found,) = findings("DAT005", story(**FULL | {language: NO_WEEKDAY[language]}))
    assert found.message.template == "weekday"
    assert found.suspects == (language,)
    assert found.severity is Severity.INFO
    assert "without the day of the week" in found.text


@pytest.mark.parametrize(
    ("texts", "template", "suspect"),
    [
        pytest.param(
            ("Наступної неділі.", "Next Sunday.", "В воскресенье."), "relative", "ru", id="next"
        ),
        pytest.param(("8 грудня.", "In December.", "8 декабря."), "day", "en", id="day"),
        pytest.param(
            ("У суботу.", "On Saturday afternoon.", "В субботу днем."), "part", "uk", id="part"
        ),
    ],
)
def test_other_parts_that_one_edition_leaves_out(
    texts: tuple[str, str, str], template: str, suspect: str
) -> None:
    (found,) = findings("DAT005", story(**dict(zip(("uk", "en", "ru"), texts, strict=True))))
    assert (found.message.template, found.suspects) == (template, (suspect,))
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("У середу, 5 березня.", "On Wednesday.", "5 марта."), id="each-its-own"),
        pytest.param(
            ("У середу, 5 березня.", "On Wednesday.", "В среду, 5 марта."), id="as-english-writes"
        ),
        pytest.param(
            ("5 березня вранці.", "On the morning of March 5.", "5 марта."), id="the-part-of-a-day"
        ),
    ],
)
def test_one_event_is_one_finding_and_info_where_the_day_is_clear(
    texts: tuple[str, str, str],
) -> None:
    comparison = story(**dict(zip(("uk", "en", "ru"), texts, strict=True)))
    assert alarms(comparison) == []
    assert len(alarms(comparison, lowest=Severity.INFO)) <= 1


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(story(**FULL), id="all-say-it"),
        pytest.param(story(**NO_WEEKDAY | {"uk": FULL["uk"]}), id="one-alone-says-it"),
        pytest.param(
            story(uk="8 грудня 2024 року.", en="8 December 2024.", ru="8 декабря."), id="the-year"
        ),
        pytest.param(story(uk="Цієї п'ятниці.", en="This Friday.", ru="В пятницу."), id="this"),
        pytest.param(story(uk="На початку червня.", en="In early June.", ru="В июне."), id="early"),
    ],
)
def test_near_misses_are_silent(comparison: Comparison) -> None:
    assert alarms(comparison, lowest=Severity.INFO) == []


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(story(uk=FULL["uk"], en=NO_WEEKDAY["en"]), id="two-editions"),
        pytest.param(story(score=0.6, **FULL | {"en": NO_WEEKDAY["en"]}), id="unsure-counterparts"),
        pytest.param(story(kind=Kind.HEADLINE, **FULL | {"en": NO_WEEKDAY["en"]}), id="headline"),
    ],
)
def test_where_nothing_decides_it_is_info(comparison: Comparison) -> None:
    assert [f.severity for f in findings("DAT005", comparison)] == [Severity.INFO]
