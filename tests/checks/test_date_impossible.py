"""DAT008: a date that is in no calendar."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Severity

RIGHT = {
    "uk": "Термін минає 30 квітня.",
    "en": "The deadline is April 30.",
    "ru": "Срок истекает 30 апреля.",
}
WRONG = {
    "uk": "Термін минає 31 квітня.",
    "en": "The deadline is April 31.",
    "ru": "Срок истекает 31 апреля.",
}


def test_a_day_that_no_edition_can_mean_is_found_where_all_say_it() -> None:
    (found,) = findings("DAT008", story(**WRONG))
    assert found.severity is Severity.ERROR
    assert found.suspects == ()
    assert said(found) == {"uk": ["31 квітня"], "en": ["April 31"], "ru": ["31 апреля"]}


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_the_edition_that_two_others_contradict_is_reported_once(language: str) -> None:
    assert alarms(story(**RIGHT | {language: WRONG[language]})) == ["DAT001"]


@pytest.mark.parametrize(
    ("uk", "en", "ru", "codes"),
    [
        pytest.param(
            "Це сталося 30 лютого.", "It happened on February 30.", "Это случилось 30 февраля.",
            ["DAT008"], id="february",
        ),
        pytest.param(
            "29 лютого 2023 року.", "29 February 2023.", "29 февраля 2023 года.",
            ["DAT008"], id="common-year",
        ),
        pytest.param(
            "29 лютого 2024 року.", "29 February 2024.", "29 февраля 2024 года.", [],
            id="leap-year",
        ),
        pytest.param("29 лютого.", "February 29.", "29 февраля.", [], id="some-leap-year"),
        pytest.param(
            "29 лютого 1900 року за старим стилем.", "February 29, 1900, old style.",
            "29 февраля 1900 года по старому стилю.", [], id="old-style",
        ),
        pytest.param("31 травня.", "May 31.", "31 мая.", [], id="a-long-month"),
        pytest.param("№ 31/04.", "No. 31/04.", "№ 31/04.", [], id="a-number"),
    ],
)  # fmt: skip
def test_which_days_there_are(uk: str, en: str, ru: str, codes: list[str]) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == codes
