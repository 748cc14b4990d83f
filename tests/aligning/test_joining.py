"""A sentence told as three or four in another edition, and short ones inside long ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import transcheck
from tests.aligning.toy import aligned, sides
from transcheck import embedding
from transcheck.aligning.joining import join_told
from transcheck.aligning.similarity import side_of
from transcheck.aligning.telling import fresh, here, telling
from transcheck.model import Bead, Edition, Kind, Segment
from transcheck.thresholds import aligner_thresholds

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

BOARD = {
    "uk": "Олійник обрали до ради федерації\n\nВеслувальницю Дарину Олійник обрали до ради "
    "обласної федерації на щорічних зборах у Черкасах. Олійник — найтитулованіша "
    "веслувальниця області. "
    "Голова федерації Павло Рудь назвав це нагодою скористатися її досвідом, здобутим на "
    "міжнародних змаганнях за останні десять років. Збори тривали дві години.\n",
    "en": "Oliinyk elected to the federation's board\n\nRower Daryna Oliinyk was elected to the "
    "board of the regional federation at its annual meeting in Cherkasy. Oliinyk is the region's "
    "most decorated rower, and the head of the federation, Pavlo Rud, called it a chance to "
    "benefit from the experience she has gained at international events over the past ten years. "
    "The meeting lasted two hours.\n",
    "ru": "Олейник избрали в совет федерации\n\nГребчиху Дарину Олейник избрали в совет областной "
    "федерации на ежегодном собрании в Черкассах. Олейник — самая титулованная спортсменка "
    "области по гребле. Председатель федерации Павел Рудь назвал это возможностью "
    "воспользоваться ее опытом, полученным на международных соревнованиях за последние десять "
    "лет. Собрание длилось два часа.\n",
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


def test_a_short_sentence_that_opens_a_long_one_is_no_alarm() -> None:
    assert structural(BOARD) == []


def test_where_the_long_one_says_nothing_of_it_it_is_missing() -> None:
    cut = BOARD["en"].replace("Oliinyk is the region's most decorated rower, and the", "The")
    assert structural({**BOARD, "en": cut}) == ["MIS001"]


@pytest.mark.parametrize(
    ("kept", "lone", "least", "most"),
    [
        ("Лікарня отримає томограф.", "Його куплять у березні.", 0.15, 1.2),
        ("Лікарню відкрили.", "Мер подякував лікарям.", 0.0, 0.1),
        ("Лікарня отримає томограф.", "Отримає томограф лікарня.", 0.0, 0.1),
    ],
)
def test_words_that_only_the_lone_sentence_explains(
    kept: str, lone: str, least: float, most: float
) -> None:
    whole = "The hospital will get a CT scanner, which is to be bought in March."
    assert least <= fresh(telling([kept]), telling([lone]), telling([whole])) <= most


def test_words_that_stand_in_a_passage_rather_than_around_it() -> None:
    lone, inside = telling(["Його куплять у березні."]), telling(["It will be bought in March."])
    other = telling(["The council thanked the doctors."])
    assert here(lone, inside, other) > 0.2 > 0.05 > here(lone, other, inside)


def test_numbers_are_the_same_or_not() -> None:
    kept, other = telling(["Завод працює."]), telling(["The plant has 320 workers."])
    same, another = (fresh(kept, telling([t]), other) for t in ("Їх 320.", "Їх 230."))
    assert same > 0.3 > 0.1 > another


def test_a_sentence_that_its_neighbour_has_no_room_for_stays_alone() -> None:
    found = sides(aligned(["a b c", "d e f", "g h i"], ["a b c", "g h i"], ["a b c", "g h i"]))
    assert ((1,), (), ()) in found


def test_four_that_stand_in_one_are_joined_to_it() -> None:
    few = ["a b c", "d e f g h i j k l m n o", "p q r"]
    many = ["a b c", "d e f", "g h i", "j k l", "m n o", "p q r"]
    assert ((1,), (1, 2, 3, 4), (1,)) in sides(aligned(few, many, few))


def told(beads: Sequence[Bead], *editions: Sequence[str]) -> int:
    """Return how many beads are made of some of three editions."""
    encoder = embedding.load("static")
    made = [
        Edition(
            code,
            Path(f"{code}.txt"),
            "",
            tuple(Segment(n, Kind.BODY, t, 0, n + 1, 1, n + 1, 2) for n, t in enumerate(texts)),
        )
        for code, texts in zip(("uk", "en", "ru"), editions, strict=True)
    ]
    seen = [
        side_of(edition, range(len(texts)), encoder.encode(texts))
        for edition, texts in zip(made, editions, strict=True)
    ]
    limits = aligner_thresholds("static").join
    assert limits is not None
    return len(join_told(beads, seen, limits))


COURT = (
    [
        "У четвер лікар Савчук дав свідчення і відкинув звинувачення пацієнтки Лісової.",
        "Лісова плакала і просила тиші.",
    ],
    [
        "On Thursday doctor Savchuk testified and rejected the accusation of his patient Lisova.",
        "Lisova wept and asked for silence.",
    ],
)


def test_what_one_edition_lacks_is_taken_out_of_the_bead_of_its_neighbour() -> None:
    ru = "В четверг врач Савчук дал показания и отверг обвинения пациентки Лесовой"
    whole = [Bead(((0, 1), (0, 1), (0,)), 1.0)]
    assert told(whole, *COURT, [ru + "."]) == 2
    assert told(whole, *COURT, [ru + ", а Лесова плакала и просила тишины."]) == 1


@pytest.mark.parametrize(
    ("uk", "en", "ru", "beads"),
    [
        ("Мусимо зняти капелюха.", "Hats off to them.", "Надо уметь проигрывать.", 1),
        (
            "Мусимо зняти капелюха перед ними за цю гру.",
            "Hats off to them for the way they played this one.",
            "Надо уметь проигрывать и в таких матчах, как этот.",
            2,
        ),
    ],
    ids=["a few words", "more"],
)
def test_a_remark_of_a_few_words_may_be_told_in_others(
    uk: str, en: str, ru: str, beads: int
) -> None:
    apart = [Bead(((0,), (0,), ()), 1.0), Bead(((), (), (0,)), 1.0)]
    assert told(apart, [uk], [en], [ru]) == beads
