"""Which names lists have, in any case."""

from __future__ import annotations

import pytest

from transcheck.naming.attested import attested


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("Погосян", "uk"),
        ("Вовчанська", "uk"),
        ("Чугуївському", "uk"),
        ("Горник", "ru"),
        ("Волчанске", "ru"),
        ("Шапаренко", "ru"),
    ],
)
def test_names_of_lists_are_attested_in_any_case(word: str, language: str) -> None:
    assert attested(word, language)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("Погасян", "uk"),
        ("Велека", "uk"),
        ("Крематорському", "uk"),
        ("Шаппаренко", "ru"),
        ("Очелетино", "ru"),
        ("Gdańsk", "pl"),
    ],
)
def test_slips_and_languages_without_a_list_are_not(word: str, language: str) -> None:
    assert not attested(word, language)
