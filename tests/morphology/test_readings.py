"""That the dictionaries say of a word what pymorphy3, which they were made for, reads in them."""

from __future__ import annotations

from functools import cache
from typing import Any

import pymorphy3  # type: ignore[import-untyped]
import pytest

from transcheck.morphology import Reading, is_form, readings

WORDS = (
    "міста", "найбільшого", "грунт", "ґрунт", "об'єкт", "повстанці", "якнайшвидше", "де-небудь",
    "города", "наибольшего", "получше", "ежи", "ёжик", "елка", "ёлка", "подъезд", "лучше", "люди",
)  # fmt: skip
UNKNOWN = ("", "растані", "міст0", "мі", "bridge")


@cache
def analyser(language: str) -> Any:
    return pymorphy3.MorphAnalyzer(
        lang=language, units=[pymorphy3.units.DictionaryAnalyzer()], probability_estimator_cls=None
    )


@pytest.mark.parametrize("language", ["uk", "ru"])
@pytest.mark.parametrize("word", [*WORDS, *UNKNOWN])
def test_readings_are_those_of_pymorphy3(language: str, word: str) -> None:
    expected = {Reading(str(p.tag), p.normal_form) for p in analyser(language).parse(word)}
    assert set(readings(word, language)) == expected


@pytest.mark.parametrize(
    ("word", "language", "lemma"), [("елки", "ru", "ёлка"), ("грунту", "uk", "ґрунт")]
)
def test_a_letter_may_stand_for_its_rarer_sister(word: str, language: str, lemma: str) -> None:
    assert lemma in {reading.lemma for reading in readings(word, language)}


def test_a_form_may_have_capitals_and_any_apostrophe() -> None:
    assert is_form("Об’єкт", "uk")
    assert not is_form("Растані", "uk")


def test_a_language_without_a_dictionary_knows_no_word() -> None:
    assert readings("the", "en") == ()
