"""What a run shows on a real terminal, and how it ends when somebody presses Ctrl-C there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GATE = ("gate", "stories", "--fail-on", "never", "--output", "report.json")
pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")
CONTROLLED = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(2, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
"""Makes standard error the terminal that sends Ctrl-C, as a shell does, even where the tests
run in the background of one."""


class Terminal:
    """The screen of a terminal that a run has as its standard error."""

    def __init__(self, master: int, process: subprocess.Popen[bytes]) -> None:
        self._master = master
        self._process = process
        self.shown = b""

    def read(self) -> bool:
        try:
            more = os.read(self._master, 4096)
        except OSError:  # the last process that had the terminal has ended
            more = b""
        self.shown += more
        return bool(more)

    def press(self, key: bytes) -> None:
        os.write(self._master, key)

    def end(self) -> int:
        while self.read():
            pass
        return self._process.wait()


@contextmanager
def terminal(
    folder: Path, *arguments: str, term: str = "xterm", stories: int = 12
) -> Iterator[Terminal]:
    for number in range(stories):
        home = folder / f"stories/{number:02}"
        home.mkdir(parents=True)
        (home / "uk.txt").write_text("Міст відкрили 5 грудня.\n", encoding="utf-8")
        (home / "en.txt").write_text("The bridge was opened on 5 December.\n", encoding="utf-8")
    master, slave = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-c", CONTROLLED, "-m", "transcheck", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "TERM": term, "COLUMNS": "80"},
        stdout=subprocess.DEVNULL,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield Terminal(master, process)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def test_a_bar_that_goes_away(tmp_path: Path) -> None:
    with terminal(tmp_path, *GATE) as screen:
        assert screen.end() == 0
    assert b"comparing the editions" in screen.shown
    assert b"12/12" in screen.shown
    _, erased, rest = screen.shown.rpartition(b"\x1b[2K")
    assert erased
    assert rest.strip().startswith(b"\x1b[?25h") or rest.strip().startswith(
        b"transcheck: 12 articles"
    )
    assert b"12 articles, 12 checked" in rest


@pytest.mark.parametrize("option", ["--quiet", "--no-progress"])
def test_no_bar_where_none_is_wanted(tmp_path: Path, option: str) -> None:
    with terminal(tmp_path, *GATE, option) as screen:
        assert screen.end() == 0
    assert b"\x1b" not in screen.shown
    assert b"comparing" not in screen.shown
    assert bool(screen.shown) == (option != "--quiet")


def test_plain_lines_where_nothing_can_be_written_over(tmp_path: Path) -> None:
    with terminal(tmp_path, *GATE, term="dumb") as screen:
        assert screen.end() == 0
    assert b"\x1b" not in screen.shown
    assert b"transcheck: 12 of 12 articles\r\n" in screen.shown


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_the_run_and_brings_the_cursor_back(tmp_path: Path, jobs: str) -> None:
    # So many that a run cannot be over before the key is pressed, however busy the machine.
    with terminal(tmp_path, *GATE, "--jobs", jobs, stories=600) as screen:
        while b"comparing" not in screen.shown:
            assert screen.read()
        screen.press(b"\x03")
        assert screen.end() == 130
    assert b"interrupted: " in screen.shown
    assert b"Traceback" not in screen.shown
    assert screen.shown.rfind(b"\x1b[?25h") > screen.shown.rfind(b"\x1b[?25l")
    assert not (tmp_path / "report.json").exists()
