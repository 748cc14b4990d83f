"""Sentences of a document, with their places in the source file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.errors import UnknownNameError
from transcheck.model import Block, Document, Ignore, Kind
from transcheck.segmenting import segment

SOURCE = "Заголовок. Друга частина\n\nПерше <b>речення</b>. Дру-\n  ге &amp; третє!\nКінець"


def _document(language: str = "uk") -> Document:
    """Two blocks; the second lost its markup and its line breaks, as a loader drops them."""
    body = SOURCE.index("Перше")
    return Document(
        path=Path("story.uk.html"),
        language=language,
        title="Заголовок. Друга частина",
        blocks=(
            Block(Kind.HEADLINE, "Заголовок. Друга частина", ((0, 0),)),
            Block(
                Kind.BODY,
                "Перше речення. Дру- ге & третє! Кінець",
                (
                    (0, body),
                    (6, SOURCE.index("речення")),
                    (13, SOURCE.index(". Дру-")),
                    (19, SOURCE.index("\n  ге")),
                    (20, SOURCE.index("ге")),
                    (23, SOURCE.index("&")),
                    (24, SOURCE.index(" третє")),
                ),
            ),
        ),
        line_starts=(0, *(n + 1 for n, character in enumerate(SOURCE) if character == "\n")),
        author="А. Б. Шевченко",
        published=dt.date(2024, 12, 12),
        ignores=(Ignore("NUM", "перевірено", 1),),
    )


def test_every_sentence_knows_its_text_kind_and_block() -> None:
    segments = segment(_document()).segments
    assert [(s.index, s.kind, s.block, s.text) for s in segments] == [
        (0, Kind.HEADLINE, 0, "Заголовок."),
        (1, Kind.HEADLINE, 0, "Друга частина"),
        (2, Kind.BODY, 1, "Перше речення."),
        (3, Kind.BODY, 1, "Дру- ге & третє!"),
        (4, Kind.BODY, 1, "Кінець"),
    ]


def test_places_point_at_the_source() -> None:
    places = [(s.line, s.column, s.end_line, s.end_column) for s in segment(_document()).segments]
    assert places == [
        (1, 1, 1, 11),
        (1, 12, 1, 25),
        (3, 1, 3, 22),
        (3, 23, 4, 18),
        (5, 1, 5, 7),
    ]


def test_the_document_is_carried_over() -> None:
    document = _document()
    edition = segment(document)
    assert (edition.language, edition.path, edition.title) == ("uk", document.path, document.title)
    assert (edition.author, edition.published) == (document.author, document.published)
    assert edition.ignores == document.ignores


def test_a_block_without_words_has_no_segments() -> None:
    document = Document(Path("a.txt"), "en", "", (Block(Kind.BODY, "  ", ((0, 0),)),), (0,))
    assert segment(document).segments == ()


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownNameError, match="'xx'"):
        segment(_document("xx"))


@given(st.lists(st.text(st.sampled_from("аб АБ.!«»\u00a0"), max_size=40), max_size=4))
def test_source_and_segments_hold_the_same_text(paragraphs: list[str]) -> None:
    source = "\n".join(paragraphs)
    starts = [0]
    for paragraph in paragraphs[:-1]:
        starts.append(starts[-1] + len(paragraph) + 1)
    blocks = tuple(
        Block(Kind.BODY, paragraph, ((0, start),))
        for paragraph, start in zip(paragraphs, starts, strict=False)
    )
    lines = source.split("\n")
    for found in segment(Document(Path("a"), "ru", "", blocks, tuple(starts))).segments:
        assert found.line == found.end_line
        assert lines[found.line - 1][found.column - 1 : found.end_column - 1] == found.text
