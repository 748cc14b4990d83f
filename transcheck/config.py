"""The configuration of a run: ``[tool.transcheck]`` of a pyproject.toml, or transcheck.toml."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from transcheck.errors import UsageError
from transcheck.model import Severity
from transcheck.reporters import REPORTERS

OWN_FILE = "transcheck.toml"
SHARED_FILE = "pyproject.toml"
TABLE = "tool.transcheck"
NEVER = "never"


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file decides; the command line overrules it."""

    encoder: str = ""
    """Name of an encoder; the empty string means the embedded one."""
    limit: Severity | None = Severity.ERROR
    """Findings from this severity upwards fail the run; None where none does."""
    format: str = "terminal"


class _ValueError(Exception):
    """What a value must be, for the message."""


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
    """Return what a configuration file says.

    Raises:
        UsageError: it cannot be read, or has errors; all of them are in the message.
    """
    table = _table(path)
    if table is None:
        raise UsageError(f"{path} has no table [{TABLE}]", hint="add it or leave out --config")
    config, errors = Config(), []
    for key, value in table.items():
        if key not in _KEYS:
            errors.append(_unknown(key))
            continue
        try:
            config = _KEYS[key](config, value)
        except _ValueError as error:
            errors.append(f"{key} must be {error}, not {value!r}")
    if errors:
        raise UsageError("\n  ".join((f"{path} is not valid:", *errors)))
    return config


def limit_named(name: str) -> Severity | None:
    """Return the severity called `name`, or None for ``never``."""
    return None if name == NEVER else Severity(name)


def nearest(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return ``; did you mean …?`` with the known names most like `name`, or nothing."""
    from difflib import get_close_matches

    alike = get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(alike)}?" if alike else ""


def _table(path: Path) -> Mapping[str, object] | None:
    import tomllib

    try:
        content: object = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"the configuration {path} cannot be read: {reason}") from error
    if path.name == SHARED_FILE:
        for key in TABLE.split("."):
            content = content.get(key) if isinstance(content, dict) else None
    return content if isinstance(content, dict) else None


def _unknown(key: str) -> str:
    return f"unknown key {key!r}{nearest(key, tuple(_KEYS))} (known: {', '.join(_KEYS)})"


def _encoder(config: Config, value: object) -> Config:
    if isinstance(value, str) and value:
        return replace(config, encoder=value)
    raise _ValueError("the name of an encoder")


def _fail_on(config: Config, value: object) -> Config:
    names = (*(severity.value for severity in Severity), NEVER)
    if isinstance(value, str) and value in names:
        return replace(config, limit=limit_named(value))
    raise _ValueError(f"one of {', '.join(names)}")


def _format(config: Config, value: object) -> Config:
    names = REPORTERS.names()
    if isinstance(value, str) and value in names:
        return replace(config, format=value)
    raise _ValueError(f"one of {', '.join(names)}")


_KEYS: Mapping[str, Callable[[Config, object], Config]] = {
    "encoder": _encoder,
    "fail-on": _fail_on,
    "format": _format,
}
