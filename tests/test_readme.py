"""The README says what the tool does, and does it."""

from __future__ import annotations

import configparser
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


def test_what_it_installs_can_be_had_before_any_release() -> None:
    """No index has the package: it comes from a checkout or an address, with extras there are."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    installed = re.findall(r'pip install (?:--quiet )?("[^"]+"|[^\s`]+)', README)
    assert installed
    for requirement in (one.strip('"') for one in installed):
        assert re.match(r"\.(\[|$)|git\+https://|transcheck\[\w+\] @ git\+https://", requirement)
    named = re.findall(r"(?:transcheck|\.)\[([\w,]+)\]", README)
    extras = {extra for names in named for extra in names.split(",")}
    assert extras <= set(setup["options.extras_require"])
