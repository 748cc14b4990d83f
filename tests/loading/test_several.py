"""Several editions in one file: one after another, or in the columns or rows of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixture_cases import FIXTURES
from transcheck.loading import Content, Parsed, format_for, load_bytes, several, text_format
from transcheck.loading.formats import Cell
from transcheck.model import Block, Kind

DATA = Path(__file__).parents[1] / "data" / "office"
STORIES = sorted(path for path in (FIXTURES / "articles").iterdir() if (path / "uk.txt").exists())
LANGUAGES = ("uk", "en", "ru")
PLAIN = text_format("plain text")


def story(folder: Path, language: str) -> str:
    return (folder / f"{language}.txt").read_text(encoding="utf-8").strip()


def languages(text: str) -> list[str]:
    documents = load_bytes(Path("story.txt"), text.encode(), PLAIN)
    return [document.language for document in documents]


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
@pytest.mark.parametrize(
    "order", [("uk", "en", "ru"), ("ru", "uk"), ("en", "uk"), ("ru", "uk", "en")]
)
def test_editions_one_after_another_are_told_apart(folder: Path, order: tuple[str, ...]) -> None:
    text = "\n\n".join(story(folder, language) for language in order)
    documents = load_bytes(Path("story.txt"), text.encode(), PLAIN)
    assert tuple(document.language for document in documents) == order
    for document in documents:
        (alone,) = load_bytes(Path("s.txt"), story(folder, document.language).encode(), PLAIN)
        assert [b.text for b in document.blocks] == [b.text for b in alone.blocks]


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_edition_is_one(folder: Path, language: str) -> None:
    assert languages(story(folder, language)) == [language]


def test_names_of_languages_above_are_no_text() -> None:
    homs = FIXTURES / "articles" / "homs"
    labels = {"uk": "Українською:", "en": "EN", "ru": "На русском"}
    text = "\n\n".join(f"{labels[la]}\n\n{story(homs, la)}" for la in LANGUAGES)
    documents = load_bytes(Path("story.txt"), text.encode(), PLAIN)
    heads = [b.text for document in documents for b in document.blocks if b.kind is Kind.HEADLINE]
    assert heads == [story(homs, la).partition("\n")[0] for la in LANGUAGES]


def test_a_quotation_in_another_language_is_no_edition() -> None:
    homs = FIXTURES / "articles" / "homs"
    quotation = story(homs, "en").split("\n\n")[2]
    assert languages(f"{story(homs, 'uk')}\n\n{quotation}") == ["uk"]


def test_a_name_of_a_language_keeps_a_file_whole() -> None:
    homs = FIXTURES / "articles" / "homs"
    text = f"{story(homs, 'uk')}\n\n{story(homs, 'en')}"
    assert len(load_bytes(Path("story.txt"), text.encode(), PLAIN, language="uk")) == 1


@pytest.mark.parametrize("name", ["three.docx", "three.odt", "table.docx", "table.odt"])
def test_documents_of_three_editions(name: str) -> None:
    path = DATA / name
    documents = load_bytes(path, path.read_bytes(), format_for(path.suffix))
    assert [document.language for document in documents] == ["uk", "en", "ru"]
    heads = [document.blocks[0].text for document in documents]
    assert heads == ["У Ромнах відкрили нову школу", "A new school opens in Romny",
                     "В Ромнах открыли новую школу"]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_rows_are_as_good_as_columns(*, turned: bool) -> None:
    homs = FIXTURES / "articles" / "homs"
    blocks, cells, offset = [], [], 0
    for line, language in enumerate(LANGUAGES):
        for number, text in enumerate(story(homs, language).split("\n\n")):
            blocks.append(Block(Kind.BODY, text, ((0, offset),)))
            cells.append(Cell(1, line, number) if turned else Cell(1, number, line))
            offset += len(text) + 1
    groups = several.split(Content("", Parsed(tuple(blocks)), tuple(cells)))
    assert [code for code, _ in groups] == list(LANGUAGES)
