"""A sentence told as three or four in another edition, and short ones inside long ones."""

from __future__ import annotations

import pytest

import transcheck
from tests.aligning.toy import aligned, sides

FOUR = {
    "uk": "Рада затвердила бюджет\n\nМіська рада Броварів у п’ятницю затвердила бюджет громади на "
    "наступний рік.\n\nНа ремонт доріг піде 12 млн грн. На школи виділили 40 млн грн. Лікарня "
    "отримає новий томограф. Його куплять у березні.\n\nСесію транслювали наживо.\n",
    "en": "Council approves budget\n\nOn Friday the Brovary city council approved the "
    "community's budget for the next year.\n\nUAH 12 million will go to road repairs, UAH 40 "
    "million was allotted to the schools, and the hospital will get a new CT scanner, which is to "
    "be bought in March.\n\nThe session was broadcast live.\n",
    "ru": "Совет утвердил бюджет\n\nГородской совет Броваров в пятницу утвердил бюджет громады "
    "на следующий год.\n\nНа ремонт дорог пойдет 12 млн грн, на школы выделили 40 млн грн. "
    "Больница получит новый томограф, его купят в марте.\n\nСессию транслировали в прямом эфире.\n",
}


def structural(texts: dict[str, str]) -> list[str]:
    """Return what is said to be missing, added or told in part."""
    found = transcheck.check_article(texts, name="budget").findings
    return [f.code for f in found if f.family in {"missing", "added", "partial"}]


def test_a_sentence_told_as_four_is_no_alarm() -> None:
    assert structural(FOUR) == []


@pytest.mark.parametrize("pair", [("uk", "en"), ("en", "ru")])
def test_nor_with_two_editions(pair: tuple[str, str]) -> None:
    assert structural({language: FOUR[language] for language in pair}) == []


def test_what_is_gone_from_between_is_found_all_the_same() -> None:
    without = FOUR["uk"].replace("На школи виділили 40 млн грн. ", "")
    found = transcheck.check_article({**FOUR, "uk": without}, name="budget").findings
    assert any("40" in o.text for f in found for o in f.occurrences if o.language == "en")


def test_a_sentence_that_its_neighbour_has_no_room_for_stays_alone() -> None:
    found = sides(aligned(["a b c", "d e f", "g h i"], ["a b c", "g h i"], ["a b c", "g h i"]))
    assert ((1,), (), ()) in found


def test_four_that_stand_in_one_are_joined_to_it() -> None:
    few = ["a b c", "d e f g h i j k l m n o", "p q r"]
    many = ["a b c", "d e f", "g h i", "j k l", "m n o", "p q r"]
    assert ((1,), (1, 2, 3, 4), (1,)) in sides(aligned(few, many, few))
