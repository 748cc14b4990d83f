"""Configuration files: where they are, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from transcheck.configuration import kinds
from transcheck.configuration.keys import Config, key_of, keys
from transcheck.configuration.kinds import At, InvalidError
from transcheck.errors import UsageError, because

OWN_FILE = "transcheck.toml"
SHARED_FILE = "pyproject.toml"
TABLE = "tool.transcheck"


def find(folder: Path) -> Path | None:
    """Return the configuration file nearest to `folder`, going up, or None.

    A pyproject.toml counts only where it has a table for us.

    Raises:
        UsageError: a pyproject.toml on the way cannot be read.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        if (place / OWN_FILE).is_file():
            return place / OWN_FILE
        shared = place / SHARED_FILE
        if shared.is_file() and _table(shared) is not None:
            return shared
    return None


def read(path: Path) -> Config:
    """Return what a configuration file says; relative paths in it are relative to it.

    Raises:
        UsageError: it cannot be read, or has errors; all of them are in the message.
    """
    table = _table(path)
    if table is None:
        raise UsageError(f"{path} has no table [{TABLE}]", hint="add it or leave out --config")
    top = At(TABLE if path.name == SHARED_FILE else "", path.absolute().parent)
    known = keys()

    def entry(name: str, value: object, at: At) -> tuple[str, object]:
        if name not in known:
            raise InvalidError.unknown(at, "key", known)
        return known[name].name, key_of(known[name]).kind.read(value, at)

    try:
        values = dict(kinds.table(entry, "a table").read(table, top))
    except InvalidError as error:
        raise UsageError("\n  ".join((f"{path} is not valid:", *error.problems))) from None
    return Config(path=path, **values)  # type: ignore[arg-type]  # each is of its key's kind


def has_table(path: Path) -> bool:
    """Return whether a pyproject.toml has a table for us.

    Raises:
        UsageError: it cannot be read.
    """
    return _table(path) is not None


def _table(path: Path) -> Mapping[str, object] | None:
    import tomllib

    try:
        content: object = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        why = because(error)
        raise UsageError(f"the configuration {path} cannot be read: {why}") from error
    if path.name == SHARED_FILE:
        for name in TABLE.split("."):
            content = content.get(name) if isinstance(content, dict) else None
    return content if isinstance(content, dict) else None
