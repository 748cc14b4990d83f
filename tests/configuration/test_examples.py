"""The configuration that the README shows is one, and so are the tables that it names."""

from __future__ import annotations

import re
from pathlib import Path

from transcheck.configuration import policy_of, read
from transcheck.configuration.keys import keys

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"```\w+\n# (\S+\.(?:toml|tsv|csv))\n(.*?)```", README, re.DOTALL))
"""What stands behind a comment with the name of a file, by that name."""


def test_the_configuration_of_the_readme_is_valid_and_has_every_key(tmp_path: Path) -> None:
    for name, text in BLOCKS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    config = read(tmp_path / "transcheck.toml")
    policy = policy_of(config)
    assert policy.glossary.entries
    shown = {
        name
        for name in keys()
        if re.search(rf"^\[*{name}\b", BLOCKS["transcheck.toml"], re.MULTILINE)
    }
    assert shown == set(keys())
