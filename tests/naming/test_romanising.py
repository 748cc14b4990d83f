"""In how many letters a Latin spelling differs from what the rules of romanising make."""

from __future__ import annotations

import pytest

from transcheck.naming.romanising import bound, letters_apart


@pytest.mark.parametrize(
    ("latin", "cyrillic", "language", "letters"),
    [
        pytest.param("Liuboml", "Любомлі", "uk", 0, id="a-case"),
        pytest.param("Liubaml", "Любомлі", "uk", 1, id="another-letter"),
        pytest.param("Zghurivka", "Згурівка", "uk", 0, id="zgh"),
        pytest.param("Yermak", "Єрмак", "uk", 0, id="at-the-start"),
        pytest.param("Kramatorskyi", "Краматорському", "uk", 0, id="adjective"),
        pytest.param("Zelensky", "Зеленський", "uk", 0, id="customs-differ"),
        pytest.param("Stebnytskyi", "Стебніцький", "uk", 1, id="another-i"),
        pytest.param("Ryazan", "Рязани", "ru", 0, id="russian"),
        pytest.param("Trump", "Трамп", "uk", 1, id="from-english"),
        pytest.param("Wiesbaden", "Київ", "uk", 3, id="no-more-than-three"),
    ],
)
def test_letters_off_the_rules(latin: str, cyrillic: str, language: str, letters: int) -> None:
    assert letters_apart(latin, cyrillic, language) == letters


@pytest.mark.parametrize("name", ["Шапаренко", "Сверстюка", "Краматорському", "Звягелі", "Погосян"])
def test_names_of_ukraine_are_bound_by_the_rules(name: str) -> None:
    assert bound(name, "uk") > 1


@pytest.mark.parametrize("name", ["Блінкен", "Льюїс", "Мерсісайд", "Поултер", "Скрюдструп"])
def test_names_from_abroad_are_not(name: str) -> None:
    assert bound(name, "uk") < 0
