"""DAT001: a date that differs between editions."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Comparison, Severity

OFFENSIVE = {
    "uk": "Наступ почався 27 листопада.",
    "en": "The offensive began on 27 November.",
    "ru": "Наступление началось 27 ноября.",
}
SUNDAY = dt.date(2024, 12, 8)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("en", "The offensive began on 29 November.", "29 November", id="day"),
        pytest.param("uk", "Наступ почався 27 жовтня.", "27 жовтня", id="month"),
        pytest.param("ru", "Наступление началось 26 ноября.", "26 ноября", id="ru-day"),
    ],
)
def test_the_edition_with_another_date_is_the_suspect(language: str, text: str, words: str) -> None:
    (found,) = findings("DAT001", story(**OFFENSIVE | {language: text}))
    assert found.suspects == (language,)
    assert found.severity is Severity.ERROR
    assert said(found)[language] == [words]
    assert set(said(found)) == {"uk", "en", "ru"}


@pytest.mark.parametrize(
    ("uk", "en", "ru", "suspect"),
    [
        pytest.param("У 2015 році.", "In 2016.", "В 2016 году.", "uk", id="year"),
        pytest.param("У суботу.", "On Sunday.", "В субботу.", "en", id="weekday"),
        pytest.param("Цього тижня.", "Last week.", "На прошлой неделе.", "uk", id="week"),
        pytest.param("П'ять років тому.", "Five years ago.", "Семь лет назад.", "ru", id="ago"),
        pytest.param("У 1960-х.", "In the 1970s.", "В 1960-х.", "en", id="decade"),
        pytest.param("У XX столітті.", "In the 19th century.", "В XX веке.", "en", id="century"),
        pytest.param("Навесні 2024-го.", "In autumn 2024.", "Весной 2024-го.", "en", id="season"),
    ],
)
def test_every_part_of_a_date_counts(uk: str, en: str, ru: str, suspect: str) -> None:
    (found,) = findings("DAT001", story(uk=uk, en=en, ru=ru))
    assert found.suspects == (suspect,)


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param("8 грудня 2024 року.", "On 8 December.", "8 декабря 2024-го.", id="less"),
        pytest.param("24 лютого 2022.", "Feb. 24, 2022.", "24.02.2022.", id="forms"),
        pytest.param("У 60-х роках.", "In the 1960s.", "В 60-е годы.", id="decade"),
        pytest.param("Торік.", "Last year.", "В прошлом году.", id="last-year"),
        pytest.param("Два місяці тому.", "Two months ago.", "Два месяца назад.", id="distance"),
        pytest.param("Через 12 років.", "12 years later.", "Спустя 12 лет.", id="later"),
    ],
)
def test_the_same_date_in_another_form_is_silent(uk: str, en: str, ru: str) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == []


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        pytest.param(SUNDAY, [], id="the-day-it-fell-on"),
        pytest.param(dt.date(2025, 12, 8), ["DAT001"], id="another-day-that-year"),
        pytest.param(None, [], id="year-unknown"),
    ],
)
def test_a_weekday_is_held_against_the_date_where_publication_is_known(
    published: dt.date | None, expected: list[str]
) -> None:
    comparison = story(
        published=published, uk="Це було 7 грудня.", en="It was Saturday.", ru="Это было 7 декабря."
    )
    assert alarms(comparison) == expected


def test_a_date_that_reads_as_a_number_elsewhere_is_compared_all_the_same() -> None:
    comparison = story(
        uk="Квитки на олімпіаду 2012.", en="Tickets for London 2011.", ru="Билеты на «Лондон 2012»."
    )
    (found,) = findings("DAT001", comparison)
    assert found.suspects == ("en",)
    assert alarms(comparison) == ["DAT001"]


AGO = {
    "uk": "Десять років до того будинок згорів.",
    "en": "Ten years earlier the house burned down.",
    "ru": "Десятью годами ранее дом сгорел.",
}
FROM_TODAY = {
    "uk": "Десять років тому будинок згорів.",
    "en": "Ten years ago the house burned down.",
    "ru": "Десять лет назад дом сгорел.",
}


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_one_edition_that_counts_from_today_is_warned_of(language: str) -> None:
    (found,) = findings("DAT001", story(**AGO | {language: FROM_TODAY[language]}))
    assert found.suspects == (language,)
    assert found.severity is Severity.WARNING
    assert found.message.template == "counted"


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(story(**FROM_TODAY | {"ru": AGO["ru"]}), id="earlier-for-ago"),
        pytest.param(story(uk=AGO["uk"], ru=FROM_TODAY["ru"]), id="two-editions"),
        pytest.param(story(score=0.6, **AGO | {"ru": FROM_TODAY["ru"]}), id="unsure-counterparts"),
    ],
)
def test_otherwise_counting_from_another_day_is_info(comparison: Comparison) -> None:
    assert [f.severity for f in findings("DAT001", comparison)] == [Severity.INFO]


def test_where_counterparts_are_unsure_it_is_a_warning() -> None:
    comparison = story(score=0.6, uk="У 2015 році.", en="In 2016.", ru="В 2016 году.")
    assert [f.severity for f in findings("DAT001", comparison)] == [Severity.WARNING]


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_a_date_in_brackets_behind_its_weekday_is_one_date(language: str) -> None:
    right = {
        "uk": "У суботу (29 вересня) вони зустрілися в місті.",
        "en": "On Saturday (September 29) they met in the city.",
        "ru": "В субботу, 29-го сентября, они встретились в городе.",
    }
    assert alarms(story(**right)) == []
    for month in (("вересня", "березня"), ("September", "March"), ("сентября", "марта")):
        wrong = right | {language: right[language].replace(*month)}
        if wrong != right:
            (found,) = findings("DAT001", story(**wrong))
            assert found.suspects == (language,)
