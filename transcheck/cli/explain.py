"""``transcheck explain``: the manuals of the checks."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from transcheck.cli import notes
from transcheck.cli.completion import checks_and_families
from transcheck.cli.notes import display_of
from transcheck.configuration import OWN_FILE, SHARED_FILE, TABLE, nearest, toml
from transcheck.errors import UsageError
from transcheck.model import Family, Severity

if TYPE_CHECKING:
    from transcheck.checks import Check

EPILOG = """
\b
Examples:
  transcheck explain
  transcheck explain MIS001
  transcheck explain number
"""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


@click.command(epilog=EPILOG)
@click.argument("code", required=False, shell_complete=checks_and_families)
def explain(code: str | None) -> int:
    """Show the manual of a check, or the list of all checks.

    CODE is a check's code or name, the first letters of some codes, or a family.
    """
    from transcheck.checks import CHECKS

    checks = tuple(CHECKS)
    lines = _listed(checks) if code is None else _explained(_asked(code, checks))
    text = "".join(f"{line}\n" for line in lines)
    if not display_of(sys.stdout, os.environ).coloured:
        text = click.unstyle(text)
    notes.write_out(io.BytesIO(text.encode()))
    return 0


def _asked(name: str, checks: Sequence[Check]) -> list[Check]:
    wanted = name.strip().lower()
    exact = [c for c in checks if wanted in {c.code.lower(), c.rule}]
    found = exact or [
        c for c in checks if c.code.lower().startswith(wanted) or c.family.value == wanted
    ]
    if found and wanted:
        return found
    names = (*(c.code for c in checks), *(c.rule for c in checks))
    alike = nearest(name.upper(), names) or nearest(wanted, names)
    raise UsageError(f"there is no check {name!r}{alike}", hint="transcheck explain lists all")


def _listed(checks: Sequence[Check]) -> Iterator[str]:
    for family in Family:
        members = [c for c in checks if c.family is family]
        if members:
            yield click.style(family.value, bold=True)
        for c in members:
            severity = click.style(c.severity.value, fg=_COLOURS[c.severity])
            yield f"  {c.code}  {c.rule} ({severity})"
            yield f"          {c.summary}"
    yield ""
    yield "transcheck explain CODE shows the manual of a check."


def _explained(checks: Sequence[Check]) -> Iterator[str]:
    for n, c in enumerate(checks):
        if n:
            yield ""
        severity = click.style(c.severity.value, fg=_COLOURS[c.severity])
        yield f"{click.style(c.code, bold=True)} {c.rule} ({severity}, family {c.family.value})"
        yield ""
        yield c.manual
        yield from _options(c)


def _options(c: Check) -> Iterator[str]:
    """Yield what can be set about a check, and where."""
    if c.options:
        yield ""
        yield click.style(f"Options, in [checks.{c.code}] of {OWN_FILE}:", bold=True)
        yield f"([{TABLE}.checks.{c.code}] of {SHARED_FILE})"
    for option in c.options:
        yield ""
        yield f"{option.name} = {toml(option.default)}"
        yield f"    {option.about}"
        yield f"    It is {option.allowed}."
