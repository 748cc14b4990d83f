"""Entries of lists whose examples can be made up: each is read in a sentence of its own."""

from __future__ import annotations

import pytest

from tests.fact_stories import facts_of
from tests.stories import edition
from transcheck.facts.chronology.values import ClockTime
from transcheck.facts.numerals import Form
from transcheck.facts.quantities import Quantity
from transcheck.languages import LANGUAGES

ZONES = [
    (language.code, key, phrase)
    for language in LANGUAGES
    for kind, key, phrases in language.rows("calendar")
    if kind == "zone"
    for phrase in phrases.split(", ")
]
GRAMMAR = [
    (language.code, role, phrase)
    for language in LANGUAGES
    for role, phrase in language.rows("numeral_grammar")
    if role in {"once", "year of life"}
]


@pytest.mark.parametrize(("code", "key", "phrase"), ZONES)
def test_a_zone_is_read_behind_a_time(code: str, key: str, phrase: str) -> None:
    (fact,) = facts_of(edition(code, f"18:15 {phrase}."))
    assert isinstance(fact.value, ClockTime)
    assert (fact.value.hour, fact.value.minute, fact.value.zone) == (18, 15, key)


@pytest.mark.parametrize(("code", "role", "phrase"), GRAMMAR)
def test_once_is_one_and_a_year_of_life_one_more(code: str, role: str, phrase: str) -> None:
    text = phrase if role == "once" else f"{'На 87-му' if code == 'uk' else 'На 87-м'} {phrase}"
    (fact,) = facts_of(edition(code, f"… {text}."))
    assert isinstance(fact.value, Quantity)
    expected = (
        (1, ("times",), Form.MULTIPLIER) if role == "once" else (86, ("year",), Form.CARDINAL)
    )
    assert (fact.value.low, fact.value.units, fact.value.form) == expected
