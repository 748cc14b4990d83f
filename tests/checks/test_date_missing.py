"""DAT003: a date that an edition leaves out."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Comparison, Kind, Severity

TRUCE = {
    "uk": "Перемир'я уклали в березні 2020 року.",
    "en": "A truce was agreed in March 2020.",
    "ru": "Перемирие заключили в марте 2020 года.",
}
WITHOUT = {
    "uk": "Перемир'я таки уклали.",
    "en": "A truce was agreed.",
    "ru": "Перемирие все же заключили.",
}


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_the_edition_that_leaves_a_date_out_is_the_suspect(language: str) -> None:
    (found,) = findings("DAT003", story(**TRUCE | {language: WITHOUT[language]}))
    assert found.suspects == (language,)
    assert found.severity is Severity.WARNING
    assert set(said(found)) == set(TRUCE) - {language}
    assert found.text.endswith(f"no such date in {language}")


def test_an_edition_that_alone_has_a_date_is_the_suspect() -> None:
    comparison = story(**WITHOUT | {"en": TRUCE["en"]})
    (found,) = findings("DAT003", comparison)
    assert found.suspects == ("en",)


def test_who_leaves_out_what_two_others_have_is_named_for_weekdays_too() -> None:
    comparison = story(
        uk="У п'ятницю бив грім.", en="There was thunder.", ru="В пятницу гремел гром."
    )
    assert [f.suspects for f in findings("DAT003", comparison)] == [("en",)]


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(story(**TRUCE), id="all-have-it"),
        pytest.param(
            story(kind=Kind.HEADLINE, **TRUCE | {"en": WITHOUT["en"]}), id="in-a-headline"
        ),
        pytest.param(story(score=0.6, **TRUCE | {"en": WITHOUT["en"]}), id="unsure-counterparts"),
        pytest.param(
            story(uk="Тепер нема нічого.", en="Today, there is nothing.", ru="Теперь нет ничего."),
            id="today-for-now",
        ),
        pytest.param(
            story(uk="У 2016 році.", en="In 2016.", ru="В 2016-м."), id="the-same-in-letters"
        ),
    ],
)
def test_near_misses_are_silent(comparison: Comparison) -> None:
    assert alarms(comparison) == []


def test_yesterday_is_missed_where_today_is_not() -> None:
    comparison = story(uk="Учора був дощ.", en="It rained.", ru="Вчера был дождь.")
    assert alarms(comparison) == ["DAT003"]
