"""Plain text: headline and paragraphs."""

from __future__ import annotations

import pytest

from transcheck.loading.plaintext import parse

WRAPPED = """\
Міст відкрили

Місто відкрило новий міст після трьох років ремонту. Першими ним
проїхали тролейбуси, а за ними пішоходи й кілька велосипедистів.
Ремонт коштував сто вісімдесят чотири мільйони гривень.

Гроші дала область. Про це повідомив заступник міського голови
Андрій Сидоренко на своїй сторінці.
"""


FIRST = (
    "Місто відкрило новий міст після трьох років ремонту. Першими ним проїхали тролейбуси, а за "
    "ними пішоходи й кілька велосипедистів. Ремонт коштував сто вісімдесят чотири мільйони гривень."
)
SECOND = (
    "Гроші дала область. Про це повідомив заступник міського голови Андрій Сидоренко на своїй "
    "сторінці."
)
LONG = (
    "Місто відкрило новий міст після ремонту, який тривав аж три роки й коштував сто вісімдесят "
    "чотири мільйони гривень, виділених обласною радою ще торік, повідомили в мерії."
)


def parsed(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in parse(text).blocks]


def test_blank_lines_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    assert parsed(WRAPPED) == [
        ("headline", "Міст відкрили"),
        ("body", FIRST),
        ("body", SECOND),
    ]


def test_each_line_may_be_a_paragraph() -> None:
    text = (
        "Міст відкрили\nМісто відкрило новий міст.\nРемонт тривав довго.\n— Нарешті, — каже Іван."
    )
    assert [part for _, part in parsed(text)] == text.split("\n")


def test_sentence_broken_in_a_text_of_line_paragraphs_is_joined() -> None:
    text = "Заголовок\nПерший абзац.\nДругий абзац, у якому\nє зайвий розрив.\nТретій.\nЧетвертий."
    assert parsed(text)[2] == ("body", "Другий абзац, у якому є зайвий розрив.")


def test_wrapped_paragraphs_without_blank_lines_end_at_their_short_line() -> None:
    text = (
        "The town has opened a new bridge after three years of\n"
        "repairs, and the first to cross it were the mayor and\n"
        "a dog.\n"
        "Trolleybuses came next. They had waited since 2020 for\n"
        "the Eastern Street to open.\n"
    )
    assert [part[:15] for _, part in parsed(text)] == ["The town has op", "Trolleybuses ca"]


@pytest.mark.parametrize(
    "first",
    [
        "Міст відкрили після ремонту",
        "Хто відкрив міст?",
        "«Ми встигли»: міст відкрито",
        "Міст відкрили після ремонту.",
        "Indonesia Tsunami Toll Soars Above 800.",
        "The U.S. and the U.K. sign a deal",
    ],
)
def test_short_first_line_is_the_headline(first: str) -> None:
    assert parsed(f"{first}\n\nМісто відкрило новий міст. Ремонт тривав довго.")[0] == (
        "headline",
        first,
    )


@pytest.mark.parametrize(
    "first",
    [
        "Місто відкрило новий міст. Ремонт тривав три роки.",
        "Слово " * 40,
        LONG,
    ],
    ids=["two sentences", "too long", "a long sentence"],
)
def test_paragraph_is_no_headline(first: str) -> None:
    assert parsed(f"{first}\n\nМісто відкрило новий міст.")[0][0] == "body"


def test_only_line_of_a_text_is_no_headline() -> None:
    assert parsed("Міст відкрили") == [("body", "Міст відкрили")]


def test_pointers_separators_and_credits_are_told_from_the_text() -> None:
    text = (
        "Заголовок\n\nТекст: Ганна Коваль\n\nПерший абзац.\n\nЧитайте також: Інша\n\n* * *\n\n"
        "Фото: Reuters\n\nЧитайте також наступний розділ, у ньому відповідь."
    )
    assert parsed(text) == [
        ("headline", "Заголовок"),
        ("byline", "Текст: Ганна Коваль"),
        ("body", "Перший абзац."),
        ("furniture", "Читайте також: Інша"),
        ("caption", "Фото: Reuters"),
        ("body", "Читайте також наступний розділ, у ньому відповідь."),
    ]


def test_second_line_is_never_guessed_to_be_a_lead() -> None:
    assert [kind for kind, _ in parsed("Заголовок\n\nКороткий підсумок\n\nТекст абзацу.")] == [
        "headline", "body", "body",
    ]  # fmt: skip


def test_list_items_stay_apart_in_wrapped_text() -> None:
    text = (
        "The council agreed on the following measures for the\nbridge, and on the money for them:\n"
        "- lights on both sides of the road and on the towers\n- a ramp\n"
    )
    assert [part for _, part in parsed(text)][1:] == [
        "- lights on both sides of the road and on the towers", "- a ramp",
    ]  # fmt: skip
