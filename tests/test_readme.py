"""The README says what the tool does, and does it."""

from __future__ import annotations

import doctest
import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_examples_are_what_the_commands_print() -> None:
    spec = importlib.util.spec_from_file_location("readme", ROOT / "benchmarks" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.refreshed(README) == README


def test_the_files_it_names_are_there() -> None:
    names = set(re.findall(r"\]\(([^)#:]+)\)", README))
    names |= set(re.findall(r"`((?:\.ci|training|fixtures|transcheck)/[\w./-]*)`", README))
    assert names
    assert [name for name in sorted(names) if not (ROOT / name).exists()] == []


def test_the_python_examples_print_what_they_are_said_to_print() -> None:
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0
