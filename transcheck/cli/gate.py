"""``transcheck gate``: every article under some folders, for a pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcheck.cli.accepted import Accepting
from transcheck.cli.notes import remark
from transcheck.cli.options import Settings, comparing
from transcheck.cli.run import run

if TYPE_CHECKING:
    from transcheck.discovery import ArticleFiles

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
    articles = articles_under(paths, settings)
    from transcheck import pipeline

    accepting = Accepting.of(settings)
    code = run(
        lambda encoder, advance: accepting.applied(
            pipeline.check_many(articles, encoder, progress=advance)
        ),
        len(articles),
        settings,
    )
    accepting.tell(settings)
    return code


def articles_under(paths: Sequence[Path], settings: Settings) -> tuple[ArticleFiles, ...]:
    """Return the articles under `paths`; files that are left out are told.

    Raises:
        UsageError: a path does not exist, or there is no article at all.
    """
    from transcheck.discovery import discover

    found = discover(paths)
    if found.strays and not settings.quiet:
        remark(_left_out(found.strays))
    return found.articles


def _left_out(strays: Sequence[Path]) -> str:
    some = ", ".join(str(path) for path in strays[:_NAMED])
    more = f" and {len(strays) - _NAMED} more" if len(strays) > _NAMED else ""
    return f"left out, no language in the name: {some}{more}"
