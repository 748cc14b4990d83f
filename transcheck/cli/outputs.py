"""Where the reports of a run go: standard output and files, each in its format."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from transcheck.errors import UsageError
from transcheck.reporters import REPORTERS, Reporter

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
