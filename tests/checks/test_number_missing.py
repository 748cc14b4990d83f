"""NUM002: a number that one edition leaves out, or alone has."""

from __future__ import annotations

import pytest

from tests.fact_stories import said, story
from tests.stories import findings
from transcheck.model import Comparison, Kind, Severity

KILLED = {
    "uk": "Міст обстріляли, загинули 12 людей.",
    "en": "The bridge was shelled, and 12 people were killed.",
    "ru": "Мост обстреляли, погибли 12 человек.",
}
WITHOUT = {
    "uk": "Міст обстріляли, загинули люди.",
    "en": "The bridge was shelled, and people were killed.",
    "ru": "Мост обстреляли, погибли люди.",
}


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_the_edition_that_leaves_a_number_out_is_the_suspect(language: str) -> None:
    (found,) = findings("NUM002", story(**KILLED | {language: WITHOUT[language]}))
    assert found.suspects == (language,)
    assert found.severity is Severity.WARNING
    assert set(said(found)) == set(KILLED) - {language}
    assert found.text.endswith(f"no such number in {language}")


@pytest.mark.parametrize("language", ["uk", "en", "ru"])
def test_the_edition_that_alone_has_a_number_is_the_suspect(language: str) -> None:
    (found,) = findings("NUM002", story(**WITHOUT | {language: KILLED[language]}))
    assert found.suspects == (language,)
    assert said(found) == {language: ["12"]}


@pytest.mark.parametrize(
    "comparison",
    [
        pytest.param(story(**KILLED), id="all-have-it"),
        pytest.param(story(**KILLED | {"en": "The bridge… A dozen died."}), id="a-dozen"),
        pytest.param(
            story(kind=Kind.HEADLINE, **KILLED | {"en": WITHOUT["en"]}), id="in-a-headline"
        ),
        pytest.param(story(score=0.6, **KILLED | {"en": WITHOUT["en"]}), id="unsure-counterparts"),
        pytest.param(
            story(uk="Прийшли двоє.", en="They came.", ru="Пришли двое."), id="small-count"
        ),
        pytest.param(
            story(uk="Обидва брати.", en="The brothers.", ru="Оба брата."), id="both-goes-unsaid"
        ),
        pytest.param(
            story(uk="Уперше.", en="For the first time.", ru="Впервые."), id="first-goes-unsaid"
        ),
        pytest.param(
            story(uk="Було кілька куль.", en="There were bullets.", ru="Было несколько пуль."),
            id="several-goes-unsaid",
        ),
        pytest.param(
            story(uk="Десятки людей.", en="People.", ru="Десятки людей."), id="sizes-go-unsaid"
        ),
    ],
)
def test_near_misses_are_silent(comparison: Comparison) -> None:
    assert findings("NUM002", comparison) == []


def test_a_small_number_with_a_unit_is_missed() -> None:
    comparison = story(uk="Дали 2 млн грн.", en="They gave money.", ru="Дали 2 млн грн.")
    assert [f.suspects for f in findings("NUM002", comparison)] == [("en",)]
