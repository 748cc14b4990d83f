"""``transcheck baseline``: accept findings, see what was accepted, drop what is stale."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transcheck.cli import notes
from transcheck.cli.options import BASELINE, Settings, comparing_silently
from transcheck.cli.outputs import replace_file
from transcheck.cli.run import Accepting, run
from transcheck.cli.searching import Wanted, articles_under, searching, spare
from transcheck.errors import UsageError
from transcheck.model import ArticleReport
from transcheck.reporters.visible import visible
from transcheck.summary import EXIT_UNCHECKED

if TYPE_CHECKING:
    from transcheck.accepting import Baseline, Entry
    from transcheck.discovery import ArticleFiles

EPILOG = """
\b
Examples:
  transcheck baseline update stories/ --reason "as the agency has it"
  transcheck baseline prune stories/
  transcheck baseline migrate stories/
  transcheck baseline show
"""
_ABOUT = f"""The findings that were accepted, each with a reason: they do not fail the gate.

    They are in {BASELINE}, which diff, gate and report use where it lies in the working
    folder. A finding is known by its words, so that it stays accepted after edits elsewhere.
    """
_PATHS = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)


@click.group(epilog=EPILOG, help=_ABOUT, short_help="Accept findings, and see what is accepted.")
def baseline() -> None:
    """Hold the commands about the baseline."""


@baseline.command()
@_PATHS
@click.option("--reason", default="no reason given", help="Why, for the new entries.")
@searching
@comparing_silently
def update(paths: tuple[Path, ...], settings: Settings, wanted: Wanted, reason: str) -> int:
    """Accept all findings there are now; entries that exist keep their reasons.

    PATH is the same as for gate.
    """
    settings = replace(settings, baseline=settings.baseline or BASELINE)
    _check_folder(settings)
    articles = articles_under(paths, replace(settings, baseline=None), wanted)
    spare([settings.baseline], (path for article in articles for path in article.editions))
    accepting = _opened(settings)
    found: list[Entry] = []
    code = _compared(
        articles,
        settings,
        accepting,
        lambda report: found.extend(_new(report, reason)),
    )
    before = accepting.baseline
    _write(type(before).of((*before.entries, *found)), settings)
    _say(settings, f"{len(found)} accepted, {len(before.entries)} before: {settings.baseline}")
    accepting.tell(settings)
    return code


@baseline.command()
@_PATHS
@searching
@comparing_silently
def prune(paths: tuple[Path, ...], settings: Settings, wanted: Wanted) -> int:
    """Drop the entries of the articles under PATH for which there is no finding any more.

    Entries of other articles, and of those that could not be checked, stay.
    """
    settings = replace(settings, baseline=settings.baseline or BASELINE)
    accepting = Accepting.of(settings)
    code = _compared(
        articles_under(paths, settings, wanted), settings, accepting, lambda _report: None
    )
    kept = accepting.baseline - accepting.stale
    if accepting.stale:
        _write(kept, settings)
    _say(
        settings,
        f"{len(accepting.stale)} removed, {len(kept.entries)} kept: {settings.baseline}",
    )
    return code


@baseline.command()
@_PATHS
@searching
@comparing_silently
def migrate(paths: tuple[Path, ...], settings: Settings, wanted: Wanted) -> int:
    """Carry entries of an older version over to what their findings are called now.

    Run it once after an update, on texts that did not change. Another version may quote a word
    more or less of the same place, so that an accepted finding comes back as a new one. Every
    entry that is carried over is shown; reasons stay. What is left is stale, see prune.
    """
    from transcheck.accepting.baseline import carried

    settings = replace(settings, baseline=settings.baseline or BASELINE)
    accepting = Accepting.of(settings)
    pairs: list[tuple[Entry, Entry]] = []
    code = _compared(
        articles_under(paths, settings, wanted),
        settings,
        accepting,
        lambda report: pairs.extend(carried(report, accepting.stale)),
    )
    before = accepting.baseline - (old for old, _ in pairs)
    if pairs:
        _write(type(before).of((*before.entries, *(new for _, new in pairs))), settings)
    for old, new in pairs:
        _say(settings, f"{new.article}: {new.code} {new.message}  (was: {old.message})")
    _say(
        settings,
        f"{len(pairs)} carried over, {len(accepting.stale) - len(pairs)} stale: "
        f"{settings.baseline}",
    )
    return code


@baseline.command()
@click.option(
    "--baseline", "path", type=click.Path(path_type=Path), metavar="FILE", default=BASELINE,
    help=f"Default: {BASELINE} in the working folder.",
)  # fmt: skip
def show(path: Path) -> int:
    """Show what is accepted, article by article."""
    from transcheck.accepting.baseline import read

    _print(_listed(read(path)))
    return 0


def _opened(settings: Settings) -> Accepting:
    exists = settings.baseline is not None and settings.baseline.exists()
    return Accepting.of(settings if exists else replace(settings, baseline=None))


def _check_folder(settings: Settings) -> None:
    """Find out before a long run that the baseline cannot be written."""
    path = settings.baseline
    if path is not None and not path.absolute().parent.is_dir():
        raise UsageError(
            f"there is no folder {path.parent} for the baseline {path.name}", hint="make it first"
        )


def _compared(
    articles: Sequence[ArticleFiles],
    settings: Settings,
    accepting: Accepting,
    look: Callable[[ArticleReport], None],
) -> int:
    """Compare the articles, look at each report and return the exit code."""
    from transcheck import workers

    jobs = workers.jobs_for(workers.AUTO, len(articles))

    whole = True

    def seen(reports: Iterable[ArticleReport]) -> Iterator[ArticleReport]:
        nonlocal whole
        for report in reports:
            look(report)
            whole = whole and not report.skipped
            yield report

    code = run(
        lambda encoder, advance: seen(
            accepting.applied(
                workers.check_many(articles, encoder, settings.policy, jobs=jobs, progress=advance)
            )
        ),
        len(articles),
        settings,
    )
    return code if whole else EXIT_UNCHECKED


def _new(report: ArticleReport, reason: str) -> Iterator[Entry]:
    from transcheck.accepting import Entry

    for finding in report.findings:
        if finding.suppressed is None:
            yield Entry(report.article, finding.code, finding.fingerprint, finding.text, reason)


def _write(content: Baseline, settings: Settings) -> None:
    replace_file(io.BytesIO(content.text().encode()), settings.baseline or BASELINE)


def _listed(content: Baseline) -> Iterator[str]:
    article = None
    for entry in content.entries:
        if entry.article != article:
            article = entry.article
            yield article
        yield f"  {entry.code} {entry.fingerprint}  {entry.message}"
        yield f"         {entry.reason}"
    yield f"{len(content.entries)} accepted"


def _say(settings: Settings, line: str) -> None:
    if not settings.quiet:
        _print([line])


def _print(lines: Iterable[str]) -> None:
    text = "".join(f"{visible(line)}\n" for line in lines)
    notes.write_out(io.BytesIO(text.encode(errors="backslashreplace")))
