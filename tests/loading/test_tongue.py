"""Language from name, markup and text."""

from __future__ import annotations

import pytest

from transcheck.loading.formats import UnreadableError
from transcheck.loading.tongue import resolve
from transcheck.model import Block, Kind

UK = (
    "Місто відкрило новий міст після трьох років ремонту. Першими ним проїхали тролейбуси з "
    "їхніми пасажирами."
)
RU = (
    "Город открыл новый мост после трёх лет ремонта. Первыми по нему проехали троллейбусы с "
    "пассажирами, сообщили власти."
)
EN = (
    "The town has opened a new bridge after three years of repairs, and trolleybuses were the "
    "first to cross it."
)
PL = (
    "Miasto otworzyło nowy most po trzech latach remontu, a pierwsze przejechały przez niego "
    "trolejbusy z pasażerami."
)
BG = (
    "Градът откри нов мост след три години ремонт, а първи по него преминаха тролейбусите с "
    "пътниците, съобщиха от общината."
)
DE = (
    "Die Stadt hat nach drei Jahren eine neue Bruecke eroeffnet, und die Obusse fuhren mit ihren "
    "Gaesten als erste darueber."
)


def blocks(*texts: str) -> list[Block]:
    return [Block(Kind.BODY, text, ((0, 0),)) for text in texts]


@pytest.mark.parametrize(("text", "code"), [(UK, "uk"), (RU, "ru"), (EN, "en")])
def test_text_tells_its_language(text: str, code: str) -> None:
    assert resolve(blocks(text), name=None, markup="") == code
    assert resolve(blocks(text), name=code, markup="") == code


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("uk", RU, r"named as Ukrainian \(uk\), but its text is Russian \(ru\)"),
        ("ru", UK, r"named as Russian \(ru\), but its text is Ukrainian \(uk\)"),
        ("en", UK, r"named as English \(en\), but its text is Ukrainian \(uk\)"),
        ("uk", EN, r"named as Ukrainian \(uk\), but its text is English \(en\)"),
    ],
)
def test_name_that_contradicts_the_text_is_refused_with_both(
    name: str, text: str, message: str
) -> None:
    with pytest.raises(UnreadableError, match=message):
        resolve(blocks(text), name=name, markup="")


@pytest.mark.parametrize(
    "text", ["Міст", "Хомс", "Так.", "NATO", "Це дуже погано", "Москва. Киев. Львов.", "2024"]
)
@pytest.mark.parametrize("name", ["uk", "ru"])
def test_few_words_are_no_evidence_against_a_name(text: str, name: str) -> None:
    assert resolve(blocks(text), name=name, markup="") == name


def test_text_without_letters_of_its_own_is_no_evidence_either() -> None:
    shared = (
        "Оператор передав команду, оператор передав сектор, сектор передав команду оператору. " * 2
    )
    assert resolve(blocks(shared), name="uk", markup="") == "uk"
    assert resolve(blocks(shared), name="ru", markup="") == "ru"


@pytest.mark.parametrize("text", [PL, BG, DE], ids=["Polish", "Bulgarian", "German"])
@pytest.mark.parametrize("name", [None, "en", "ru"])
def test_other_languages_are_refused(text: str, name: str | None) -> None:
    with pytest.raises(
        UnreadableError, match=r"not text in a language transcheck knows \(en, ru, uk\)"
    ):
        resolve(blocks(text, text), name=name, markup="")


def test_markup_decides_where_the_text_is_too_short() -> None:
    assert resolve(blocks("Хомс"), name=None, markup="uk-UA") == "uk"
    assert resolve(blocks("Хомс"), name="ru", markup="uk") == "ru"


def test_text_overrules_the_markup_of_a_careless_template() -> None:
    assert resolve(blocks(UK), name=None, markup="ru-RU") == "uk"
    assert resolve(blocks(UK), name=None, markup="pl") == "uk"


def test_text_too_short_to_tell_is_refused_where_nothing_names_its_language() -> None:
    with pytest.raises(UnreadableError, match="too little text") as caught:
        resolve(blocks("Хомс"), name=None, markup="")
    assert "uk.txt" in caught.value.hint


def test_paragraphs_left_in_another_language_do_not_contradict_the_name() -> None:
    assert resolve(blocks(UK, RU, UK, UK), name="uk", markup="") == "uk"
    assert resolve(blocks(UK, RU, RU), name="uk", markup="") == "uk"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "en",
            (
                "Latvian President Edgars Rinkēvičs met Łukasz Gołębiewski in Łódź, and Šimonytė, "
                "Nausėda, Ķēniņš and Žáček spoke there for the first time on Friday."
            ),
        ),
        ("en", "The town is called Łódź; Gdańsk, Wrocław, Rzeszów and Białystok are not far."),
        ("uk", "Місто зветься Łódź; Gdańsk, Wrocław, Rzeszów, Białystok не дуже далеко."),
        ("ru", "Город называется Łódź; Gdańsk, Wrocław, Rzeszów, Białystok не очень далеко."),
        ("ru", "Edgars Rinkēvičs, Ingrida Šimonytė, Gitanas Nausėda приехали туда первыми."),
        (
            "uk",
            (
                "Станції звуться так: Rzeszów Główny, Przemyśl, Wrocław, Kraków, Gdynia, Szczecin. "
                "Люди їздять ними на роботу до міста."
            ),
        ),
    ],
)
def test_text_full_of_foreign_names_is_what_its_name_says(name: str, text: str) -> None:
    assert resolve(blocks(text), name=name, markup="") == name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "en",
            (
                "Prezydent Andrzej Duda spotkał się w Łodzi z prezydentem Łotwy, powiedział "
                "rzecznik rządu na konferencji prasowej we wtorek."
            ),
        ),
        (
            "uk",
            (
                "Прэзідэнт сустрэўся з дэпутатамі ў Мінску, паведаміла прэс-служба ўрада ў "
                "аўторак, каб абмеркаваць бюджэт краіны на наступны год."
            ),
        ),
    ],
)
def test_another_language_under_the_name_of_ours_is_refused(name: str, text: str) -> None:
    with pytest.raises(UnreadableError, match="not text in a language"):
        resolve(blocks(text), name=name, markup="")
