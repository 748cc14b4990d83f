"""Tokens and the normalised text: every variant folded, every place kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.facts.tokens import Memo, kind_of, normalise, tokenize

APOSTROPHES = "’ʼ`ʹ´‘′＇"
SPACES = "\u00a0\u2009\u202f\u2007\u3000"


@given(st.text())
def test_normalising_keeps_every_place(text: str) -> None:
    assert len(normalise(text)) == len(text)


@given(st.text())
def test_tokens_are_slices_in_order_with_only_space_between(text: str) -> None:
    position = 0
    for token in tokenize(text):
        assert token.start >= position
        assert text[token.start : token.end] == token.raw != ""
        assert not normalise(text)[position : token.start].strip()
        position = token.end


@pytest.mark.parametrize("sign", APOSTROPHES)
def test_every_apostrophe_is_one(sign: str) -> None:
    assert [token.text for token in tokenize(f"п{sign}ять")] == ["п'ять"]


@pytest.mark.parametrize("sign", SPACES, ids=lambda sign: f"U+{ord(sign):04X}")
def test_every_space_is_one(sign: str) -> None:
    assert normalise(f"1{sign}250") == "1 250"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("двадцять‑п’ять", ["двадцять-п'ять"], id="hard-hyphen-inside-a-word"),
        pytest.param("−15", ["-", "15"], id="minus-sign"),
        pytest.param("30–40", ["30", "–", "40"], id="en-dash-stays-a-dash"),
        pytest.param("Ёлка", ["елка"], id="yo-and-capitals"),
        pytest.param("сто́лиця", ["столиця"], id="stress-mark"),
        pytest.param("дев\u00adять", ["девять"], id="soft-hyphen"),
        pytest.param("трёх", ["трех"], id="yo-of-two-code-points"),
        pytest.param("й", ["й"], id="short-i-of-two-code-points"),
        pytest.param("тиcяча", ["тисяча"], id="latin-c-in-a-cyrillic-word"),
        pytest.param("SMSка", ["smsка"], id="two-scripts-on-purpose"),
        pytest.param("YouTube-канал сто́", ["youtube-канал", "сто"], id="two-scripts-at-a-hyphen"),
        pytest.param("$1.5bn", ["$", "1", ".", "5", "bn"], id="digits-and-letters-part"),
        pytest.param("«24-річний»", ["«", "24", "-", "річний", "»"], id="digits-before-a-hyphen"),
        pytest.param("14½", ["14", "½"], id="vulgar-fraction"),
        pytest.param("Assad's", ["assad's"], id="possessive"),
    ],
)
def test_reads_as(written: str, read: list[str]) -> None:
    assert [token.text for token in tokenize(written)] == read


def test_tokens_touch_where_nothing_is_between() -> None:
    tokens = tokenize("5km more")
    assert tokens.touch(0)
    assert not tokens.touch(1)


def test_columns_say_the_same_as_the_tokens() -> None:
    tokens = tokenize("В 1991 році — «п’ять»")
    assert [token.text for token in tokens] == list(tokens.texts)
    assert [(t.start, t.end) for t in tokens] == list(zip(tokens.starts, tokens.ends, strict=True))
    assert [token.kind for token in tokens] == [*map(kind_of, tokens.raws)]


def test_a_memo_forgets_before_it_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transcheck.facts.tokens.TOKENS_MOST_WORDS", 10)
    memo = Memo(len)
    assert [memo["a" * n] for n in range(100)] == list(range(100))
    assert len(memo) <= 10
