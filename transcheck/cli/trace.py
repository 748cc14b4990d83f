"""``transcheck trace``: why something was reported, or was not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcheck.cli import notes
from transcheck.errors import UsageError

if TYPE_CHECKING:
    from transcheck.model import Bead, Comparison, Finding

EPILOG = """
\b
Examples:
  transcheck trace uk.txt en.txt ru.txt --find Rastan
  transcheck trace uk.txt en.txt ru.txt --at en:12
"""


@click.command(epilog=EPILOG, short_help="Tell why something was reported, or was not.")
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
    beads = list(_asked(comparison, at, find))
    if not beads:
        raise UsageError("no sentence has that", hint="try a part of the word, or --at en:0")
    lines = (line for bead in beads for line in _lines(comparison, findings, bead))
    notes.write_out(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
    return 0


def _asked(comparison: Comparison, at: str | None, find: str | None) -> Iterator[Bead]:
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


def _lines(comparison: Comparison, findings: tuple[Finding, ...], bead: Bead) -> Iterator[str]:
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
