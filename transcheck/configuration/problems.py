"""What can be wrong with a configuration, kept until all of it is known.

Values as a TOML file has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple


def toml(value: object) -> str:
    """Return a value as a TOML file has it; of types that TOML has not, Python's writing."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            # Strings of TOML are those of JSON, DEL apart, which JSON lets stand as it is.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            return f"{{{', '.join(f'{toml(name)} = {toml(own)}' for name, own in value.items())}}}"
        case int() | float():
            return str(value)
    return repr(value)


class At(NamedTuple):
    """A place in a configuration."""

    key: str
    """The way to the value: ``severity.NUM``, ``patterns[2]``."""
    folder: Path
    """What relative paths are relative to."""

    def inside(self, name: str) -> At:
        """Return the place of an entry of the table that is here."""
        return At(f"{self.key}.{name}" if self.key else name, self.folder)

    def item(self, number: int) -> At:
        """Return the place of an item, counted from 1, of the list that is here."""
        return At(f"{self.key}[{number}]", self.folder)


class InvalidError(Exception):
    """A value that is not what it must be, or several of them."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Take one line a problem, each with the place it is at."""
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)

    @classmethod
    def value(cls, at: At, allowed: str, value: object) -> InvalidError:
        """Say what the value at a place must be, and what it is."""
        return cls([f"{at.key} must be {allowed}, not {_shown(value)}"])

    @classmethod
    def unknown(cls, at: At, what: str, known: Iterable[str]) -> InvalidError:
        """Say that there is no such name, and which ones there are."""
        names = tuple(known)
        return cls([f"unknown {what} {at.key!r}{nearest_key(at.key, names)}"])


def nearest(name: str, known: Iterable[str]) -> str:
    """Return ``; did you mean …?`` with the known names most like `name`, or nothing."""
    from difflib import get_close_matches

    alike = get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(alike)}?" if alike else ""


def nearest_key(key: str, known: Sequence[str]) -> str:
    """Return the known names most like the last part of a key, and all of them."""
    listed = ", ".join(known) or "none"
    return f"{nearest(key.rpartition('.')[2], known)} (known: {listed})"


def _shown(value: object) -> str:
    text = toml(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


_LONGEST = 60
