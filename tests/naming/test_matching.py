"""Names across the three languages: the pairs listed by hand, and what must stay apart."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.naming.distance import Verdict, distance, verdict
from transcheck.naming.matching import match, surprise_of_names, words_of

ROWS = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "facts" / "names.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
LANGUAGES = ("en", "uk", "ru")


def unmatched(relation: str) -> list[tuple[str, str]]:
    return [
        (row[a], row[b])
        for row in ROWS
        if row["relation"] == relation
        for a, b in combinations(LANGUAGES, 2)
        if match(row[a], a, row[b], b) is not Verdict.SAME
    ]


def test_transcribed_names_match_in_any_case() -> None:
    assert len(unmatched("same")) <= 8, unmatched("same")


def test_names_of_the_tables_match() -> None:
    assert unmatched("same-by-table") == []


def test_names_that_are_nearly_alike_do_not_match() -> None:
    wrong = [
        (row["left"], row["right"])
        for row in ROWS
        if row["relation"] == "different"
        and match(row["left"], "en", row["right"], "uk") is Verdict.SAME
    ]
    assert len(wrong) <= 2, wrong


def test_other_names_do_not_match() -> None:
    rows = [row for row in ROWS if row["relation"] == "same"]
    alike = {"Rastan": "Rustan", "Kyiv": "Kiev", "Naim Qassem": "Naim Kassem"}
    alike |= {"Volodymyr Zelensky": "Volodymyr Zelenskyy"}
    wrong = [
        (one["en"], two["uk"])
        for one, two in combinations(rows, 2)
        if alike.get(one["en"]) != two["en"]
        and match(one["en"], "en", two["uk"], "uk") is Verdict.SAME
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(("Zelensky", "en"), ("Володимира Зеленського", "uk"), id="surname-only"),
        pytest.param(("Mykola Azarov", "en"), ("Николая Азарова", "ru"), id="name-by-custom"),
        pytest.param(("Alexander", "en"), ("Олександром", "uk"), id="given-name-by-custom"),
        pytest.param(("Syrian", "en"), ("Сирії", "uk"), id="adjective-of-a-country"),
        pytest.param(("Київ", "uk"), ("Kiev", "en"), id="exonym"),
        pytest.param(("Lawrence of Arabia", "en"), ("Lawrence Arabia", "en"), id="particle"),
    ],
)
def test_one_name_in_two_forms(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert match(*one, *two) is Verdict.SAME
    assert match(*two, *one) is Verdict.SAME


@pytest.mark.parametrize(
    ("right", "wrong", "other"),
    [
        pytest.param(("Rastan", "en"), ("Rustan", "en"), ("Растані", "uk"), id="vowel-en"),
        pytest.param(("Homs", "en"), ("Hems", "en"), ("Хомсе", "ru"), id="short-en"),
        pytest.param(("Хомс", "uk"), ("Хамс", "uk"), ("Homs", "en"), id="vowel-uk"),
        pytest.param(("Хомса", "ru"), ("Химса", "ru"), ("Хомсом", "uk"), id="cyrillic-pair"),
        pytest.param(("Джулані", "uk"), ("Джурані", "uk"), ("Jolani", "en"), id="consonant-uk"),
        pytest.param(("Thomas", "en"), ("Thimas", "en"), ("Томаса", "ru"), id="vowel-digraph"),
    ],
)
def test_a_wrong_letter_is_farther(
    right: tuple[str, str], wrong: tuple[str, str], other: tuple[str, str]
) -> None:
    assert distance(*wrong, *other) > distance(*right, *other) + 0.1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(("Qassem", "en"), ("Касем", "uk"), id="q-for-k"),
        pytest.param(("Голані", "uk"), ("Голани", "ru"), id="i-and-y"),
        pytest.param(("Гакан", "uk"), ("Хакан", "ru"), id="h-two-ways"),
        pytest.param(("Bjørn", "en"), ("Бьорна", "uk"), id="diacritics"),
        pytest.param(("П'єр", "uk"), ("Пьера", "ru"), id="apostrophe-and-soft-sign"),
    ],
)
def test_customs_of_spelling_are_no_difference(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert verdict(*one, *two) is Verdict.SAME


@given(
    st.text("абвгдеєжзиіклмнопрстуфхцчшюя'", min_size=1, max_size=12),
    st.text("abcdefghijklmnopqrstuvwxyz'", min_size=1, max_size=12),
)
def test_distance_is_symmetrical_and_between_0_and_1(uk: str, en: str) -> None:
    there, back = distance(uk, "uk", en, "en"), distance(en, "en", uk, "uk")
    assert there == back
    assert 0 <= there <= 1


def test_equal_words_have_no_distance() -> None:
    assert distance("Хомс", "uk", "Хомс", "uk") == 0
    assert surprise_of_names("Samsung", "uk", "Samsung", "ru") == 0


def test_words_of_a_name_leave_particles_out() -> None:
    assert words_of("Abu Mohammed al-Jolani") == ("Abu", "Mohammed", "Jolani")
    assert words_of("La") == ("La",)
