"""Where the reports of a run go, each in its format: whole or not at all, and only at the end."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from transcheck.cli import notes
from transcheck.cli.notes import display_of
from transcheck.errors import TranscheckError, UsageError
from transcheck.model import ArticleReport, Severity
from transcheck.reporters import REPORTERS, Display, Reporter, Setting, Writer
from transcheck.summary import Summary

_STANDARD_OUTPUT = "-"
_NAMED = re.compile(r"([a-z][a-z0-9-]*)=(.+)", re.DOTALL)
"""``FORMAT=FILE``; a path with an equals sign in it starts with more than a format's name."""


class Output(NamedTuple):
    """One report that is wanted."""

    reporter: Reporter
    path: Path | None
    """None means standard output."""


def plan(format_: str | None, outputs: Sequence[str], default: str) -> tuple[Output, ...]:
    """Return the outputs that ``--format`` and the repeated ``--output`` ask for.

    A plain FILE (at most one) gets the format of ``--format``, else the one whose suffix
    it has, else `default`. FORMAT=FILE may be repeated; then standard output gets a report
    only where ``--format`` asks for one or a file is called ``-``.

    Raises:
        UsageError: an unknown format, two reports in one place, no such folder.
    """
    planned = list(_planned(format_, outputs, default))
    if not planned or (format_ and all(_NAMED.fullmatch(output) for output in outputs)):
        planned.insert(0, Output(REPORTERS.get(format_ or default), None))
    places = [output.path and output.path.resolve() for output in planned]
    for output, place in zip(planned, places, strict=True):
        if places.count(place) > 1:
            raise UsageError(
                f"two reports would go to {output.path or 'standard output'}",
                hint="give each --output a file of its own",
            )
        _check(output)
    return tuple(planned)


def _planned(format_: str | None, outputs: Sequence[str], default: str) -> Iterator[Output]:
    plain = 0
    for output in outputs:
        named = _NAMED.fullmatch(output)
        if named:
            yield Output(REPORTERS.get(named[1]), _path(named[2]))
            continue
        plain += 1
        path = _path(output)
        yield Output(REPORTERS.get(format_ or _by_suffix(path) or default), path)
    if plain > 1:
        raise UsageError(
            f"{plain} output files without a format", hint="write them as --output FORMAT=FILE"
        )


def _path(name: str) -> Path | None:
    return None if name == _STANDARD_OUTPUT else Path(name)


def _by_suffix(path: Path | None) -> str:
    suffix = path.suffix.lower() if path else ""
    return next((r.name for r in REPORTERS if suffix and r.suffix == suffix), "")


def _contradicts(reporter: Reporter, suffix: str) -> bool:
    """Return whether a file's ending promises another format than it would have."""
    from transcheck.loading import FORMATS

    known = {each.suffix for each in REPORTERS} | {s for each in FORMATS for s in each.suffixes}
    own = {reporter.suffix} if reporter.binary else {reporter.suffix, ".txt"}
    if reporter.suffix in ("", ".rdjson", ".sarif"):
        own |= {".json"}
    alike = {".html": ".htm", ".md": ".markdown"}.get(reporter.suffix, "")
    return suffix in known - own - {alike, ""}


def _check(output: Output) -> None:
    """Find out before a long run what would keep its report from being written."""
    path = output.path
    if path is not None and _contradicts(output.reporter, path.suffix.lower()):
        raise UsageError(
            f"the output {path} would be {output.reporter.name} under the name of another format",
            hint=f"give it another ending, as {output.reporter.suffix or '.txt'}",
        )
    if path is None:
        if output.reporter.binary:
            raise UsageError(
                f"the format {output.reporter.name} cannot be shown here",
                hint=f"write it to a file: --output {output.reporter.name}=FILE",
            )
    elif path.is_dir():
        raise UsageError(f"the output {path} is a folder", hint="name a file in it")
    elif not path.absolute().parent.is_dir():
        raise UsageError(
            f"there is no folder {path.parent} for the output {path.name}", hint="make it first"
        )
    elif not os.access(path if path.exists() else path.absolute().parent, os.W_OK):
        raise UsageError(f"the output {path} cannot be written", hint="name another file")


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
                replace_file(part.spool, path) if path else notes.write_out(part.spool)
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
