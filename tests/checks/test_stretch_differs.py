"""DAT006: how long it lasted, or after how long it came."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Severity

CLOSED = {
    "uk": "Завод закриють на три місяці.",
    "en": "The plant will be closed for three months.",
    "ru": "Завод закроют в течение трех месяцев.",
}


@pytest.mark.parametrize(
    ("uk", "en", "ru", "suspect"),
    [
        pytest.param(
            "Через три години бій ущух.", "They fought for three hours.",
            "В течение трех часов шел бой.", "uk", id="uk-after",
        ),
        pytest.param(
            "Упродовж місяця завод стоятиме.", "The plant stops a month later.",
            "В течение месяца завод будет стоять.", "en", id="en-after",
        ),
        pytest.param(
            "Через рік він пішов.", "A year later he left.", "В течение года он уходил.", "ru",
            id="ru-during",
        ),
    ],
)  # fmt: skip
def test_the_edition_that_says_it_otherwise_is_the_suspect(
    uk: str, en: str, ru: str, suspect: str
) -> None:
    (found,) = findings("DAT006", story(uk=uk, en=en, ru=ru))
    assert found.suspects == (suspect,)
    assert found.severity is Severity.WARNING
    assert set(said(found)) == {"uk", "en", "ru"}


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param(CLOSED["uk"], CLOSED["en"], CLOSED["ru"], id="words-that-mean-both"),
        pytest.param("Через рік.", "A year later.", "Год спустя.", id="all-after"),
        pytest.param("Протягом року.", "For a year.", "В течение года.", id="all-during"),
        pytest.param("За місяць.", "Within a month.", "Через месяц.", id="either"),
        pytest.param("Через 12 км.", "For 12 km.", "Спустя 12 км.", id="no-time"),
    ],
)
def test_near_misses_are_silent(uk: str, en: str, ru: str) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru), lowest=Severity.INFO) == []


def test_with_two_editions_it_is_info_and_blames_nobody() -> None:
    comparison = story(uk="Через три години бій ущух.", en="They fought for three hours.")
    (found,) = findings("DAT006", comparison)
    assert (found.severity, found.suspects) == (Severity.INFO, ())
