"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from transcheck.loading.decoding import decode
from transcheck.loading.formats import UnreadableError

UK = "Ґанок і «їжак» — 5 №"
RU = "Объявление: съёмка, 1941–1945 гг."
EN = "It’s the “end” — at last…"

ENCODED = {
    "utf-8": UK.encode(),
    "utf-8 with a byte order mark": codecs.BOM_UTF8 + UK.encode(),
    "utf-16 little-endian with a byte order mark": codecs.BOM_UTF16_LE + UK.encode("utf-16-le"),
    "utf-16 big-endian with a byte order mark": codecs.BOM_UTF16_BE + UK.encode("utf-16-be"),
    "utf-16 little-endian without one": UK.encode("utf-16-le"),
    "utf-16 big-endian without one": UK.encode("utf-16-be"),
    "utf-32 with a byte order mark": codecs.BOM_UTF32_LE + UK.encode("utf-32-le"),
    "windows-1251": UK.encode("cp1251"),
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_encodings_are_told_apart(data: bytes) -> None:
    assert decode(data) == UK


@pytest.mark.parametrize("text", [RU, EN], ids=["Russian", "English with curly quotes"])
def test_windows_1251_is_recognised_in_each_language(text: str) -> None:
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("koi8-r", "KOI8-R"),
        ("iso-8859-5", "iso-8859-5"),
        ("cp1251", "Windows-1251"),
        ("utf-8", "windows-1251"),
        ("cp1251", "utf-8"),
        ("cp1251", "no-such-thing"),
        ("cp1251", "rot13"),
    ],
    ids=[
        "declared, and windows-1251 would give no words",
        "declared by its number",
        "declared in capitals",
        "declared, but it is valid UTF-8",
        "declared UTF-8, but is not",
        "unknown",
        "no encoding of texts",
    ],
)
def test_declaration_counts_where_the_bytes_fit_it(encoding: str, declared: str) -> None:
    text = "Объявление: съёмка в пятницу"
    assert decode(text.encode(encoding), declared) == text


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "data",
    [
        UK.encode().decode("cp1251", "replace").encode("cp866", "replace"),
        ("Привет " * 5).encode("koi8-r"),
        ("naïve café über " * 5).encode("latin-1"),
    ],
    ids=["twice encoded", "another Cyrillic encoding", "another Latin encoding"],
)
def test_text_that_would_be_mojibake_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not valid UTF-8"):
        decode(data)


def test_message_says_where_the_bytes_are_wrong() -> None:
    with pytest.raises(UnreadableError, match=r"byte 13, line 3"):
        decode(b"one\ntwo\n caf\xe9 \xff")
