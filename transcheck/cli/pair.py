"""``transcheck pair``: which documents are editions of one story."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcheck import configuration
from transcheck.cli import notes
from transcheck.cli.notes import complain, remark
from transcheck.cli.outputs import replace_file
from transcheck.cli.progress import progress
from transcheck.cli.searching import spare
from transcheck.configuration import Config
from transcheck.errors import TranscheckError, UsageError
from transcheck.summary import EXIT_CLEAN, EXIT_UNCHECKED

if TYPE_CHECKING:
    from transcheck.matching import Matching
    from transcheck.matching.gathering import Files

FORMATS = ("terminal", "json", "jsonl", "csv")
_PLAIN = (".txt", FORMATS[0])
_SUFFIXES = frozenset((".json", ".jsonl", ".csv", ".html", ".htm", ".md", ".txt"))
EPILOG = """
\b
Examples:
  transcheck pair export/ --output pairs.jsonl
  transcheck gate pairs.jsonl
  transcheck pair uk/ en/ ru/ --format csv --output pairs.csv

\b
Exit codes:
  0  every document was read
  2  wrong usage
  3  a document could not be read; the others were matched
"""


@click.command(epilog=EPILOG, short_help="Find out which documents are editions of one story.")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    metavar="FORMAT",
    help=f"How to write the result: {', '.join(FORMATS)}. Default: terminal, or what the name "
    "of the output file asks for. The lines of jsonl are what gate and report read.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it; default: standard output, also called -.",
)
@click.option(
    "--include",
    metavar="GLOB",
    multiple=True,
    help="Look only at files that match a glob as in .gitignore. May be repeated.",
)
@click.option(
    "--exclude",
    metavar="GLOB",
    multiple=True,
    help="Leave out files and folders that match a glob as in .gitignore. May be repeated.",
)
@click.option(
    "--no-gitignore",
    "gitignore",
    flag_value=False,
    default=True,
    help="Look at what .gitignore files name, too.",
)
@click.option("-q", "--quiet", is_flag=True, help="Nothing but errors on standard error.")
@click.option("--no-progress", is_flag=True, help="No progress bar or lines.")
def pair(
    paths: tuple[Path, ...], *, format_: str | None, output: Path | None,
    include: tuple[str, ...], exclude: tuple[str, ...], gitignore: bool,
    quiet: bool, no_progress: bool,
) -> int:  # fmt: skip
    """Find out which documents are editions of one story, where their names do not say it.

    PATH is a folder, in which every file is one document. Its language comes from its name
    or a folder's, else from the page's markup, else from the text. Stories that lack an
    edition in a language of the others are named; documents without text, and such as still
    hold that of another one, wait for theirs.
    """
    target = None if output is None or str(output) == "-" else output
    written = format_ or _by_suffix(target)
    _check(target, written)
    files = _files(paths, include, exclude, gitignore=gitignore)
    spare([target], (file.path for file in files.files))
    matching = _matched(files, wanted=not (quiet or no_progress))
    _write(matching, written, target)
    for each in matching.skipped:
        named = each.what in each.reason
        complain(each.reason if named else f"{each.what}: {each.reason}", each.hint)
    if target and not quiet:
        remark(f"{len(matching.stories)} stories: {target}")
    return EXIT_UNCHECKED if matching.skipped else EXIT_CLEAN


def _files(
    paths: tuple[Path, ...], include: tuple[str, ...], exclude: tuple[str, ...], *, gitignore: bool
) -> Files:
    """Return what is to be read; what the command line does not say, the configuration does."""
    from transcheck.discovery import Globs
    from transcheck.matching.gathering import find

    file = configuration.find(Path.cwd())
    config = configuration.read(file) if file else Config()
    folder = file.parent if file else Path()
    return find(
        paths,
        include=Globs(include) if include else Globs(config.include, folder),
        exclude=Globs(exclude) if exclude else Globs(config.exclude, folder),
        gitignore=gitignore,
    )


def _matched(files: Files, *, wanted: bool) -> Matching:
    from dataclasses import replace

    from transcheck import embedding
    from transcheck.matching import match
    from transcheck.matching.gathering import gather

    count = len(files.files)
    with progress(count, wanted=wanted, doing="reading", what="documents") as advance:
        # The default encoder, whatever else is configured: its cosines are what was measured.
        gathered = gather(files.files, embedding.load(), advance)
        matching = match(gathered.portraits)
    skipped = sorted((*files.skipped, *gathered.skipped), key=lambda each: each.what)
    waiting = sorted(gathered.waiting, key=lambda each: each.what)
    return replace(matching, waiting=tuple(waiting), skipped=tuple(skipped))


def _by_suffix(target: Path | None) -> str:
    suffix = target.suffix.lower().removeprefix(".") if target else ""
    return suffix if suffix in FORMATS else FORMATS[0]


def _check(target: Path | None, format_: str) -> None:
    """Find out before a long run what would keep its result from being written."""
    if target is None:
        return
    suffix = target.suffix.lower()
    if suffix in _SUFFIXES and suffix != f".{format_}" and (suffix, format_) != _PLAIN:
        raise UsageError(
            f"the output {target} would be {format_} under the name of another format",
            hint=f"name it *.{format_}" if format_ != FORMATS[0] else "name it *.txt",
        )
    if target.is_dir():
        raise UsageError(f"the output {target} is a folder", hint="name a file in it")
    folder = target.absolute().parent
    if not folder.is_dir():
        raise UsageError(
            f"there is no folder {target.parent} for the output {target.name}", hint="make it first"
        )
    if not os.access(target if target.exists() else folder, os.W_OK):
        raise UsageError(f"the output {target} cannot be written", hint="name another file")


def _write(matching: Matching, format_: str, target: Path | None) -> None:
    from transcheck.matching.writing import WRITERS

    text = WRITERS[format_](matching, target.parent if target else Path())
    spool = io.BytesIO(text.encode(errors="backslashreplace"))
    if target is None:
        notes.write_out(spool)
        return
    try:
        replace_file(spool, target)
    except OSError as error:
        why = error.strerror or error
        raise TranscheckError(f"the result cannot be written to {target}: {why}") from error
