"""``transcheck audit``: a whole archive, into tables; the next run does what changed."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcheck.cli.audit_progress import Advance, progress
from transcheck.cli.notes import remark
from transcheck.cli.options import Settings, comparing_silently, jobs_option
from transcheck.cli.progress import Terminated
from transcheck.cli.searching import Wanted, articles_under, searching
from transcheck.errors import UsageError
from transcheck.summary import EXIT_CLEAN, EXIT_UNCHECKED

if TYPE_CHECKING:
    from transcheck.auditing import Cut, Job, Machine, Outcome, Source
    from transcheck.embedding import Encoder

EPILOG = """
\b
SOURCE is one of
  a folder            laid out as for transcheck gate, or what transcheck pair wrote
  *.jsonl, *.ndjson   JSON Lines, also compressed (.gz): a row an edition
  *.parquet           Parquet (needs the extra tables): a row an edition

\b
Examples:
  transcheck audit stories/ -o audit/
  transcheck audit export.jsonl -o audit/ --column article=slug --column html=body
  transcheck audit "export/*.parquet" -o audit/ --dask tcp://scheduler:8786

\b
Exit codes:
  0  done, whatever was found
  2  wrong usage or configuration, or another audit is writing into FOLDER
  3  done, but some articles could not be checked; they are in the table unchecked
"""
_NAMED = 5
"""Languages that are named in a remark."""


@click.command(epilog=EPILOG, short_help="Compare a whole archive into tables; then what changed.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="Where the results go: summary.html and Parquet tables. In the folder of an earlier "
    "audit only what changed is compared; a run that was killed goes on.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="ROLE=NAME",
    help="Which column of a row is what: article, language, text, html, title, url, date. "
    "Default: the columns of these names. May be repeated.",
)
@click.option(
    "--dask",
    default="",
    metavar="ADDRESS",
    help="Compare on a Dask cluster: the address of its scheduler, or local:N for N processes "
    "of this machine (needs the extra dask).",
)
@click.option(
    "--partition-size",
    "size",
    type=click.IntRange(min=1),
    default=256,
    show_default=True,
    metavar="N",
    help="Articles of a partition, the part of the work that is stored at once.",
)
@searching
@jobs_option
@comparing_silently
def audit(
    sources: tuple[str, ...],
    folder: Path,
    columns: tuple[str, ...],
    dask: str,
    size: int,
    settings: Settings,
    wanted: Wanted,
    jobs: int | str,
) -> int:
    """Compare an archive, keep what was found as tables, and sum it up on a page.

    FOLDER gets summary.html, the tables behind it as CSV, and findings, alignments, articles
    and what could not be checked (unchecked) as Parquet. Run it again and only articles that
    are new or changed are compared.
    """
    from transcheck import auditing, embedding, workers

    source = _source(_paths(sources), columns, settings, wanted)
    encoder = embedding.load(
        settings.encoder or embedding.DEFAULT,
        remark=(lambda _message: None) if settings.quiet else remark,
    )
    job = _job(folder, encoder, settings)
    processes = workers.jobs_for(jobs, max(1, source.articles))
    outcome = _run(source, job, auditing.Machine(encoder, processes, dask), size, settings)
    if not settings.quiet:
        _tell(outcome, folder)
    return EXIT_UNCHECKED if outcome.overview.unchecked else EXIT_CLEAN


def _paths(sources: Sequence[str]) -> list[Path]:
    """Return the paths; globs are for shells that leave them, and for quotation marks."""
    paths: list[Path] = []
    for source in sources:
        if has_magic(source) and not Path(source).exists():
            found = sorted(glob(source, recursive=True))  # noqa: PTH207 - of any folder
            if not found:
                raise UsageError(f"nothing is called {source}", hint="name what to audit")
            paths += map(Path, found)
        else:
            paths.append(Path(source))
    return paths


def _source(
    paths: Sequence[Path], columns: tuple[str, ...], settings: Settings, wanted: Wanted
) -> Source:
    from transcheck.auditing import FileSource, RowSource, columns_named
    from transcheck.auditing.rows import is_rows

    if wanted.changed_since is not None:
        # Articles that it leaves out would be taken for removed ones.
        raise UsageError(
            "an audit finds out by itself what changed", hint="leave out --changed-since"
        )
    named = columns_named(columns)
    tables = [path for path in paths if is_rows(path)]
    if not tables:
        if columns:
            raise UsageError("--column is for rows, and SOURCE has none", hint="leave it out")
        return FileSource(articles_under(paths, settings, wanted))
    if len(tables) < len(paths):
        raise UsageError(
            "SOURCE is partly rows and partly folders", hint="audit them into folders of their own"
        )
    if wanted != Wanted():
        raise UsageError("SOURCE is rows: there are no files to choose", hint="leave that out")
    missing = [path for path in tables if not path.is_file()]
    if missing:
        raise UsageError(f"{missing[0]} does not exist", hint="check the path")
    return RowSource(tuple(tables), named)


def _job(folder: Path, encoder: Encoder, settings: Settings) -> Job:
    from transcheck import pipeline
    from transcheck.accepting import Baseline
    from transcheck.accepting.baseline import read
    from transcheck.auditing import Job
    from transcheck.reporters import working_folder

    return Job(
        folder=folder.absolute(),
        root=working_folder(),
        encoder=settings.encoder or encoder.name,
        policy=settings.policy,
        baseline=read(settings.baseline) if settings.baseline else Baseline(),
        signature=pipeline.signature(encoder, settings.policy),
    )


def _run(source: Source, job: Job, machine: Machine, size: int, settings: Settings) -> Outcome:
    from transcheck.auditing import Progress, audit

    done = [Progress()]
    with ExitStack() as stack:
        shown: list[Advance] = []

        def cut(parts: Cut) -> None:
            if not settings.quiet:
                _tell_left_out(parts)
            shown.append(stack.enter_context(progress(parts.editions, wanted=settings.progress)))

        def told(now: Progress) -> None:
            done.append(now)
            del done[0]
            shown[0](now)

        try:
            return audit(
                source, job, machine, size=size, cut=cut, progress=told, unguarded=_unguarded
            )
        except (KeyboardInterrupt, Terminated):
            stack.close()
            remark(
                f"interrupted: {done[0].compared:,} articles were compared; run the same command "
                "again and it goes on from the last partition that was stored"
            )
            raise


def _unguarded() -> None:
    remark(
        "the disk of the folder knows no locks: make sure that no other audit writes into it "
        "before this one has ended"
    )


def _tell_left_out(parts: Cut) -> None:
    if parts.foreign:
        most = sorted(parts.foreign.items(), key=lambda one: (-one[1], one[0]))
        some = ", ".join(f"{number:,} in {name}" for name, number in most[:_NAMED])
        more = f" and {len(most) - _NAMED} other languages" if len(most) > _NAMED else ""
        remark(f"left out, no language that is compared: {some}{more}")
    if parts.undated:
        remark(f"{parts.undated:,} editions have a date that is none (2024-05-31 would be one)")


def _tell(outcome: Outcome, folder: Path) -> None:
    done, found = outcome.done, outcome.overview
    remark(
        f"{done.compared:,} articles compared, {done.unchanged:,} unchanged; "
        f"{found.articles - found.unchecked:,} of {found.articles:,} articles checked, "
        f"{found.findings.errors:,} errors, {found.findings.warnings:,} warnings: "
        f"{folder / 'summary.html'}"
    )
