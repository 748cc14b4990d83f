"""What may stand for a date or a number that an edition seems to leave out."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, story
from transcheck.languages import LANGUAGES


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(
            "Минулої зими тут замерзали.",
            "People froze here in winter clothes.",
            "Прошлой зимой здесь замерзали.",
            id="a-season-as-an-adjective",
        ),
        pytest.param(
            "У п'ятницю грали кожного тижня.",
            "It was played in Friday-night leagues.",
            "В пятницу играли каждую неделю.",
            id="a-weekday-in-a-compound",
        ),
        pytest.param(
            "Опівдні пролунав сигнал.",
            "The midday signal was given.",
            "В обеденное время прозвучал сигнал.",
            id="noon-as-an-adjective",
        ),
        pytest.param(
            "Цього року врожай кращий.",
            "The annual harvest is better.",
            "В этом году урожай лучше.",
            id="a-year-as-an-adjective",
        ),
    ],
)
def test_a_word_of_the_same_root_is_no_absence(uk: str, en: str, ru: str) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == []


def test_a_root_in_the_sentence_beside_is_no_absence() -> None:
    comparison = story(
        uk=["У травні тут сіють.", "Потім ідуть дощі."],
        en=["They sow here.", "The May rains come later."],
        ru=["В мае здесь сеют.", "Потом идут дожди."],
    )
    assert alarms(comparison) == []


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(
            "У п'ятницю і в суботу йшов дощ.",
            "It rained on Saturday.",
            "В пятницу и в субботу шел дождь.",
            id="what-was-read-is-something-else",
        ),
        pytest.param(
            "Узимку тут замерзали.", "People froze here.", "Зимой здесь замерзали.", id="no-root"
        ),
        pytest.param(
            "У травні тут сіють.",
            "They may sow here.",
            "В мае здесь сеют.",
            id="a-verb-without-a-capital",
        ),
    ],
)
def test_nothing_that_could_be_it_is_an_absence(uk: str, en: str, ru: str) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == ["DAT003"]


def test_a_root_of_another_kind_is_no_number() -> None:
    comparison = story(
        uk="Три роки тривала війна, рік за роком.",
        en="The war lasted, year by year.",
        ru="Три года длилась война, год за годом.",
    )
    assert alarms(comparison) == ["NUM002"]


def test_the_languages_know_the_same_meanings() -> None:
    rows = [language.rows("roots") for language in LANGUAGES]
    assert len({frozenset(row[:2] for row in own) for own in rows}) == 1


@pytest.mark.parametrize(
    "stamps",
    [
        pytest.param(("17.10.2025 09:15", "17.10.2025 10:02", "17.10.2025 09:40"), id="digits"),
        pytest.param(
            ("13:07, 14 лютого 2026", "Published: February 15, 2026, 1:20 p.m.",
             "14.02.2026 | 13:15 | Автор: Людмила Гайдук"),
            id="words",
        ),
    ],
)  # fmt: skip
def test_each_edition_has_its_own_stamp(stamps: tuple[str, str, str]) -> None:
    editions = dict(zip(("uk", "en", "ru"), stamps, strict=True))
    assert alarms(story(**{code: ["Заголовок", text] for code, text in editions.items()})) == []


def test_a_sentence_near_the_top_is_no_stamp() -> None:
    comparison = story(
        uk="Почнуть 14 лютого 2026 року о 13:15.",
        en="It starts on 14 February 2026 at 13:15.",
        ru="Начнут 14 февраля 2026 года в 13:07.",
    )
    assert alarms(comparison) == ["DAT002"]


@pytest.mark.parametrize(
    ("uk", "en", "ru", "codes"),
    [
        pytest.param(
            "Народився 9 березня (25 лютого) 1814 року.", "He was born on March 9, 1814.",
            "Родился 9 марта (25 февраля) 1814 года.", [], id="one-gives-the-new-style-only",
        ),
        pytest.param(
            "Народився 25 лютого 1814 року за старим стилем.", "He was born on March 9, 1814.",
            "Родился 25 февраля 1814 года по старому стилю.", [], id="each-by-another-calendar",
        ),
        pytest.param(
            "Народився 9 березня (25 лютого) 1814 року.", "He was born on March 9, 1814.",
            "Родился 9 марта (24 января) 1814 года.", ["DAT001"], id="the-old-style-differs",
        ),
        pytest.param(
            "З 9 березня до 20 лютого.", "Since March 9.", "С 9 марта до 20 февраля.",
            ["DAT003"], id="another-day",
        ),
    ],
)  # fmt: skip
def test_a_day_by_the_other_calendar_is_no_absence(
    uk: str, en: str, ru: str, codes: list[str]
) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == codes
