from __future__ import annotations

import subprocess
import sys

import pytest

from tests.stand_ins import Run
from transcheck import __version__

COMMANDS = ("diff", "gate", "report", "explain", "baseline")


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_the_commands_and_the_exit_codes(run: Run, option: str) -> None:
    result = run(option)
    assert (result.code, result.err) == (0, "")
    for command in COMMANDS:
        assert f"\n  {command} " in result.out
    for code in range(4):
        assert f"\n    {code}  " in result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert (result.code, result.err) == (0, "")
    assert f"    transcheck {command} " in result.out.partition("Examples:")[2]


@pytest.mark.parametrize("command", ["diff", "gate", "report"])
def test_the_comparing_commands_share_their_options(run: Run, command: str) -> None:
    out = run(command, "--help").out
    for option in ("--format", "--output", "--encoder", "--fail-on", "--config", "--quiet"):
        assert option in out


def test_no_command_at_all_is_wrong_usage(run: Run) -> None:
    result = run()
    assert result.code == 2
    assert "Usage: transcheck" in result.err + result.out


def test_the_version_from_the_module(run: Run) -> None:
    module = subprocess.run(
        [sys.executable, "-m", "transcheck", "--version"], capture_output=True, check=True
    )
    assert module.stdout.decode() == f"transcheck {__version__}\n" == run("--version").out
