"""The tables ``checks.CODE``: options of checks, each of the type that its check declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from transcheck.checks.options import Option
from transcheck.configuration.kinds import Kind, converted, table
from transcheck.configuration.problems import At, InvalidError
from transcheck.configuration.selecting import unknown

Values = Mapping[str, Mapping[str, object]]
"""Code of a check, name of an option, value."""


def options_by_check() -> Kind[Values]:
    """Return the kind of a table of checks, by code or rule, each with a table of options."""
    return converted(table(_check, "a table of checks, each a table of options"), dict)


def _check(name: str, value: object, at: At) -> tuple[str, Mapping[str, object]]:
    from transcheck.checks import CHECKS

    found = next((c for c in CHECKS if name.lower() in {c.code.lower(), c.rule}), None)
    if found is None:
        raise InvalidError([f"{at.key}: {unknown(name)}"])
    options = {option.name: option for option in found.options}

    def entry(key: str, own: object, place: At) -> tuple[str, object]:
        return key, _value(options, key, own, place)

    return found.code, dict(table(entry, "a table of options").read(value, at))


def _value(options: Mapping[str, Option[Any]], name: str, value: object, at: At) -> object:
    if name not in options:
        raise InvalidError.unknown(at, "option", options)
    try:
        return options[name].read(value)
    except ValueError as error:
        raise InvalidError.value(at, str(error), value) from None
