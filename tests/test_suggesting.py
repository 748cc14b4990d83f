"""Suggestions: only what is certain, written as the edition writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck import embedding
from transcheck.embedding import Encoder
from transcheck.pipeline import check_files

TOWN = {
    "uk": "Місто підбиває підсумки тижня\n\n{}\n\nПогода весь день була ясна, людей побільшало.\n",
    "en": "The city takes stock of the week\n\n{}\n\nThe weather was clear all day long.\n",
    "ru": "Город подводит итоги недели\n\n{}\n\nПогода весь день была ясная, людей прибавилось.\n",
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return embedding.load(embedding.DEFAULT)


def suggestions(folder: Path, encoder: Encoder, said: dict[str, str]) -> list[tuple[str, str, str]]:
    """Return language, words and replacement of each suggestion."""
    for language, sentence in said.items():
        text = TOWN[language].format(sentence)
        (folder / f"{language}.txt").write_text(text, encoding="utf-8")
    report = check_files(None, [folder / f"{language}.txt" for language in said], encoder)
    texts = {e.language: [s.text for s in e.segments] for e in report.editions}
    return [
        (s.language, texts[s.language][s.segment][s.start : s.end], s.replacement)
        for s in (finding.suggestion for finding in report.findings)
        if s
    ]


@pytest.mark.parametrize(
    ("uk", "en", "ru", "expected"),
    [
        ("Склад прийняв 862 тонни зерна.", "The warehouse took in 826 tonnes of grain.",
         "Склад принял 826 тонн зерна.", ("uk", "862", "826")),
        ("Школу відкрили для 12 450 учнів.", "The school opened for 12,540 pupils.",
         "Школу открыли для 12 450 учеников.", ("en", "12,540", "12,450")),
        ("Ціни зросли на 3,4 %.", "Prices rose by 3.4%.", "Цены выросли на 4,3 %.",
         ("ru", "4,3", "3,4")),
        ("Міст відкрили 5 грудня 2024 року.", "The bridge opened on 6 December 2024.",
         "Мост открыли 5 декабря 2024 года.", ("en", "6", "5")),
        ("Рух почнеться о 18:20.", "Traffic starts at 18:02.", "Движение начнется в 18:20.",
         ("en", "18:02", "18:20")),
    ],
)  # fmt: skip
def test_digits_that_two_editions_agree_on(
    tmp_path: Path, encoder: Encoder, uk: str, en: str, ru: str, expected: tuple[str, str, str]
) -> None:
    found = suggestions(tmp_path, encoder, {"uk": uk, "en": en, "ru": ru})
    assert found == [expected]


@pytest.mark.parametrize(
    ("uk", "en", "ru"),
    [
        ("Витратили 86 млн гривень.", "It cost 86 billion hryvnias.", "Потратили 86 млн гривен."),
        ("Загинули вісім людей.", "Five people were killed.", "Погибли восемь человек."),
        ("Склад прийняв 862 тонни.", "The warehouse took in 826 tonnes.", "Склад принял 286 тонн."),
    ],
)  # fmt: skip
def test_nothing_is_suggested_where_words_differ_or_nothing_decides(
    tmp_path: Path, encoder: Encoder, uk: str, en: str, ru: str
) -> None:
    assert not suggestions(tmp_path, encoder, {"uk": uk, "en": en, "ru": ru})


def test_two_editions_that_disagree_get_no_suggestion(tmp_path: Path, encoder: Encoder) -> None:
    said = {"uk": "Склад прийняв 862 тонни.", "en": "The warehouse took in 826 tonnes."}
    assert not suggestions(tmp_path, encoder, said)
