"""The configuration of a run: ``[tool.transcheck]`` of a pyproject.toml, or transcheck.toml.

A key is one field of `Config`, in `transcheck.configuration.keys`: with its type, what
values it may have, what it means and its default. A kind of value is one function of
`transcheck.configuration.kinds`. Whatever is wrong with a file is told at once.
"""

from __future__ import annotations

from transcheck.configuration.files import OWN_FILE, SHARED_FILE, TABLE, find, has_table, read
from transcheck.configuration.keys import NEVER, Config, limit_named
from transcheck.configuration.kinds import nearest, toml
from transcheck.configuration.policies import checks_named, policy_of

__all__ = [
    "NEVER",
    "OWN_FILE",
    "SHARED_FILE",
    "TABLE",
    "Config",
    "checks_named",
    "find",
    "has_table",
    "limit_named",
    "nearest",
    "policy_of",
    "read",
    "toml",
]
