"""``transcheck diff``: the editions of one article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from transcheck.cli.accepted import Accepting
from transcheck.cli.options import Settings, comparing
from transcheck.cli.run import run

EPILOG = """
\b
Examples:
  transcheck diff homs/uk.txt homs/en.txt homs/ru.txt
  transcheck diff story.ua.html story.en.html --format json --output story.json
"""


@click.command(epilog=EPILOG, short_help="Compare the editions of one article.")
@click.argument("editions", nargs=-1, type=click.Path(path_type=Path), metavar="EDITION EDITION...")
@comparing
def diff(editions: tuple[Path, ...], settings: Settings) -> int:
    """Compare the editions of one article: text, Markdown or HTML files.

    The language of an edition comes from its name (uk.txt, story.ua.md, en/story.html),
    else from the page's markup, else from the text itself. With two editions the first
    one named is the reference; with three, two outvote the third.
    """
    if len(editions) < 2:
        raise click.UsageError("diff compares two editions or more: name all their files")
    return check_editions(editions, settings)


def check_editions(editions: Sequence[Path], settings: Settings) -> int:
    """Compare the editions of one article and return the exit code."""
    from transcheck import pipeline

    accepting = Accepting.of(settings)
    code = run(
        lambda encoder, _advance: accepting.applied(
            [pipeline.check_files(None, editions, encoder, settings.policy)]
        ),
        1,
        settings,
    )
    accepting.tell(settings)
    return code
