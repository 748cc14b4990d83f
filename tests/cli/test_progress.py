from __future__ import annotations

import pytest

from transcheck.cli.progress import progress


def said(capfd: pytest.CaptureFixture[str], total: int, *, wanted: bool = True) -> list[str]:
    with progress(total, wanted=wanted) as advance:
        for done in range(1, total + 1):
            advance(done)
    out, err = capfd.readouterr()
    assert out == ""
    return err.splitlines()


def test_a_log_gets_a_line_for_every_tenth(capfd: pytest.CaptureFixture[str]) -> None:
    lines = said(capfd, 250)
    assert len(lines) == 10
    assert lines[0] == "transcheck: 25 of 250 articles"
    assert lines[-1] == "transcheck: 250 of 250 articles"


def test_a_log_gets_the_last_line_where_articles_come_in_batches(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with progress(7, wanted=True) as advance:
        advance(7)
    assert capfd.readouterr().err == "transcheck: 7 of 7 articles\n"


@pytest.mark.parametrize(
    ("total", "wanted"),
    [pytest.param(1, True, id="one article"), pytest.param(250, False, id="not wanted")],
)
def test_says_nothing(capfd: pytest.CaptureFixture[str], total: int, wanted: bool) -> None:
    assert said(capfd, total, wanted=wanted) == []


def test_a_terminal_gets_a_bar_that_goes_away(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    shown = "\n".join(said(capfd, 3))
    assert "3/3" in shown
    assert shown.endswith("\x1b[2K")
