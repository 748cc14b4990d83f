"""A configuration to begin with: every key with its meaning, most of them commented out.

A line that starts with ``# `` explains, one that starts with ``#`` and a letter or bracket is
a setting that is off: without its ``#`` it is valid.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from transcheck.configuration.files import TABLE
from transcheck.configuration.keys import Key, key_of, keys
from transcheck.configuration.kinds import toml

_WIDTH = 88
_HEAD = "Configuration of transcheck. What is commented out shows the default or an example."


def starting(active: Mapping[str, object], *, shared: bool) -> str:
    """Return the text of a configuration.

    Args:
        active: the keys that are set, with their values.
        shared: for a pyproject.toml, where the tables have longer names.
    """
    known = {name: key_of(field) for name, field in keys().items()}
    lines = [f"# {_HEAD}", *([f"[{TABLE}]"] if shared else []), ""]
    for name, key in known.items():
        if not key.table:
            lines += [*_explained(key), _setting(name, key, active), ""]
    # Whatever stands behind the head of a table belongs to it: tables come last.
    for name, key in known.items():
        if key.table:
            head = key.table.format(f"{TABLE}.{name}" if shared else name)
            lines += [*_explained(key), *_off(head, key.example), ""]
    return "\n".join(lines[:-1]) + "\n"


def _setting(name: str, key: Key, active: Mapping[str, object]) -> str:
    if name in active:
        return f"{name} = {toml(active[name])}"
    return f"#{name} = {toml(key.example)}"


def _explained(key: Key) -> Iterator[str]:
    allowed = key.kind.allowed()
    values = f" {allowed[0].upper()}{allowed[1:]}." if allowed.startswith("one of") else ""
    yield from (f"# {line}" for line in _wrapped(f"{key.about}{values}"))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_on_hyphens=False, break_long_words=False)


def _off(head: str, example: object) -> Iterator[str]:
    """Yield a table that is commented out."""
    yield f"#{head}"
    entries = example if isinstance(example, dict) else {}
    yield from (f"#{name} = {toml(value)}" for name, value in entries.items())
