"""Front matter of Markdown files."""

from __future__ import annotations

import pytest

from transcheck.loading.formats import UnreadableError
from transcheck.loading.frontmatter import read_front_matter

SOURCE = """---
title: "Міст: відкрито"
Author: [Іван Гук, 'Олена Кос']
tags:
  - міст
  - "ремонт"
empty:
note: a: b
# comment
---
Текст
"""


def test_values_are_read_with_their_places() -> None:
    matter, end = read_front_matter(SOURCE)
    assert {key: [value.text for value in values] for key, values in matter.items()} == {
        "title": ["Міст: відкрито"],
        "author": ["Іван Гук", "Олена Кос"],
        "tags": ["міст", "ремонт"],
        "empty": [],
        "note": ["a: b"],
    }
    for values in matter.values():
        for value in values:
            assert SOURCE[value.offset :].startswith(value.text)
    assert SOURCE[end:] == "\nТекст\n"


@pytest.mark.parametrize("source", ["Текст\n---\na: b\n---\n", "----\na: b\n---\n", "--- a\n", ""])
def test_text_without_front_matter_is_left_alone(source: str) -> None:
    assert read_front_matter(source) == ({}, 0)


def test_rule_at_the_head_of_a_text_is_no_front_matter() -> None:
    assert read_front_matter("---\n\nТекст без ключів.\n") == ({}, 0)


def test_front_matter_that_is_never_closed_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no line «---» closes"):
        read_front_matter("---\ntitle: x\n\nТекст\n")


TOML = '+++\ntitle = "Міст: \\"Надія\\""\ndate = 2024-05-06\nauthors = ["Іван Гук"]\n+++\nТекст\n'
JSON = '{\n "title": "Міст відкрито",\n "author": {"name": "Іван Гук"}\n}\nТекст\n'
FOLDED = """---
# для стрічки
title: >
  Міст
  відкрито
description: |
  Перший рядок.
  Другий рядок.
date: 2024-05-06 # понеділок
author: {name: Іван Гук}
draft: null
---
Текст
"""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (TOML, {"title": 'Міст: "Надія"', "date": "2024-05-06", "authors": "Іван Гук"}),
        (JSON, {"title": "Міст відкрито", "author": "Іван Гук"}),
        (
            FOLDED,
            {
                "title": "Міст відкрито",
                "description": "Перший рядок.\nДругий рядок.",
                "date": "2024-05-06",
                "author": "Іван Гук",
                "draft": "",
            },
        ),
    ],
    ids=["TOML", "JSON", "YAML"],
)
def test_every_form_is_read_with_the_places_of_its_words(
    source: str, expected: dict[str, str]
) -> None:
    matter, end = read_front_matter(source)
    assert {key: "".join(v.text for v in values) for key, values in matter.items()} == expected
    assert source[end:].strip() == "Текст"
    words = [p for values in matter.values() for v in values for p in v.placed()]
    assert all(source.startswith(word.strip(), at) for word, at in words if word.isalpha())
