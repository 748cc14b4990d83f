"""``transcheck gate``: every article under some folders, for a pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from transcheck.cli.notes import remark
from transcheck.cli.options import Settings, comparing
from transcheck.cli.run import run

EPILOG = """
\b
Layouts that are found without configuration, also mixed:
  <article>/<language>.<ext>    homs/uk.html  homs/en.html
  <article>.<language>.<ext>    homs.uk.md    homs.en.md
  <language>/<article>.<ext>    uk/homs.txt   en/homs.txt

\b
Examples:
  transcheck gate stories/
  transcheck gate stories/ --format json --output report.json --fail-on warning
"""
_NAMED = 3
"""Stray files that are named in a remark; the others are counted."""


@click.command(epilog=EPILOG, short_help="Compare every article under folders, fail on findings.")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@comparing
def gate(paths: tuple[Path, ...], settings: Settings) -> int:
    """Compare the editions of every article under folders, and fail on findings.

    PATH is a folder, or a file that stands for the article it belongs to. An article that
    cannot be checked is reported, the others are checked all the same.
    """
    return check_folders(paths, settings)


def check_folders(paths: Sequence[Path], settings: Settings) -> int:
    """Compare the editions of every article under `paths` and return the exit code."""
    from transcheck.discovery import discover

    found = discover(paths)
    if found.strays and not settings.quiet:
        remark(_left_out(found.strays))
    from transcheck import pipeline

    return run(
        lambda encoder, advance: pipeline.check_many(found.articles, encoder, progress=advance),
        len(found.articles),
        settings,
    )


def _left_out(strays: Sequence[Path]) -> str:
    some = ", ".join(str(path) for path in strays[:_NAMED])
    more = f" and {len(strays) - _NAMED} more" if len(strays) > _NAMED else ""
    return f"left out, no language in the name: {some}{more}"
