"""Checks by name: a code, its first letters, or the name of a rule; the longest name decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from transcheck.accepting import Override
from transcheck.checks import Option
from transcheck.configuration.kinds import (
    At,
    InvalidError,
    Kind,
    choice,
    converted,
    glob,
    many,
    nearest,
    table,
    text,
)
from transcheck.model import Severity

ALL = "ALL"
"""The name that all checks have."""
ALLOWED = f"a check's code, the first letters of some (NUM), a check's name, or {ALL}"
OFF = "off"
"""The severity of a check that does not run."""
T = TypeVar("T")


def check_name() -> Kind[str]:
    """Return the kind of a name that at least one check has."""

    def read(value: object, at: At) -> str:
        if not isinstance(value, str):
            raise InvalidError.value(at, ALLOWED, value)
        if not codes(value):
            raise InvalidError([f"{at.key}: {unknown(value)}"])
        return value

    return Kind(lambda: ALLOWED, read)


def severities() -> Kind[Mapping[str, Severity | None]]:
    """Return the kind of a table of checks and their severities; None stands for off."""
    names = (*(severity.value for severity in Severity), OFF)
    one = choice(lambda: names)
    called = check_name()

    def entry(name: str, value: object, at: At) -> tuple[str, Severity | None]:
        called.read(name, at)
        grave = one.read(value, at)
        return name, None if grave == OFF else Severity(grave)

    pairs: Kind[tuple[tuple[str, Severity | None], ...]]
    pairs = table(entry, f"a table of checks and {', '.join(names)}")
    return converted(pairs, lambda found: dict(found))


def unknown(name: str) -> str:
    """Say that no check is called so, and which names are nearest."""
    from transcheck.checks import CHECKS

    names = [n for c in CHECKS for n in (c.code, c.rule)]
    names += sorted({c.code[:3] for c in CHECKS})
    near = nearest(name.upper(), names) or nearest(name.lower(), names)
    return f"no check is called {name!r}{near} (transcheck explain lists all)"


def codes(name: str) -> dict[str, int]:
    """Return the codes of the checks that have a name, and how closely it says which.

    The closeness is the number of letters of the code that the name tells.
    """
    from transcheck.checks import CHECKS

    wanted = name.strip().upper()
    if wanted == ALL:
        return {c.code: 0 for c in CHECKS}
    exact = {c.code: len(c.code) for c in CHECKS if wanted == c.rule.upper()}
    return exact or {c.code: len(wanted) for c in CHECKS if wanted and c.code.startswith(wanted)}


def closest(named: Mapping[str, T]) -> dict[str, T]:
    """Return what is said of each code, by the longest of its names in the mapping."""
    found: dict[str, tuple[int, T]] = {}
    for name, said in named.items():
        for code, closeness in codes(name).items():
            if code not in found or closeness > found[code][0]:
                found[code] = closeness, said
    return {code: said for code, (_, said) in found.items()}


def chosen(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Return the codes that are selected, all where nothing is, and not ignored as closely."""
    from transcheck.checks import CHECKS

    wanted = _closeness(select) or {c.code: -1 for c in CHECKS}
    unwanted = _closeness(ignore)
    return frozenset(c for c, closeness in wanted.items() if closeness > unwanted.get(c, -2))


def _closeness(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        for code, closeness in codes(name).items():
            found[code] = max(closeness, found.get(code, closeness))
    return found


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


OVERRIDE = "a table with paths and any of ignore, severity and reason"


def overrides() -> Kind[tuple[Override, ...]]:
    """Return the kind of a list of tables, each about some paths."""
    return many(Kind(lambda: OVERRIDE, _override), f"tables, each {OVERRIDE}")


def _override(value: object, at: At) -> Override:
    known: dict[str, Kind[Any]] = {
        "paths": many(glob(), "globs"),
        "ignore": many(check_name(), "codes of checks"),
        "severity": severities(),
        "reason": text("a reason"),
    }

    def entry(name: str, own: object, place: At) -> tuple[str, Any]:
        if name not in known:
            raise InvalidError.unknown(place, "key", known)
        return name, known[name].read(own, place)

    found = dict(table(entry, OVERRIDE).read(value, at))
    if not found.get("paths"):
        raise InvalidError([f"{at.key} must be {OVERRIDE}: it has no paths"])
    graded = closest(found.get("severity", {}))
    off = {code for code, grave in graded.items() if grave is None}
    ignored = chosen(found["ignore"], ()) if found.get("ignore") else frozenset()
    return Override(
        found["paths"],
        at.folder,
        ignored | off,
        {code: grave for code, grave in graded.items() if grave is not None},
        found.get("reason", ""),
    )
