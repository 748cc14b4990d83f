"""``transcheck report``: one HTML page for the editors."""

from __future__ import annotations

from pathlib import Path

import click

from transcheck.cli.diff import check_editions
from transcheck.cli.gate import check_folders
from transcheck.cli.options import Settings, comparing, jobs_option
from transcheck.cli.searching import Wanted, searching
from transcheck.errors import UsageError

FORMAT = "html"
EPILOG = """
\b
Examples:
  transcheck report stories/ --output findings.html
  transcheck report homs/uk.txt homs/en.txt homs/ru.txt --output homs.html
  transcheck report https://news.example/en/homs --output homs.html
"""


@click.command(epilog=EPILOG, short_help="Write a page to work through the findings.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@searching
@jobs_option
@comparing
def report(paths: tuple[str, ...], settings: Settings, wanted: Wanted, jobs: int | str) -> int:
    """Write one HTML page on which editors see, accept or send back the findings.

    PATH is a folder, as for gate, or the editions of one article in any form that diff takes.
    The page is a single file that needs nothing but a browser; name it with --output FILE.html.
    """
    if not any(output.reporter.name == FORMAT for output in settings.outputs):
        raise UsageError("report writes an HTML page", hint="name it: --output FILE.html")
    from transcheck import sources

    if wanted == Wanted() and sources.name_one_article(paths):
        return check_editions(paths, settings)
    return check_folders([Path(path) for path in paths], settings, wanted, jobs)
