"""How usual the letters of a word are in its language."""

from __future__ import annotations

import pytest

from transcheck.naming.sequences import Unusual, usual


@pytest.mark.parametrize(
    ("right", "wrong", "language"),
    [
        ("Анкарі", "Анкарї", "uk"),
        ("Бровари", "Броарви", "uk"),
        ("Клещеевка", "Клещеовка", "ru"),
        ("Дзержинский", "Дзержинкский", "ru"),
        ("Bashar", "Bshar", "en"),
        ("Novgorod", "Nvogorod", "en"),
    ],
)
def test_a_slip_makes_letters_unusual(right: str, wrong: str, language: str) -> None:
    one, other = usual(right, language), usual(wrong, language)
    assert other.worst > one.worst
    assert other.total > one.total


def test_letters_of_no_language_are_the_most_unusual() -> None:
    assert usual("Київ", "uk").worst < usual("Кыив", "uk").worst


def test_a_language_without_a_table_says_nothing() -> None:
    assert usual("Gdańsk", "pl") == Unusual(0.0, 0.0)
