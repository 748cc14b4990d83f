"""Numerals in digits and words: phrases, forms, separators."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from transcheck.facts.numbers.numerals import read
from transcheck.facts.numbers.records import Form, Numeral, Written
from transcheck.facts.tokens import tokenize
from transcheck.languages import named

PHRASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "facts" / "numerals.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def numerals(text: str, language: str) -> tuple[Numeral, ...]:
    return read(tokenize(text), named(language))


def values(text: str, language: str) -> list[float]:
    return [float(numeral.value) for numeral in numerals(text, language)]


@pytest.mark.parametrize(
    "row", PHRASES, ids=lambda row: f"{row['language']}-{row['category']}-{row['text']}"
)
def test_phrase(row: dict[str, str]) -> None:
    assert values(row["text"], row["language"]) == [pytest.approx(float(row["value"]))]


def test_an_apostrophe_at_the_end_of_a_sentence_is_no_ending() -> None:
    assert values("‘About 40'", "en") == [40.0]


SEPARATORS = [
    pytest.param("en", "1,250 men", ["1250"], id="comma-groups-in-english"),
    pytest.param("en", "1,250,000.5", ["2500001/2"], id="groups-and-decimals"),
    pytest.param("en", "1.25", ["5/4"], id="point-is-decimal"),
    pytest.param("en", "1.250", ["5/4", "1250"], id="three-decimals-may-be-a-group"),
    pytest.param("uk", "1 250 000", ["1250000"], id="spaces-group"),
    pytest.param("uk", "1 250", ["1250"], id="narrow-space-groups"),
    pytest.param("uk", "1,5", ["3/2"], id="comma-is-decimal"),
    pytest.param("uk", "1,250", ["5/4", "1250"], id="comma-before-three-digits-is-doubtful"),
    pytest.param("ru", "1.250", ["1250", "5/4"], id="point-before-three-digits-groups"),
    pytest.param("ru", "1.250.000", ["1250000"], id="points-group"),
    pytest.param("ru", "1.250.000,5", ["2500001/2"], id="continental"),
    pytest.param("en", "1'250'000", ["1250000"], id="apostrophes-group"),
    pytest.param("uk", "0,125", ["1/8"], id="nothing-is-grouped-behind-zero"),
    pytest.param("en", ".5 percent", ["1/2"], id="no-whole-part"),
]


@pytest.mark.parametrize(("language", "text", "readings"), SEPARATORS)
def test_separators(language: str, text: str, readings: list[str]) -> None:
    (numeral,) = numerals(text, language)
    assert list(numeral.readings) == [Fraction(reading) for reading in readings]


@pytest.mark.parametrize("text", ["12.12.2024", "192.168.0.1", "2.0.1"])
def test_digits_and_points_that_are_no_number(text: str) -> None:
    assert values(text, "en") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("uk", "2018 100 осіб", [2018, 100], id="four-digits-start-no-group"),
        pytest.param("uk", "55, 60 хвилин", [55, 60], id="comma-and-space-part"),
        pytest.param("en", "between two hundred and three hundred", [200, 300], id="and-joins"),
        pytest.param("en", "two hundred and three men", [203], id="and-is-inside"),
        pytest.param("en", "twenty first-round picks", [20, 1], id="hyphen-binds-tighter"),
        pytest.param("ru", "два-три дня", [2, 3], id="range-in-one-word"),
        pytest.param("uk", "сорок сорок", [40, 40], id="a-new-number-starts"),
        pytest.param("uk", "сто двадцять п'ять", [125], id="hundreds-tens-units"),
        pytest.param("ru", "миллиард двести миллионов тысяча два", [1200001002], id="scales"),
        pytest.param("uk", "3 млрд 400 млн", [3.4e9], id="scales-behind-digits"),
        pytest.param("uk", "1 тис. 250 осіб", [1250], id="rest-of-a-thousand"),
        pytest.param("uk", "сьома тисячами", [7000], id="instrumental-of-seven"),
        pytest.param("en", "1.5 km", [1.5], id="scale-abbreviations-are-whole-words"),
        pytest.param("en", "5 March", [5], id="m-of-march-is-no-million"),
        pytest.param("uk", "дві цілих двадцять п'ять сотих", [2.25], id="hundredths"),
        pytest.param("en", "zero point two five", [0.25], id="digit-by-digit"),
        pytest.param("en", "2 1/2", [2.5], id="mixed-fraction"),
        pytest.param("en", "9/11", [9, 11], id="nine-eleven-is-no-fraction"),
        pytest.param("en", "14½", [14.5], id="vulgar-fraction"),
        pytest.param("en", "Radio 4's programme", [4], id="possessive-is-no-decade"),
        pytest.param("uk", "ХІV", [14], id="roman-in-cyrillic-letters"),
        pytest.param("en", "CD of Mr Li, MI5 and XL", [5], id="acronyms-are-not-roman"),
        pytest.param("uk", "столиця, тривога, однак, подвір'я", [], id="look-like-compounds"),
        pytest.param("ru", "столетие, тренер, требовать, пятница", [], id="look-like-compounds"),
        pytest.param("uk", "півдня, південний, північний", [], id="the-south-is-no-half-day"),
    ],
)
def test_where_numbers_start_and_end(language: str, text: str, expected: list[float]) -> None:
    assert values(text, language) == [pytest.approx(value) for value in expected]


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("uk", "5-та", Form.ORDINAL),
        ("uk", "3-х", Form.CARDINAL),
        ("uk", "90-х", Form.ORDINAL),
        ("uk", "25-ти", Form.CARDINAL),
        ("ru", "5-я", Form.ORDINAL),
        ("en", "5th", Form.ORDINAL),
        ("en", "1990s", Form.DECADE),
        ("uk", "п'ятеро", Form.COLLECTIVE),
        ("uk", "обидва", Form.BOTH),
        ("ru", "дюжина", Form.GROUP),
        ("ru", "24-летний", Form.COMPOUND),
        ("en", "half", Form.FRACTION),
        ("en", "a third of voters", Form.FRACTION),
        ("en", "a third term", Form.ORDINAL),
        ("uk", "десятки тисяч", Form.VAGUE),
        ("uk", "близько тисячі", Form.CARDINAL),
        ("uk", "тисячі людей", Form.VAGUE),
        ("en", "twofold", Form.MULTIPLIER),
        ("en", "XIV", Form.ORDINAL),
    ],
)
def test_form(language: str, text: str, form: Form) -> None:
    assert [numeral.form for numeral in numerals(text, language)] == [form]


def test_places_and_precision_of_a_mixed_numeral() -> None:
    text = "На 1,25 млн більше"
    (numeral,) = numerals(text, "uk")
    assert text[numeral.start : numeral.end] == "1,25 млн"
    assert (numeral.first, numeral.after) == (1, 5)
    assert numeral.written is Written.MIXED
    assert numeral.precision == 10_000
    assert numeral.scale == 1_000_000


def test_a_compound_keeps_its_rest() -> None:
    text = "Її двадцятип’ятирічний син"
    (numeral,) = numerals(text, "uk")
    assert text[numeral.start : numeral.end] == "двадцятип’яти"
    assert numeral.tail == "річний"
    assert text[numeral.start : numeral.tail_end] == "двадцятип’ятирічний"


def test_a_sentence_without_numbers_has_none() -> None:
    assert values("Рятувальники не знайшли слідів шахтарів.", "uk") == []
