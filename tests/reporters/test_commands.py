from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report_readers import obeyed
from transcheck.reporters.visible import ordinary


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("::error::x", ": :error::x", id="a command"),
        pytest.param("  \t::error::x", "  \t: :error::x", id="a command behind blanks"),
        pytest.param("\u200b:\u00ad:x", "\u200b:\u00ad :x", id="characters nobody sees"),
        pytest.param("a ##[error]x ##[y]", "a ## [error]x ## [y]", id="older commands anywhere"),
        pytest.param("###[x]", "### [x]", id="more signs than needed"),
        pytest.param("a :: b # [c] #[d]", "a :: b # [c] #[d]", id="ordinary already"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_takes_commands_apart(line: str, expected: str) -> None:
    assert ordinary(line) == expected


@given(st.text(st.sampled_from(":#[]x \u200b\u0301\t")))
def test_nothing_is_obeyed(line: str) -> None:
    assert not obeyed(ordinary(line))
    assert ordinary(ordinary(line)) == ordinary(line)
