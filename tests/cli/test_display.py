from __future__ import annotations

import io
from collections.abc import Mapping

import pytest

from transcheck.cli.notes import display_of
from transcheck.reporters import Display


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "environment", "styled", "coloured"),
    [
        pytest.param(True, {}, True, True, id="a terminal"),
        pytest.param(False, {}, False, False, id="a pipe"),
        pytest.param(True, {"NO_COLOR": "1"}, True, False, id="no colours, bold stays"),
        pytest.param(True, {"NO_COLOR": ""}, True, True, id="empty counts as not set"),
        pytest.param(True, {"TERM": "dumb"}, False, False, id="a terminal that cannot"),
        pytest.param(False, {"FORCE_COLOR": "1"}, True, True, id="a log that shows colours"),
        pytest.param(False, {"FORCE_COLOR": "0"}, False, False, id="zero counts as not set"),
        pytest.param(False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False, id="both"),
    ],
)
def test_styles(
    terminal: bool, environment: Mapping[str, str], styled: bool, coloured: bool
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    display = display_of(stream, environment)
    assert (display.styled, display.coloured) == (styled, coloured)


def test_a_pipe_has_one_width_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert display_of(io.StringIO(), {}) == Display()
    assert display_of(Terminal(), {}).width == 200


def test_closed_standard_output_is_no_terminal() -> None:
    assert display_of(None, {}) == Display()
