"""NUM004: the same number of something else."""

from __future__ import annotations

import pytest

from tests.fact_stories import alarms, said, story
from tests.stories import findings
from transcheck.model import Severity


@pytest.mark.parametrize(
    ("uk", "en", "ru", "suspect"),
    [
        pytest.param(
            "На 1,2 відсоткового пункту.", "By 1.2 percent.", "На 1,2 п. п.", "en", id="points"
        ),
        pytest.param("15 млрд доларів.", "$15 billion.", "15 млрд евро.", "ru", id="currency"),
        pytest.param("За 160 км.", "160 miles away.", "В 160 км.", "en", id="miles-not-converted"),
        pytest.param("9 МВт.", "9 GW.", "9 ГВт.", "uk", id="scale-of-a-unit"),
        pytest.param("28 м/с.", "28 km/h.", "28 м/с.", "en", id="speed"),
    ],
)
def test_the_edition_with_another_unit_is_the_suspect(
    uk: str, en: str, ru: str, suspect: str
) -> None:
    comparison = story(uk=uk, en=en, ru=ru)
    assert len(alarms(comparison)) == 1
    found = next(f for code in ("NUM004", "NUM001") for f in findings(code, comparison))
    assert found.suspects == (suspect,)
    assert found.severity is Severity.ERROR
    assert set(said(found)) == {"uk", "en", "ru"}


def test_the_same_number_of_something_else_has_its_own_code() -> None:
    comparison = story(uk="15 млрд доларів.", en="$15 billion.", ru="15 млрд евро.")
    assert alarms(comparison) == ["NUM004"]


def test_another_number_of_something_else_is_another_number() -> None:
    comparison = story(uk="15 млрд доларів.", en="$15 billion.", ru="18 млрд евро.")
    assert alarms(comparison) == ["NUM001"]


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        pytest.param("500 доларів.", "$500.", "500 долл. США.", id="the-same-currency"),
        pytest.param("4 в. п.", "4 percentage points.", "4 процентных пункта.", id="points"),
        pytest.param("16 км.", "10 miles.", "16 км.", id="converted"),
        pytest.param("За рік.", "In 12 months.", "За год.", id="year-and-months"),
        pytest.param("Їм 24 роки.", "They are 24.", "Им 24 года.", id="a-unit-left-out"),
        pytest.param("5 фунтів.", "£5.", "5 фунтов стерлингов.", id="pounds"),
    ],
)
def test_the_same_unit_in_other_words_is_silent(uk: str, en: str, ru: str) -> None:
    assert alarms(story(uk=uk, en=en, ru=ru)) == []
