"""Sentences said anew: the words that changed, and not a byte besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.loading import FORMATS, load_bytes
from transcheck.rewriting import rewrite
from transcheck.segmenting import segment


def said(name: str, data: bytes, index: int, words: str, language: str = "uk") -> bytes:
    """Return the bytes of a source once one of its sentences says other words."""
    reader = FORMATS.get(name)
    (document,) = load_bytes(Path("x"), data, reader, language=language)
    edition = segment(document)
    edits = rewrite(edition.segments[index], words, reader.read(data).text)
    after = reader.edit(data, sorted(edits))
    (again,) = load_bytes(Path("x"), after, reader, language=language)
    assert segment(again).segments[index].text == " ".join(words.split())
    return after


BRIDGE = "Міст відкрили 5 грудня.\n\nЙого будували 20 років. Він довгий.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(encoding: str, end: str) -> None:
    text = BRIDGE.replace("\n", end)
    after = said("plain text", text.encode(encoding), 1, "Його будували цілих 12 років.")
    assert after == text.replace("будували 20", "будували цілих 12").encode(encoding)


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("Його <b>будували</b> 20 років.", "Його ремонтували 20 років.",
         "Його <b>ремонтували</b> 20 років."),
        ("Його <b>будували 20</b> років.", "Його зводили дванадцять років.",
         "Його <b>зводили дванадцять</b> років."),
        ("Його <b>будували</b> 20 років.", "Міст років.", "Міст<b></b> років."),
        ("Його&nbsp;будували&nbsp;20&nbsp;років.", "Його будували 12 років.",
         "Його&nbsp;будували&nbsp;12&nbsp;років."),
        ("Бюро &laquo;Міст&raquo; &amp; Ко будували.", "Бюро «Мости» & Ко будували.",
         "Бюро &laquo;Мости&raquo; &amp; Ко будували."),
        ("Бюро &laquo;Міст&raquo; будувало.", "Бюро будувало.", "Бюро будувало."),
        ("Його\n   будували\n   20 років.", "Його 20 років.", "Його\n   20 років."),
        ("Його буду\u00adвали 20 ро\u0301ків.", "Його зводили 20 літ.", "Його зводили 20 літ."),
        ("Його будували 20 років.", "Його будували < 20 & > 5 років.",
         "Його будували &lt; 20 &amp; &gt; 5 років."),
        ("Його <a href='/x'>будували</a> 20 років.", "Його будували 20 років, кажуть.",
         "Його <a href='/x'>будували</a> 20 років, кажуть."),
    ],
)  # fmt: skip
def test_markup_between_words_stays(source: str, words: str, expected: str) -> None:
    page = "<h1>Міст відкрили</h1>\r\n<p>Ось він, міст. {} Він довгий.</p>\r\n<!-- x -->"
    after = said("html fragment", page.format(source).encode(), 2, words)
    assert after.decode() == page.format(expected)


def test_markdown() -> None:
    source = "# Міст відкрили\n\nЙого **будували** [20](/x) років. Він довгий.\n"
    after = said("markdown", source.encode(), 1, "Його **зводили** 12 років.".replace("*", ""))
    assert after.decode() == source.replace("будували", "зводили").replace("20", "12")


def test_what_looks_like_an_entity_in_plain_text_is_none() -> None:
    source = "Міст відкрили\n\nБюро «A&amp;B» будувало міст. Він довгий.\n"
    after = said("plain text", source.encode(), 1, "Бюро «A&amp;C» будувало міст.")
    assert after.decode() == source.replace("&amp;B", "&amp;C")


def test_a_sentence_is_added_behind_another_and_one_is_taken_out() -> None:
    data = BRIDGE.encode()
    more = "Його будували 20 років. За це сплатили 46 млн."
    (document,) = load_bytes(Path("x"), data, FORMATS.get("plain text"), language="uk")
    edits = rewrite(segment(document).segments[1], more, BRIDGE)
    assert FORMATS.get("plain text").edit(data, edits).decode() == BRIDGE.replace(
        "20 років.", "20 років. За це сплатили 46 млн."
    )
    edits = rewrite(segment(document).segments[1], "", BRIDGE)
    assert "будували" not in FORMATS.get("plain text").edit(data, edits).decode()
