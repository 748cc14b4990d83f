"""Stretches of time and degrees of frost: quantities that words around them make."""

from __future__ import annotations

from fractions import Fraction

import pytest

from transcheck.facts.numbers.hedges import hedged
from transcheck.facts.numbers.phrases import Phrases
from transcheck.facts.numbers.quantities import read_quantities
from transcheck.facts.numbers.units import unit, unit_words
from transcheck.facts.numbers.unsaid import Course, course, stretch_words
from transcheck.languages import LANGUAGES, named


def quantities(language: str, text: str) -> list[tuple[str, str]]:
    """Return words and values of the quantities of a sentence."""
    return [
        (text[found.start : found.end], str(found.quantity))
        for found in read_quantities(text, named(language))
    ]


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        pytest.param("en", "It closes for a month.", "a month", Course.DURING, id="en-for"),
        pytest.param("en", "It closed a month later.", "a month", Course.AFTER, id="en-later"),
        pytest.param("en", "For a month after that.", "a month", Course.DURING, id="en-both"),
        pytest.param("en", "It closed within a year.", "a year", Course.EITHER, id="en-within"),
        pytest.param("uk", "Закриють через місяць.", "місяць", Course.AFTER, id="uk-через"),
        pytest.param("uk", "Стоятиме протягом року.", "року", Course.DURING, id="uk-протягом"),
        pytest.param("ru", "Закроют спустя неделю.", "неделю", Course.AFTER, id="ru-спустя"),
        pytest.param("ru", "Год спустя он ушел.", "Год", Course.AFTER, id="ru-behind"),
        pytest.param("ru", "Стоял в течение часа.", "часа", Course.DURING, id="ru-в-течение"),
    ],
)
def test_a_unit_of_time_needs_no_number(
    language: str, text: str, words: str, expected: Course
) -> None:
    ((found, value),) = quantities(language, text)
    assert found == words
    assert value.startswith("1 ")
    start = text.index(words)
    assert course(text, start, start + len(words), named(language)) is expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "The month was cold.", id="en-no-article"),
        pytest.param("en", "What a day it was.", id="en-no-preposition"),
        pytest.param("uk", "Місяць був холодний.", id="uk-no-preposition"),
        pytest.param("ru", "Год был холодный.", id="ru-no-preposition"),
        pytest.param("uk", "Через міст не пройти.", id="uk-no-time"),
    ],
)
def test_a_unit_of_time_by_itself_is_no_quantity(language: str, text: str) -> None:
    assert quantities(language, text) == []


@pytest.mark.parametrize("language", LANGUAGES.names())
def test_the_tables_of_stretches_fit_the_units(language: str) -> None:
    words = stretch_words(named(language))
    assert words.units
    for form in words.units:
        units = unit_words(named(language)).behind.named(form)
        assert units is not None
        assert unit(units[0]).dimension == "time"
    rows = named(language).rows("stretches")
    meanings = {(meaning, side) for meaning, side, _ in rows}
    assert {("during", "before"), ("after", "before"), ("after", "behind")} <= meanings
    phrases = [(side, phrase) for _, side, cell in rows for phrase in cell.split("; ")]
    assert len(phrases) == len(set(phrases)), "a phrase that means two things"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "It was 17–19 degrees below zero.", [-17, -19], id="en-range"),
        pytest.param("uk", "Було 17–19 градусів морозу.", [-17, -19], id="uk-range"),
        pytest.param("ru", "Было минус 17–19 градусов.", [-17, -19], id="ru-minus-of-both"),
        pytest.param("ru", "Было 15 градусов мороза.", [-15], id="ru-frost"),
        pytest.param("uk", "Було мінус 15 градусів.", [-15], id="uk-minus"),
        pytest.param("uk", "Було мінус 5 градусів морозу.", [-5], id="uk-said-twice"),
        pytest.param("en", "It was 15 degrees.", [15], id="en-warm"),
        pytest.param("uk", "Було 15 градусів тепла.", [15], id="uk-warm"),
        pytest.param("en", "It was 15 metres below the bridge.", [15], id="en-no-temperature"),
    ],
)
def test_frost_is_below_zero(language: str, text: str, expected: list[int]) -> None:
    found = [found.quantity for found in read_quantities(text, named(language))]
    assert [quantity.low for quantity in found] == [Fraction(value) for value in expected]
    assert all(quantity.readings == (quantity.low,) for quantity in found)


@pytest.mark.parametrize("language", LANGUAGES.names())
def test_the_words_of_frost_are_phrases(language: str) -> None:
    words = named(language).words("frost")
    assert len(words) == len(set(words)) > 1
    assert Phrases([(True, words)]) is not None


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        pytest.param("en", "They raised up to £120 million.", "£120 million",
                     "up to £120 million", id="before"),
        pytest.param("uk", "Зібрали понад 40 тисяч.", "40 тисяч", "понад 40 тисяч", id="uk"),
        pytest.param("ru", "Прошло 20 лет с лишним.", "20 лет", "20 лет с лишним", id="behind"),
        pytest.param("en", "More than the 20 people.", "20", "More than the 20", id="between"),
        pytest.param("en", "There were 20 people.", "20", "20", id="none"),
    ],
)  # fmt: skip
def test_the_words_that_bound_a_number_belong_to_what_is_shown(
    language: str, text: str, words: str, expected: str
) -> None:
    start = text.index(words)
    first, last = hedged(text, start, start + len(words), named(language))
    assert text[first:last] == expected
