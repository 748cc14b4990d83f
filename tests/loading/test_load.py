"""Documents from files, and articles from documents."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from pathlib import Path

import pytest

from transcheck.errors import LoadError, UnknownNameError
from transcheck.loading import load
from transcheck.loading.collecting import collect
from transcheck.model import Document, Kind

UK = "Місто відкрило новий міст після трьох років ремонту. Першими ним проїхали тролейбуси."
RU = "Город открыл новый мост после трёх лет ремонта. Первыми по нему проехали троллейбусы."
EN = "The town has opened a new bridge after three years of repairs, and a dog crossed it first."


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def line_and_column(document: Document, block: int, offset: int) -> tuple[int, int]:
    place = document.blocks[block].source_offset(offset)
    line = bisect_right(document.line_starts, place)
    return line, place - document.line_starts[line - 1] + 1


def test_document_has_all_that_the_file_says(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "homs/ua.md",
        f"---\r\nauthor: Іван Гук\r\ndate: 2024-12-07\r\n---\r\n# Хомс\r\n\r\n{UK}\r\n"
        "<!-- transcheck: ignore NUM001 так є -->\r\n",
    )
    document = load(path)
    assert document.path == path
    assert document.language == "uk"
    assert document.title == "Хомс"
    assert document.author == "Іван Гук"
    assert document.published == dt.date(2024, 12, 7)
    assert [(each.code, each.reason, each.line) for each in document.ignores] == [
        ("NUM001", "так є", 8)
    ]
    assert [block.kind for block in document.blocks] == [Kind.HEADLINE, Kind.BYLINE, Kind.BODY]
    assert line_and_column(document, 0, 0) == (5, 3)
    assert line_and_column(document, 2, 0) == (7, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_and_columns_are_those_of_an_editor(tmp_path: Path, end: str) -> None:
    document = load(write(tmp_path, "uk.txt", f"Міст{end}{end}  {UK}{end}{UK}"))
    assert line_and_column(document, 0, 3) == (1, 4)
    assert line_and_column(document, 1, 0) == (3, 3)
    assert line_and_column(document, 2, 0) == (4, 1)
    assert line_and_column(document, 2, len(UK) - 1) == (4, len(UK))


def test_lines_and_columns_in_a_page_count_references_and_tags(tmp_path: Path) -> None:
    document = load(write(tmp_path, "uk.html", f"<h1>А&nbsp;<b>Бе</b>\n ве</h1>\n<p>&laquo;{UK}"))
    assert document.blocks[0].text == "А Бе ве"
    places = [line_and_column(document, 0, index) for index in (0, 1, 2, 3, 5, 6)]
    assert places == [(1, 5), (1, 6), (1, 15), (1, 16), (2, 2), (2, 3)]
    assert line_and_column(document, 1, 0) == (3, 4)
    assert line_and_column(document, 1, 1) == (3, 11)


def test_byte_order_mark_takes_no_column(tmp_path: Path) -> None:
    document = load(write(tmp_path, "uk.txt", f"\ufeff{UK}"))
    assert line_and_column(document, 0, 0) == (1, 1)


def test_language_given_counts_more_than_the_name(tmp_path: Path) -> None:
    path = write(tmp_path, "en.txt", UK)
    assert load(path, language="ua").language == "uk"
    with pytest.raises(LoadError, match="named as English"):
        load(path)
    with pytest.raises(UnknownNameError):
        load(path, language="xx")


def test_title_comes_from_metadata_where_the_text_has_no_headline(tmp_path: Path) -> None:
    page = f"<title>Міст відкрили</title><article><p>{UK}</p></article>"
    document = load(write(tmp_path, "uk.html", page))
    assert document.title == "Міст відкрили"
    assert [block.kind for block in document.blocks] == [Kind.BODY]


def test_article_is_its_editions_in_order(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"homs/{name}.txt", text) for name, text in (("ru", RU), ("uk", UK))]
    documents, skipped, _ = collect("homs", paths)
    assert [each.language for each in documents] == ["ru", "uk"]
    assert skipped == ()


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ([], "^homs has no edition$"),
        (["homs/uk.txt"], r"^homs has one edition: .*uk\.txt$"),
        (
            ["homs/uk.txt", "homs/ua.txt"],
            r"^homs has 2 editions in Ukrainian: .*uk\.txt and .*ua\.txt$",
        ),
        (["homs/uk.txt", "homs/uk.txt"], "^homs has 2 editions in Ukrainian"),
        (
            ["a/uk.txt", "b/new.txt", "b/en.txt"],
            r"2 editions in Ukrainian: .*uk\.txt and .*new\.txt$",
        ),
    ],
    ids=["none", "one", "two of one language", "one file twice", "a name that hides its language"],
)
def test_article_needs_two_editions_in_different_languages(
    tmp_path: Path, names: list[str], message: str
) -> None:
    paths = [
        write(tmp_path, name, EN if "en" in Path(name).stem.split(".") else UK) for name in names
    ]
    _, (skipped,), _ = collect("homs", paths)
    assert re.search(message, skipped.reason)
    assert skipped.hint


def test_an_edition_that_cannot_be_read_hides_no_other(tmp_path: Path) -> None:
    paths = [write(tmp_path, "uk.txt", UK), tmp_path / "en.txt", write(tmp_path, "ru.txt", RU)]
    documents, (skipped,), _ = collect("Battle", paths)
    assert [each.language for each in documents] == ["uk", "ru"]
    assert skipped.reason.endswith("en.txt does not exist")
