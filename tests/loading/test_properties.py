"""What holds for every input: no surprises, and true places."""

from __future__ import annotations

import html
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from transcheck.errors import LoadError
from transcheck.loading import load
from transcheck.loading.formats import FORMATS, Format, UnreadableError, text_format
from transcheck.model import Document

SUFFIXES = sorted(suffix for each in FORMATS for suffix in each.suffixes)
NAMES = [each.name for each in FORMATS if isinstance(each, Format)]

WORDS = st.sampled_from(
    [
        *re.findall(
            r"\S+", "місто город town А. ремонт, «міст» — http://x Å я\u200b \u202eк \x1b[0m"
        ),
        "и\u0306",
        "і\u0308жак",
        "за\u0301мок",
        "те\u00adкст",
        "1\u00a0250",
        "\u1112\u1161\u11ab",
    ]
)
MARKUP = st.sampled_from(
    [
        *re.findall(r"\S+", "<p> </p> <br> <br><br> <b> </b> <div> </div> <h1> </h1> <blockquote>"),
        *re.findall(r"\S+", "<ul><li> <table><td> <article> </article> <figcaption> </a> <script>"),
        *re.findall(r"\S+", "</script> <!-- --> </> < > & &amp; &nbsp; &#1078; &#774; &#xD800;"),
        *re.findall(r"\S+", "&laquo &NotEqualTilde; <pre> <title> <svg> <textarea> <em"),
        *re.findall(r"\S+", "# ## > - * ** _ ` ``` [ ] ]( ) ![ | --- \\ \\* 1. <http://x> ~~ ==="),
        *("<a href=x>", "<p class=lead>", "<p class=byline>", "\n", "\n\n", " ", "\t", "    "),
        *("\r\n", "\f", "\u2028", "---\n", "title: x\n"),
    ]
)
SOURCES = st.lists(st.one_of(WORDS, MARKUP), max_size=60).map(" ".join)
JOINED = st.lists(st.one_of(WORDS, MARKUP), max_size=60).map("".join)


def load_bytes(folder: Path, name: str, data: bytes) -> Document | None:
    path = folder / name
    path.write_bytes(data)
    try:
        return load(path)
    except LoadError as error:
        message = error.message
    assert str(path) in message
    return None


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(data=st.one_of(st.binary(max_size=300), SOURCES.map(str.encode), JOINED.map(str.encode)))
@example(data=b"\xff\xfe\x00\xd8")
@settings(max_examples=100, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_a_document_or_a_load_error(tmp_path: Path, suffix: str, data: bytes) -> None:
    document = load_bytes(tmp_path, f"uk{suffix}", data)
    if document is not None:
        assert document.blocks
        for block in document.blocks:
            assert block.text == " ".join(block.text.split()) != ""
            assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in block.text)
            assert block.origins[0][0] == 0
            assert [start for start, _ in block.origins] == sorted({s for s, _ in block.origins})


def stands_at(source: str, place: int, character: str) -> bool:
    """Return whether a character is what the source has at a place, after references and NFC."""
    if character == " " or source[place] == character:
        return True
    written = html.unescape(source[place : place + 80])
    end = 1
    while end < len(written) and (
        unicodedata.category(written[end])[0] == "M" or "\u1160" <= written[end] <= "\u11ff"
        or unicodedata.category(written[end]) == "Cf"
    ):  # fmt: skip
        end += 1
    cluster = "".join(c for c in written[:end] if unicodedata.category(c) != "Cf")
    return character in unicodedata.normalize("NFC", cluster) or source[place] == "&"


@pytest.mark.parametrize("name", NAMES)
@given(source=st.one_of(SOURCES, JOINED))
@settings(max_examples=150, suppress_health_check=list(HealthCheck))
def test_every_character_is_the_one_at_its_place(name: str, source: str) -> None:
    source = source.replace("\r\n", "\n")
    try:
        blocks = text_format(name).parse(source).blocks
    except UnreadableError:
        return
    for block in blocks:
        assert unicodedata.is_normalized("NFC", block.text)
        for index, character in enumerate(block.text):
            place = block.source_offset(index)
            assert stands_at(source, place, character), (block, index)


@given(
    paragraphs=st.lists(
        st.lists(WORDS, min_size=3, max_size=12).map(" ".join), min_size=2, max_size=6
    )
)
@settings(max_examples=100)
def test_no_paragraph_of_a_page_is_lost(paragraphs: list[str]) -> None:
    texts = [f"Слово {index} {text} кінець." for index, text in enumerate(paragraphs)]
    body = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    found = " ".join(
        block.text
        for block in text_format("html").parse(f"<h1>Назва</h1><article>{body}</article>").blocks
    )
    for index in range(len(texts)):
        assert f"Слово {index} " in found
