from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.reporters.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Наїм Касем — 1 500 ₴", "Наїм Касем — 1 500 ₴", id="text stays"),
        pytest.param("\x1b[31mred", "␛[31mred", id="terminal escape"),
        pytest.param("\x9b31m", "<U+009B>31m", id="escape in one character"),
        pytest.param("a\x00b\x7f", "a␀b␡", id="NUL and delete"),
        pytest.param("a\r\nb\tc\u2028d", "a  b c d", id="line breaks and tabs"),
        pytest.param("\u202eevil\u202c", "<U+202E>evil<U+202C>", id="marks of direction"),
        pytest.param("\udcff", "<U+DCFF>", id="lone surrogate"),
        pytest.param("1\u00a0500 со\u00adюз", "1\u00a0500 со\u00adюз", id="spaces, soft hyphen"),
        pytest.param("👩‍🚒 日本", "👩‍🚒 日本", id="joined and wide characters"),
    ],
)
def test_shows(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_steers_the_terminal(text: str) -> None:
    shown = visible(text)
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(c) for c in shown}
    assert visible(shown) == shown
