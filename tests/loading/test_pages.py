"""Whole pages in the manner of several content management systems.

Beside each page stands what is expected of it: title, author, date and language, then
every block in order, with its kind. All texts were written for these tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.loading.decoding import decode
from transcheck.loading.html import charset, parse

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))


def read(source: str) -> list[list[str]]:
    """Return what was found in a page, in the form of the files of expectations."""
    found = parse(source)
    headline = [block.text for block in found.blocks if block.kind == "headline"]
    return [
        ["title", *headline] if headline else ["title", found.title],
        ["author", found.author],
        ["date", str(found.published or "")],
        ["language", found.language],
        *([block.kind.value, block.text] for block in found.blocks if block.kind != "furniture"),
    ]


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_page_gives_its_article_and_nothing_else(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    data = path.read_bytes()
    assert read(decode(data, charset(data))) == [line.split("\t") for line in expected]


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_every_character_of_a_page_knows_its_place(path: Path) -> None:
    source = decode(path.read_bytes())
    for block in parse(source).blocks:
        for index, character in enumerate(block.text):
            place = block.source_offset(index)
            assert source[place] == character or character == " " or source[place] == "&"


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_line_ends_and_indentation_change_nothing(path: Path) -> None:
    source = decode(path.read_bytes())
    indented = source.replace("\n<", "\n\n   \t<")
    assert read(indented) == read(source)


def test_page_in_windows_1251_gives_the_same() -> None:
    (path,) = [path for path in PAGES if path.stem == "bitrix.ru"]
    source = decode(path.read_bytes())
    data = source.encode("cp1251")
    assert read(decode(data, charset(data))) == read(source)
