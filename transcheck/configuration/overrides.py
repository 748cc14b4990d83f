"""The tables ``overrides``: what is decided about the articles under some paths."""

from __future__ import annotations

from typing import Any

from transcheck.accepting import Override
from transcheck.configuration.kinds import Kind, glob, many, table, text
from transcheck.configuration.problems import At, InvalidError
from transcheck.configuration.selecting import check_name, chosen, closest, severities

ALLOWED = "a table with paths and any of ignore, severity and reason"


def overrides() -> Kind[tuple[Override, ...]]:
    """Return the kind of a list of tables, each about some paths."""
    return many(Kind(lambda: ALLOWED, _override), f"tables, each {ALLOWED}")


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

    found = dict(table(entry, ALLOWED).read(value, at))
    if not found.get("paths"):
        raise InvalidError([f"{at.key} must be {ALLOWED}: it has no paths"])
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
