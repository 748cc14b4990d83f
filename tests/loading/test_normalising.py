"""Source text to readable text with its places."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from transcheck.loading.normalising import Piece, block, plain
from transcheck.model import Kind


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  a\n\tb  ", "a b"),
        ("1\u00a0250\u202f000", "1 250 000"),
        ("a\u2028b\u3000c\x1cd", "a b c d"),
        ("и\u0306и\u0308", "йӥ"),
        ("\u0456\u0308жак", "їжак"),
        ("A\u030angström \u212b", "Ångström Å"),
        ("за\u0301мок", "замок"),
        ("зо\u0300лото", "золото"),
        ("café cafe\u0301", "café café"),
        ("г\u0301", "ѓ"),
        ("пере\u00adнос", "перенос"),
        ("за\u00ad\u0301мок", "замок"),
        ("сло\u200bво\ufeff", "слово"),
        ("\u202bабв\u202c\u200f", "абв"),
        ("\x1b[1;31mчервоне\x1b[0m", "червоне"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jтак", "так"),
        ("a\x00\x07\x7f\x85b", "a b"),
        ("\x1b", ""),
    ],
    ids=lambda value: ascii(value)[1:-1][:30],
)
def test_what_is_not_seen_goes(raw: str, clean: str) -> None:
    assert plain(raw) == clean


@pytest.mark.parametrize(
    "characters",
    [range(0x3100), range(0xD7F0, 0xE010), range(0xFB00, 0x10010), range(0xE0000, 0xE0100)],
    ids=lambda codes: f"{codes.start:X}-{codes.stop:X}",
)
def test_clean_text_is_recognised_by_every_character(characters: range) -> None:
    """Two spaces at the end make sure that a text is looked through with care."""
    for character in map(chr, characters):
        text = f"а{character}[0mб"
        assert plain(text) == plain(f"{text}  "), ascii(character)


@given(st.lists(st.tuples(st.text("aб .", max_size=5), st.integers(0, 9)), max_size=5))
def test_places_of_clean_text_are_those_of_its_pieces(pieces: list[Piece]) -> None:
    text = "".join(text for text, _ in pieces)
    assume("  " not in text)
    made = block(Kind.BODY, pieces)
    places = [offset + index for text, offset in pieces for index in range(len(text))]
    start = len(text) - len(text.lstrip())
    found = [made.source_offset(index) for index in range(len(made.text))] if made else []
    assert found == places[start : start + len(found)]
    assert (made.text if made else "") == text.strip()


def test_places_are_those_of_the_source() -> None:
    made = block(Kind.BODY, [(" пе\u00adре\u0301 и\u0306\n\nа", 100)])
    assert made is not None
    assert made.text == "пере й а"
    places = [made.source_offset(index) for index in range(len(made.text))]
    assert places == [101, 102, 104, 105, 107, 108, 110, 112]


def test_pieces_are_joined_before_anything_is_replaced() -> None:
    pieces: list[Piece] = [
        ("и", 5),
        ("\u0306", 20),
        ("\x1b", 30),
        ("[31m", 31),
        (" ", 40),
        (" б", 50),
    ]
    made = block(Kind.BODY, pieces)
    assert made is not None
    assert made.text == "й б"
    assert made.origins == ((0, 5), (1, 40), (2, 51))


def test_text_without_anything_to_see_is_no_block() -> None:
    assert block(Kind.BODY, [("\u00ad \u200b\n", 0)]) is None


def test_many_marks_on_one_letter_are_composed_in_linear_time() -> None:
    text = plain("а" + "\u0316\u0301" * 50_000)
    assert len(text) == 100_001
    assert unicodedata.is_normalized("NFC", text[:20])
