"""Reporters: the results of a run as text or bytes. An output format is one module here.

Results are handed over article by article, because a run may be over thousands of them:
a reporter opens a `Writer` on a binary stream, the writer is given every article in
order, and `Writer.finish` ends the report. What a reporter keeps between articles is
its own affair; the less, the better.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from transcheck.model import ArticleReport, Report, Severity
from transcheck.registry import Registry
from transcheck.summary import Summary, summarise

PIPE_WIDTH = 80
"""Columns of text that is not written to a terminal: the same everywhere."""


@dataclass(frozen=True, slots=True)
class Display:
    """What the place where a report is read can show."""

    width: int = PIPE_WIDTH
    styled: bool = False
    """True where bold and underline can be shown: a terminal, or FORCE_COLOR."""
    coloured: bool = False
    """True where colours are wanted too: styled, and no NO_COLOR."""


def working_folder() -> Path:
    """Return the current folder, or the root of the file system where it was deleted."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a writer is told of the run before its first article."""

    signature: str
    """What was measured with: encoder, thresholds, versions."""
    limit: Severity | None = Severity.ERROR
    """Findings from this severity upwards fail the run; None where none does."""
    display: Display = field(default_factory=Display)
    root: Path = field(default_factory=working_folder)
    """The folder that services of code hosting show: absolute paths below it are shortened."""
    sure: float = 0.0
    """The least confidence of a finding that fails the run."""


class Writer(Protocol):
    """A report in the making, on the stream it was opened with."""

    def article(self, report: ArticleReport) -> None:
        """Write one article, or remember what `finish` needs of it."""

    def finish(self, summary: Summary) -> None:
        """End the report; `summary` counts over the articles written. The stream stays open."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """One output format."""

    name: str
    """What ``--format`` calls it."""
    about: str
    """One line for ``--help``."""
    suffix: str
    """The suffix of a file name that asks for this format, as ``.json``; may be empty."""
    binary: bool
    """True where the report is unreadable on a terminal and needs a file."""
    open: Callable[[IO[bytes], Setting], Writer]
    """Start a report; text is written in UTF-8. Raises `transcheck.errors.UsageError` where
    a library that the format needs is not installed."""


REPORTERS: Registry[Reporter] = Registry("format", __name__)


def add(reporter: Reporter) -> Reporter:
    """Register a reporter under its name."""
    return REPORTERS.add(reporter.name, reporter)


def render(
    report: Report,
    name: str,
    *,
    display: Display | None = None,
    limit: Severity | None = Severity.ERROR,
) -> bytes:
    """Return a whole report in the format called `name`.

    Raises:
        UnknownNameError: there is no such format.
        UsageError: the format needs a library that is not installed.
    """
    stream = io.BytesIO()
    setting = Setting(report.signature, limit, display or Display())
    writer = REPORTERS.get(name).open(stream, setting)
    for article in report.articles:
        writer.article(article)
    writer.finish(summarise(report.articles))
    return stream.getvalue()
