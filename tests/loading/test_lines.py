"""Pointers, credits and bylines by their words."""

from __future__ import annotations

import pytest

from transcheck.loading import lines


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Читайте також: Інша новина", 0),
        ("ЧИТАЙТЕ ТАКОЖ:", 0),
        ("Читайте также", 0),
        ("▶ Дивіться також: відео", 0),
        ("Смотрите также — Другая новость", 15),
        ("Read also: Other news", 10),
        ("See also Other news of the day", 22),
        ("Пов’язані новини", 0),
        ("Related: A story", 7),
        ("Рекомендуємо: Інша новина", 12),
    ],
)
def test_pointers(text: str, linked: int) -> None:
    assert lines.is_pointer(text, linked)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Читайте також наступний розділ книги.", 0),
        ("Related companies said Reuters was wrong about it.", 7),
        ("Read more about it, the minister said on Thursday, and you will see why.", 4),
        ("Рекомендуємо лікарям дотримуватися протоколу, йдеться в наказі.", 0),
        ("Читайте також: Інша новина" + " і далі довгий абзац про те, що сталося в місті" * 2, 10),
        ("Watchers: 5", 0),
        ("Рекомендуємо: пити більше води.", 0),
        ("Related", 0),
        ("По теме — сказано многое", 0),
    ],
)
def test_text_that_begins_like_a_pointer_stays(text: str, linked: int) -> None:
    assert not lines.is_pointer(text, linked)


def test_links_below_a_pointing_heading_go_until_the_text_goes_on() -> None:
    entries = [
        ("Текст.", 0),
        ("Read also", 0),
        ("A story", 7),
        ("B story", 7),
        ("Text.", 0),
        ("C", 1),
    ]
    assert list(lines.stays(entries)) == [True, False, False, False, True, True]


@pytest.mark.parametrize(("linked", "stays"), [(7, False), (0, True)], ids=["links", "text"])
def test_words_that_texts_use_too_need_links_below(linked: int, stays: bool) -> None:
    assert list(lines.stays([("Related:", 0), ("A story", linked)])) == [stays, stays]


@pytest.mark.parametrize(
    "text",
    [
        "Фото: Reuters",
        "Фото: Іван Петренко / УНІАН",
        "Світлина Ореста Когута",
        "Photo by John de la Cruz",
        "Image credit: NASA",
        "Фото © AP",
        "Скриншот: Telegram",
    ],
)
def test_credits(text: str) -> None:
    assert lines.is_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Фото надійшло о восьмій ранку.",
        "Видео показывает, как мост падает.",
        "Video of the strike was published on Monday.",
        "Images from space show the damage.",
    ],
)
def test_sentences_about_pictures_are_no_credits(text: str) -> None:
    assert not lines.is_credit(text)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Автор: Іван Гук", "Іван Гук"),
        ("By John Smith and Ann Lee", "John Smith and Ann Lee"),
        ("By JOHN SMITH", "JOHN SMITH"),
        ("Подготовила: Анна Мохова", "Анна Мохова"),
        ("Written by Ana de la Cruz", "Ana de la Cruz"),
    ],
)
def test_bylines(text: str, author: str) -> None:
    assert lines.is_byline(text)
    assert lines.author_of(text) == author


@pytest.mark.parametrize(
    "text", ["By noon the town was empty.", "Текст закону оприлюднили.", "By 2020"]
)
def test_sentences_that_begin_like_bylines_are_none(text: str) -> None:
    assert not lines.is_byline(text)


def test_byline_with_more_than_names_gives_no_author() -> None:
    assert lines.author_of("By John Smith | 12 May 2020") == ""
