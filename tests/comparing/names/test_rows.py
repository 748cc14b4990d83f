"""Rows: which names of a bead are one."""

from __future__ import annotations

import pytest

from tests.name_stories import story
from transcheck.comparing.names.rows import Names
from transcheck.model import Comparison


def rows(comparison: Comparison) -> list[set[tuple[str, ...]]]:
    """Return for each bead the texts of its rows, edition by edition, those of two or more."""
    return [
        {
            tuple(" ".join(u.text for u in side) for side in row.places)
            for row in passage.rows
            if len(row.editions()) > 1
        }
        for passage in Names(comparison).passages
    ]


@pytest.mark.parametrize(
    ("uk", "en", "ru", "expected"),
    [
        pytest.param(
            "Учора Ганна Лисенко прибула до Краматорська.",
            "Hanna Lysenko arrived in Kramatorsk yesterday.",
            "Вчера Анна Лысенко прибыла в Краматорск.",
            {("Лисенко", "Lysenko", "Лысенко"), ("Краматорська", "Kramatorsk", "Краматорск")},
            id="cases",
        ),
        pytest.param(
            "Про це сказав Кравченко, а не Кравчук.",
            "It was Kravchenko, not Kravchuk, who said so.",
            "Об этом сказал Кравченко, а не Кравчук.",
            {("Кравченко", "Kravchenko", "Кравченко"), ("Кравчук", "Kravchuk", "Кравчук")},
            id="two-that-share-letters",
        ),
        pytest.param(
            "Світло зникло у Києві та Харкові.",
            "The lights went out in Kyiv and Kharkiv.",
            "Свет пропал в Киеве и Харькове.",
            {("Києві", "Kyiv", "Киеве"), ("Харкові", "Kharkiv", "Харькове")},
            id="tables",
        ),
    ],
)
def test_a_name_of_all_editions_is_one_row(
    uk: str, en: str, ru: str, expected: set[tuple[str, ...]]
) -> None:
    (found,) = rows(story(uk=uk, en=en, ru=ru))
    assert expected <= found


def test_a_wrong_letter_is_still_the_same_row() -> None:
    (found,) = rows(
        story(
            uk="Мер Олег Дубняк подякував рятувальникам.",
            en="Mayor Oleh Dubniak thanked the rescuers.",
            ru="Мэр Олег Дубгяк поблагодарил спасателей.",
        )
    )
    assert ("Дубняк", "Dubniak", "Дубгяк") in found


def test_another_name_is_no_row() -> None:
    (found,) = rows(
        story(
            uk="Мер Олег Дубняк подякував рятувальникам.",
            en="Mayor Oleh Traven thanked the rescuers.",
            ru="Мэр Олег Дубняк поблагодарил спасателей.",
        )
    )
    assert ("Дубняк", "", "Дубняк") in found


def test_what_a_sentence_beside_says_is_said_elsewhere() -> None:
    comparison = story(
        uk=["Автобус їде до Полтави.", "Він запізнився."],
        en=["The bus goes there.", "It came to Poltava late."],
        ru=["Автобус едет в Полтаву.", "Он опоздал."],
    )
    names = Names(comparison)
    (unit,) = (u for u in names.units[0] if u.text == "Полтави")
    assert [u.text for u in names.elsewhere(unit, 1)] == ["Poltava"]


def test_two_letters_turned_round_leave_it_one_name() -> None:
    names = Names(
        story(
            uk="Це сказав Іван Сисрький.",
            en="Ivan Syrskyi said so.",
            ru="Так сказал Иван Сырский.",
        )
    )
    assert any(
        {"Сисрький", "Сырский"} <= {u.text for u in r.firsts()} for r in names.passages[0].rows
    )
