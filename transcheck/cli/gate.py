"""``transcheck gate``: every article under some folders, for a pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from transcheck.cli.accepted import Accepting
from transcheck.cli.options import AUTO, Settings, comparing, jobs_option
from transcheck.cli.run import run
from transcheck.cli.searching import Wanted, articles_under, searching

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
  transcheck gate . --changed-since origin/main --require uk,en,ru
"""


@click.command(epilog=EPILOG, short_help="Compare every article under folders, fail on findings.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@searching
@jobs_option
@comparing
def gate(paths: tuple[Path, ...], settings: Settings, wanted: Wanted, jobs: int | str) -> int:
    """Compare the editions of every article under folders, and fail on findings.

    PATH is a folder, a file that stands for the article it belongs to, or a .jsonl file that
    transcheck pair wrote. An article that cannot be checked is reported, the others are
    checked all the same.
    """
    if not (paths or wanted.deleted):
        raise click.UsageError("Missing argument 'PATH...': name a folder")
    return check_folders(paths, settings, wanted, jobs)


def check_folders(
    paths: Sequence[Path], settings: Settings, wanted: Wanted, jobs: int | str = AUTO
) -> int:
    """Compare the editions of every article under `paths` and return the exit code."""
    articles = articles_under(paths, settings, wanted)
    from transcheck import workers

    accepting = Accepting.of(settings)
    processes = workers.jobs_for(jobs, len(articles))
    code = run(
        lambda encoder, advance: accepting.applied(
            workers.check_many(articles, encoder, settings.policy, jobs=processes, progress=advance)
        ),
        len(articles),
        settings,
    )
    accepting.tell(settings)
    return code
