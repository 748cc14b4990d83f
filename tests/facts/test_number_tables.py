"""The tables of numbers: every row loads, and the three languages cover the same."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from transcheck.facts.numbers.numerals import read
from transcheck.facts.numbers.quantities import read_quantities
from transcheck.facts.numbers.records import Bound
from transcheck.facts.numbers.units import minor_units, unit, unit_words
from transcheck.facts.tokens import normalise, tokenize
from transcheck.languages import LANGUAGES, Language, read_rows

ALL = tuple(LANGUAGES)
SLAVIC = tuple(language for language in ALL if language.script == "Cyrl")
ROLES = {
    "cardinal", "collective", "both", "ordinal", "ordinal-scale", "ordinal-hundred", "seven",
    "scale", "scales", "scale?", "abbreviation", "group", "groups", "group?", "times-hundred",
    "half", "half-of", "decade", "fraction", "fractions", "multiplier", "vague", "couple", "whole",
}  # fmt: skip
CURRENCY = re.compile(r"[A-Z]{3}")


def language_ids(language: Language) -> str:
    return language.code


def forms(language: Language) -> dict[str, tuple[str, Fraction]]:
    return {
        form: (role, Fraction(value))
        for role, value, row in reversed(language.rows("numerals"))
        for form in row.split()
    }


@pytest.mark.parametrize("language", ALL, ids=language_ids)
def test_number_words_are_normalised_and_their_roles_known(language: Language) -> None:
    for form, (role, _) in forms(language).items():
        assert form == normalise(form), form
        assert role in ROLES, form


@pytest.mark.parametrize("language", ALL, ids=language_ids)
def test_every_firm_number_word_is_read_as_its_value(language: Language) -> None:
    firm = {"cardinal", "collective", "ordinal", "scale", "multiplier", "times-hundred"}
    for form, (role, value) in forms(language).items():
        if role in firm:
            (numeral,) = read(tokenize(form), language)
            assert numeral.low == numeral.high == value, form


@pytest.mark.parametrize("language", ALL, ids=language_ids)
def test_cardinals_and_ordinals_are_complete(language: Language) -> None:
    table = forms(language).values()
    wanted = {Fraction(n) for n in (*range(20), *range(20, 100, 10))}
    cardinals = {value for role, value in table if role == "cardinal"}
    ordinals = {value for role, value in table if role in {"ordinal", "seven"}}
    assert cardinals >= wanted
    assert ordinals >= wanted
    assert {v for r, v in table if r == "scale"} >= {10**3, 10**6, 10**9, 10**12}


def test_slavic_tables_cover_the_same_values() -> None:
    first, second = (
        {(role, value) for role, value in forms(language).values() if role != "group"}
        for language in SLAVIC
    )
    only = {
        (role, value)
        for role, value in first ^ second
        if role not in {"seven", "half-of", "multiplier", "vague", "collective"}
    }
    assert not only


@pytest.mark.parametrize("language", ALL, ids=language_ids)
def test_units_are_known(language: Language) -> None:
    known = {row[0] for row in read_rows("units")}
    for codes, *_ in language.rows("unit_words"):
        if codes in {"paradigm", "glued"}:
            continue
        for code in codes.split():
            assert code in known or CURRENCY.fullmatch(code) or code in minor_units(), code


def test_languages_name_the_same_units() -> None:
    codes = [
        {code for row in language.rows("unit_words") for code in row[0].split()}
        - {"paradigm", "glued", "age", "stone", "fortnight"}
        for language in ALL
    ]
    assert codes[0] == codes[1] == codes[2]


@pytest.mark.parametrize("language", ALL, ids=language_ids)
def test_every_unit_word_is_found_behind_a_number(language: Language) -> None:
    glued = unit_words(language).glued
    for codes, cells in (row[:2] for row in language.rows("unit_words")):
        for cell in cells.split(", "):
            if codes in {"paradigm", "glued"} or "+" in cell or cell.lower() in glued:
                continue
            (found,) = read_quantities(f"25 {cell}", language)
            assert set(found.quantity.units) & set(codes.split()), cell


@pytest.mark.parametrize(
    ("value", "code", "base"),
    [
        ("10", "mi", "16093.44"),
        ("6", "ft", "1.8288"),
        ("550", "lb", "249.4758035"),
        ("1", "acre", "4046.8564224"),
        ("100", "mph", "160.9344"),
        ("36", "month", str(3 * 31556952)),
    ],
)
def test_conversion_factors(value: str, code: str, base: str) -> None:
    assert unit(code).base(Fraction(value)) == Fraction(base)


def test_fahrenheit() -> None:
    assert float(unit("°F").base(Fraction(212))) == pytest.approx(100)


def test_signs_of_currencies_name_currencies() -> None:
    for codes, _ in read_rows("currency_symbols"):
        assert all(CURRENCY.fullmatch(code) for code in codes.split())


@pytest.mark.parametrize("language", ALL, ids=language_ids)
def test_hedges_mean_bounds(language: Language) -> None:
    meanings = set()
    for meaning, side, phrases, *_ in language.rows("hedges"):
        assert side in {"before", "after"}
        assert phrases == phrases.lower()
        if meaning not in {"between", "topic", "moving"} and not meaning.startswith("inverted"):
            meanings.add(Bound(meaning.removeprefix("maybe ")))
    assert meanings == set(Bound), "every bound can be said"


@pytest.mark.parametrize("language", ALL, ids=language_ids)
def test_no_hedge_has_two_meanings(language: Language) -> None:
    for side in ("before", "after"):
        phrases = [
            phrase
            for meaning, where, row, *_ in language.rows("hedges")
            if where == side and meaning not in {"between", "topic", "moving", "inverted link"}
            for phrase in row.split("; ")
        ]
        assert len(phrases) == len(set(phrases)), [p for p in phrases if phrases.count(p) > 1]


@pytest.mark.parametrize("language", SLAVIC, ids=language_ids)
def test_every_prefix_of_a_compound_is_read(language: Language) -> None:
    years = {"uk": "річний", "ru": "летний"}[language.code]
    for kind, value, row in language.rows("numeral_compounds"):
        for prefix in row.split():
            if kind == "prefix":
                (numeral,) = read(tokenize(prefix + years), language)
                assert numeral.low == Fraction(value), prefix
