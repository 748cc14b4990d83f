"""What is depended on has bounds on both sides, so that it installs the same in five years."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest

SETUP = configparser.ConfigParser()
SETUP.read(Path(__file__).parents[1] / "setup.cfg", encoding="utf-8")
EXACT = {"lint"}
"""Extras with exact versions, and stubs without any."""
REQUIRED = {
    "": SETUP["options"]["install_requires"],
    **{name: text for name, text in SETUP["options.extras_require"].items() if name not in EXACT},
}


@pytest.mark.parametrize("extra", REQUIRED)
def test_every_dependency_has_a_lower_and_an_upper_bound(extra: str) -> None:
    lines = [line for line in REQUIRED[extra].splitlines() if line.strip()]
    bound = re.compile(r"[\w-]+(?:\[\w+\])?>=[\d.]+,<[\d.]+")
    assert [line for line in lines if not bound.fullmatch(line.strip())] == []
