"""The commands that explain: ``explain`` the checks, ``trace`` what became of a place."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
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
    from transcheck.model import Bead, Comparison, Finding


EXPLAIN_EPILOG = """
\b
Examples:
  transcheck explain
  transcheck explain MIS001
  transcheck explain number
"""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


@click.command(epilog=EXPLAIN_EPILOG)
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


TRACE_EPILOG = """
\b
Examples:
  transcheck trace uk.txt en.txt ru.txt --find Rastan
  transcheck trace uk.txt en.txt ru.txt --at en:12
"""


@click.command(epilog=TRACE_EPILOG, short_help="Tell why something was reported, or was not.")
@click.argument("editions", nargs=-1, type=click.Path(path_type=Path), metavar="EDITION EDITION...")
@click.option("--at", metavar="LANGUAGE:SENTENCE", help="A sentence, counted from 0 (en:12).")
@click.option("--find", metavar="WORD", help="Every sentence that has this word or part of one.")
def trace(editions: tuple[Path, ...], at: str | None, find: str | None) -> int:
    """Tell why something was reported, or was not, of one place of an article.

    For each sentence that is asked for: what stands beside it in the other editions, the
    facts of each, the names that were paired with the evidence term by term, and the
    findings there. Without --at and --find all sentences are shown.
    """
    from transcheck import embedding, tracing
    from transcheck.embedding import DEFAULT

    if len(editions) < 2:
        raise click.UsageError("trace compares two editions or more: name all their files")
    comparison, findings = tracing.traced(editions, embedding.load(DEFAULT))
    beads = list(_beads(comparison, at, find))
    if not beads:
        raise UsageError("no sentence has that", hint="try a part of the word, or --at en:0")
    lines = (line for bead in beads for line in _told(comparison, findings, bead))
    notes.write_out(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
    return 0


def _beads(comparison: Comparison, at: str | None, find: str | None) -> Iterator[Bead]:
    editions = comparison.article.editions
    wanted: set[tuple[int, int]] | None = None
    if at is not None:
        language, _, sentence = at.partition(":")
        codes = [edition.language for edition in editions]
        if language not in codes or not sentence.isdecimal():
            hint = f"write a language and a number: {codes[0]}:0"
            raise UsageError(f"--at {at!r} is no sentence of these editions", hint=hint)
        wanted = {(codes.index(language), int(sentence))}
    for bead in comparison.alignment.beads:
        places = {(n, i) for n, side in enumerate(bead.sides) for i in side}
        if wanted is not None and wanted.isdisjoint(places):
            continue
        texts = (editions[n].segments[i].text.lower() for n, i in places)
        if find is None or any(find.lower() in text for text in texts):
            yield bead


def _told(comparison: Comparison, findings: tuple[Finding, ...], bead: Bead) -> Iterator[str]:
    from transcheck.comparing.names.tracing import trace_names

    editions = comparison.article.editions
    yield f"bead, score {bead.score:.2f}"
    here = set()
    for n, side in enumerate(bead.sides):
        for i in side:
            here.add((editions[n].language, i))
            yield f"  {editions[n].language}:{i} {editions[n].segments[i].text}"
            for fact in comparison.facts[n]:
                if fact.segment == i:
                    yield f"    {fact.kind} “{fact.text}”: {fact.value}"
    yield from (f"  {line}" for line in trace_names(comparison, bead))
    there = [f for f in findings if any((o.language, o.segment) in here for o in f.occurrences)]
    yield from (f"  reported: {f.severity.value} {f.code} {f.text}" for f in there)
    if not there:
        yield "  reported: nothing"
    yield ""
