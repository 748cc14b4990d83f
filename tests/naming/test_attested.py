"""Which names lists have, in any case, and how often words are written."""

from __future__ import annotations

import pytest

from transcheck.naming.attested import OFTEN, attested, written, written_with_another_end


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


@pytest.mark.parametrize(
    ("word", "language"),
    [("Денвері", "uk"), ("Ейнштейна", "uk"), ("Микельсона", "ru"), ("Kavanaugh", "en")],
)
def test_names_of_texts_are_written_in_any_case(word: str, language: str) -> None:
    assert written(word, language)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("Дєнвер", "uk"),
        ("Мкельсона", "ru"),
        ("Hitlur", "en"),
        ("Kavanaguh", "en"),
        ("Gdańsk", "pl"),
    ],
)
def test_slips_are_never_written(word: str, language: str) -> None:
    assert not written(word, language)


def test_what_is_written_oftener_has_a_higher_level() -> None:
    assert 0 < written("Kavanaugh", "en") < written("London", "en") == OFTEN


@pytest.mark.parametrize(("word", "language"), [("Анкарї", "uk"), ("Тбилися", "ru")])
def test_a_wrong_end_shows_where_another_one_is_written(word: str, language: str) -> None:
    assert written_with_another_end(word, language) > 1


@pytest.mark.parametrize(
    ("word", "language"),
    [("Анкарі", "uk"), ("Тбилиси", "ru"), ("Мкельсон", "ru"), ("Gdańsk", "pl")],
)
def test_right_ends_and_other_slips_show_none(word: str, language: str) -> None:
    assert not written_with_another_end(word, language)
