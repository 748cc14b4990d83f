"""Write reports where they were asked for: whole or not at all, and only at the end."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from transcheck.cli import standard_output
from transcheck.cli.display import display_of
from transcheck.cli.outputs import Output
from transcheck.errors import TranscheckError
from transcheck.model import ArticleReport, Severity
from transcheck.reporters import Display, Setting, Writer
from transcheck.summary import Summary

_IN_MEMORY = 4_000_000
"""Bytes of a report that are kept in memory; longer ones wait in a temporary file."""


class _Part(NamedTuple):
    """One report in the making."""

    output: Output
    spool: IO[bytes]
    """Where it is written for the time being."""
    writer: Writer


class Delivery:
    """The reports of a run in the making, article by article."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        """Take the open reports."""
        self._parts = parts

    def article(self, report: ArticleReport) -> None:
        """Give one article to every writer."""
        for part in self._parts:
            part.writer.article(report)

    def finish(self, summary: Summary) -> None:
        """End the reports and put them in their places: files first, then standard output.

        Raises:
            TranscheckError: one cannot be written.
        """
        for part in self._parts:
            part.writer.finish(summary)
        for part in sorted(self._parts, key=lambda part: part.output.path is None):
            part.spool.seek(0)
            path = part.output.path
            try:
                replace_file(part.spool, path) if path else standard_output.write(part.spool)
            except OSError as error:
                place = path or "standard output"
                raise TranscheckError(
                    f"the report cannot be written to {place}: {error.strerror or error}"
                ) from error


@contextmanager
def opened(
    outputs: Sequence[Output], signature: str, limit: Severity | None, sure: float = 0.0
) -> Iterator[Delivery]:
    """Open a report for every output; what is not finished in the end leaves no trace."""
    with ExitStack() as stack:
        parts = []
        for output in outputs:
            spool = stack.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
            display = Display() if output.path else display_of(sys.stdout, os.environ)
            writer = output.reporter.open(spool, Setting(signature, limit, display, sure=sure))
            parts.append(_Part(output, spool, writer))
        yield Delivery(parts)


def replace_file(spool: IO[bytes], path: Path) -> None:
    """Replace a file in one step, so that nobody ever reads half of it.

    Raises:
        OSError: it cannot be written.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        # A device or pipe is written to; replacing it would make it a plain file.
        with target.open("wb") as stream:
            shutil.copyfileobj(spool, stream)
        return
    try:
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".transcheck-")
    except OSError as error:  # its name would tell nobody anything
        raise OSError(error.errno, error.strerror, str(path)) from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            shutil.copyfileobj(spool, stream)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file, or those that a new one gets here."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
