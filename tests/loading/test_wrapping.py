"""Which lines go on with each other."""

from __future__ import annotations

import pytest

from transcheck.loading.wrapping import continues, paragraphs


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("він сказав,", "Що буде дощ"),
        ("президент", "виступив"),
        ("та сказав —", "Нехай"),
        ("у селі", "«Нове» й у місті"),
        ("сказав він,", "- і пішов"),
    ],
)
def test_sentence_goes_on(line: str, following: str) -> None:
    if following.startswith("«"):
        following = following.lower()
    assert continues(line, following)


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Він пішов.", "потім прийшов"),
        ("Він пішов.»", "Потім прийшов"),
        ("Заголовок", "Перший абзац"),
        ("- перше", "- друге"),
        ("1. перше", "2. друге"),
        ("Потрібно:", "вода"),
        ("Чому?", "тому"),
    ],
)
def test_new_paragraph_begins(line: str, following: str) -> None:
    assert not continues(line, following)


def test_blank_lines_are_in_no_paragraph() -> None:
    assert paragraphs(["", "Так.", "", "  ", "Ні.", ""]) == [range(1, 2), range(4, 5)]
