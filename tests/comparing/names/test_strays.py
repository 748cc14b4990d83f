"""Words that nobody writes: each stands in the row of the name that it is a letter away from."""

from __future__ import annotations

import pytest

from tests.name_stories import story
from transcheck.comparing.names.rows import Names
from transcheck.comparing.names.slips import judged
from transcheck.comparing.names.swaps import swaps


def beside(names: Names, word: str) -> set[str]:
    """Return the words that stand in a row with a word."""
    return {
        u.text
        for passage in names.passages
        for row in passage.rows
        if any(u.text == word for u in row.firsts())
        for u in row.firsts()
    } - {word}


@pytest.mark.parametrize(
    ("uk", "en", "ru", "wrong", "expected"),
    [
        pytest.param(
            "Ремонт вів Ліщинюк, рахунки підписував Лішенюк.",
            "Lishchyniuk led the repair, and Lishchyniuk signed the bills.",
            "Ремонт вел Лищинюк, счета подписывал Лищинюк.",
            "Лішенюк", set(), id="two-letters-off",
        ),
        pytest.param(
            "Ремонт вів Ліщинюк, рахунки підписував Ліщирюк.",
            "Lishchyniuk led the repair, and Lishchyniuk signed the bills.",
            "Ремонт вел Лищинюк, счета подписывал Лищинюк.",
            "Ліщирюк", {"Lishchyniuk", "Лищинюк"}, id="beside-its-right-spelling",
        ),
        pytest.param(
            "Рятувальники дісталися до Тетервиноволодимирівки.",
            "Rescuers got to Tetervynovolodymyrivkas.",
            "Спасатели добрались до Тетеревиновладимировки.",
            "Tetervynovolodymyrivkas", {"Тетервиноволодимирівки", "Тетеревиновладимировки"},
            id="alone-of-its-script",
        ),
        pytest.param(
            "Команда летить до Сан-Дієго.",
            "The team flies to San Dirgo.",
            "Команда летит в Сан-Диего.",
            "Dirgo", {"Сан-Дієго", "Сан-Диего"}, id="a-part-of-a-name",
        ),
    ],
)  # fmt: skip
def test_a_word_that_nobody_writes_is_in_the_row_of_the_name_it_is_meant_for(
    uk: str, en: str, ru: str, wrong: str, expected: set[str]
) -> None:
    names = Names(story(uk=uk, en=en, ru=ru))
    assert beside(names, wrong) == expected


def test_a_word_that_texts_have_is_no_stray() -> None:
    names = Names(
        story(
            uk="Ремонт вів Шевченко, рахунки підписував Шевчук.",
            en="Shevchenko led the repair, and Shevchenko signed the bills.",
            ru="Ремонт вел Шевченко, счета подписывал Шевченко.",
        )
    )
    assert beside(names, "Шевчук") == set()


def test_an_ending_that_is_no_case_of_the_name_is_weighed_by_its_own_letters() -> None:
    names = Names(
        story(
            uk=["Оттава чекає гостей.", "Літак прибув до Оттав."],
            en=["Ottawa expects guests.", "The plane arrived in Ottawa."],
            ru=["Оттава ждет гостей.", "Самолет прибыл в Оттаву."],
        )
    )
    rows = (row for passage in names.passages for row in passage.rows)
    found = {j.unit.text: j for row in rows for j in judged(names, row)}
    assert "Оттав" in found
    assert found["Оттав"].evidence.terms["its other cases fit"] > 6
    assert found["Оттав"].repair.word in ("оттава", "оттаві", "оттаву")


@pytest.mark.parametrize(
    ("uk", "ru", "expected"),
    [
        pytest.param(
            "Ліщинюк подзвонив, а потім Гаврищук приїхав.",
            "Лищинюк позвонил, а потом Лищинюк приехал.",
            True, id="another-name-for-the-second",
        ),
        pytest.param(
            "Ліщинюк подзвонив, а потім він приїхав.",
            "Лищинюк позвонил, а потом Лищинюк приехал.",
            False, id="a-pronoun-for-it",
        ),
    ],
)  # fmt: skip
def test_of_two_mentions_one_may_be_replaced(uk: str, ru: str, expected: bool) -> None:
    names = Names(story(uk=uk, en="Lishchyniuk called, and then Lishchyniuk came.", ru=ru))
    found = list(swaps(names, names.passages[0]))
    assert bool(found) is expected
    for swap in found:
        assert swap.evidence.terms["theirs is said here, too"] == 1
        assert all(u.start > 10 for u in swap.instead)  # the second mention
