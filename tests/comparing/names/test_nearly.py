"""Names of several words of the tables with one wrong letter, and what is none."""

from __future__ import annotations

import pytest

from tests.name_stories import story
from transcheck.comparing.names.verdicts import Misspelt, name_votes


def _misspelt(uk: str, en: str, ru: str) -> tuple[Misspelt, ...]:
    return name_votes(story(uk=uk, en=en, ru=ru)).misspelt


@pytest.mark.parametrize(
    ("uk", "en", "ru", "wrong", "meant"),
    [
        pytest.param(
            "Він переїхав до міста Нью-Йорк.", "He moved to the city of New Yurk.",
            "Он переехал в город Нью-Йорк.", "New Yurk", "New York", id="two-words",
        ),
        pytest.param(
            "Уламки впали на місто Кривий Ріг.", "Debris fell on the city of Kryvyi Rih.",
            "Обломки упали на город Кривой Раг.", "Кривой Раг", "Кривой Рог", id="russian",
        ),
        pytest.param(
            "Рейс із міста Тель-авів скасували.", "The flight from Tel Aviv was cancelled.",
            "Рейс из города Тель-авип отменили.", "Тель-авип", "Тель-Авив", id="small-letter",
        ),
        pytest.param(
            "Зустріч у Сан-Францивко перенесли.", "The meeting in San Francisco was put off.",
            "Встречу в Сан-Франциско перенесли.", "Сан-Францивко", "Сан-Франциско", id="ukrainian",
        ),
    ],
)  # fmt: skip
def test_a_wrong_letter_is_found_and_put_right(
    uk: str, en: str, ru: str, wrong: str, meant: str
) -> None:
    (found,) = _misspelt(uk, en, ru)
    assert (found.units[0].text, found.meant, found.blamed) == (wrong, meant, True)


def test_a_case_that_the_table_has_not_is_found_but_not_written() -> None:
    (found,) = _misspelt(
        "Переговори в Тель-Авіві тривали добу.",
        "Talks in Tel Aviv went on for a day.",
        "Переговоры в Тель-Авипе шли сутки.",
    )
    assert (found.units[0].text, found.meant) == ("Тель-Авипе", "")


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(
            "Він жив у Кривому Розі.", "He lived in Kryvyy Rih.",
            "Он жил в Кривом Роге.", id="custom",
        ),
        pytest.param(
            "Послиця в Аддис-Абебі подала у відставку.", "The envoy in Addis Abbaba resigned.",
            "Посланница в Аддис-Абебе подала в отставку.", id="doubled",
            marks=pytest.mark.xfail(reason="told as a wrong letter: nobody writes it", strict=True),
        ),
        pytest.param(
            "Про це повідомило Міністерство оборони.", "The Ministry of Defense said this.",
            "Об этом сообщило Министерство обороны.", id="a-word-of-a-dictionary",
        ),
        pytest.param(
            "Нью-йоркська поліція розшукує водія.", "New York police are looking for the driver.",
            "Нью-йоркская полиция ищет водителя.", id="adjective",
        ),
    ],
)  # fmt: skip
def test_what_is_written_so_rightly_is_silent(uk: str, en: str, ru: str) -> None:
    assert _misspelt(uk, en, ru) == ()
