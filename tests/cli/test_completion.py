"""Completion, asked for by a real bash: the function it calls, and the TAB key."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stand_ins import Run
from transcheck.reporters import REPORTERS

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
ASK = """
source <(transcheck completion bash) || exit 1
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
compopt() { echo "${@: -1}"; }
_transcheck_completion transcheck
printf '%s\\n' "${COMPREPLY[@]}"
"""
PATIENCE = 60
"""Seconds after which a shell that says nothing is taken for dead."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which the command is found, as installed."""
    command = tmp_path / "bin/transcheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m transcheck "$@"\n')
    command.chmod(0o755)
    root = Path(__file__).parents[2]
    return {
        **os.environ,
        "PATH": f"{command.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(root),
        "TERM": "dumb",
    }


def completed(environment: dict[str, str], *words: str) -> list[str]:
    """Return what bash offers for the last word of a command line."""
    line = ("bash", "--norc", "-c", ASK, "bash", "transcheck", *words)
    done = subprocess.run(line, env=environment, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return [word for word in done.stdout.splitlines() if word]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        pytest.param(("bas",), ["baseline"], id="a command"),
        pytest.param(("baseline", "pr"), ["prune"], id="a command of a group"),
        pytest.param(("gate", "--fail-on", "e"), ["error"], id="a choice"),
        pytest.param(("explain", "mov"), ["moved", "MOV", "MOV001"], id="a check"),
        pytest.param(("explain", "number-d"), ["number-differs"], id="a rule"),
        pytest.param(("gate", "--select", "MOV"), ["MOV", "MOV001"], id="checks to select"),
        pytest.param(("diff", "--ignore", "NUM,mov"), ["NUM,MOV", "NUM,MOV001"], id="a list"),
        pytest.param(("gate", "--require", "uk,e"), ["uk,en"], id="languages"),
        pytest.param(("report", "--encoder", "st"), ["static"], id="an encoder"),
        pytest.param(("gate", "--encoder", "./"), ["dirnames"], id="a model's folder"),
        pytest.param(("gate", "--output", "js"), ["json="], id="a format to write"),
        pytest.param(("gate", "--output", "./"), ["default"], id="a file to write"),
        pytest.param(("gate", "--config", ""), ["default"], id="a file to read"),
        pytest.param(("completion", "z"), ["zsh"], id="a shell"),
    ],
)
def test_bash_offers(
    environment: dict[str, str], words: tuple[str, ...], offered: list[str]
) -> None:
    assert completed(environment, *words) == offered


def test_bash_offers_every_format(environment: dict[str, str]) -> None:
    assert completed(environment, "gate", "-f", "") == list(REPORTERS.names())


class Terminal:
    """A bash that somebody types into."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._stream, own = pty.openpty()
        self._process = subprocess.Popen(
            ["bash", "--norc", "-i"],
            env={**environment, "PS1": "> "},
            stdin=own,
            stdout=own,
            stderr=own,
            start_new_session=True,
        )
        os.close(own)
        self._seen = ""

    def type(self, keys: str) -> None:
        os.write(self._stream, keys.encode())

    def wait_for(self, text: str) -> None:
        """Read until bash shows a text behind what was read before."""
        while text not in self._seen:
            ready, _, _ = select.select([self._stream], [], [], PATIENCE)
            assert ready, f"bash is silent after {self._seen!r}"
            self._seen += os.read(self._stream, 4096).decode(errors="replace")
        self._seen = self._seen.partition(text)[2]

    def close(self) -> None:
        os.close(self._stream)
        self._process.wait(PATIENCE)


@pytest.fixture
def terminal(environment: dict[str, str]) -> Iterator[Terminal]:
    opened = Terminal(environment)
    yield opened
    opened.close()


def test_the_tab_key_completes(terminal: Terminal) -> None:
    terminal.wait_for("> ")
    terminal.type('eval "$(transcheck completion bash)" && echo sw"itched on"\n')
    terminal.wait_for("switched on")
    terminal.type("transcheck expl\t")
    terminal.wait_for("transcheck explain ")
    terminal.type("number-d\t")
    terminal.wait_for("number-differs ")
    terminal.type("| head -n 1\n")
    terminal.wait_for("NUM001 number-differs (error")
    terminal.type("exit\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_has_a_script_that_asks_us(run: Run, shell: str) -> None:
    result = run("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert f"_TRANSCHECK_COMPLETE={shell}_complete" in result.out


def test_another_shell_is_wrong_usage(run: Run) -> None:
    result = run("completion", "tcsh")
    assert result.code == 2
    assert "'bash', 'zsh', 'fish'" in result.err
