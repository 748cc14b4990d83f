"""What is said on the two standard streams, and what they can show.

Complaints and remarks go to standard error; a report goes to standard output, always as UTF-8,
and without complaint when its reader has seen enough.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import IO, TextIO

import click

from transcheck.reporters import PIPE_WIDTH, Display
from transcheck.reporters.visible import visible

_NARROWEST = 40


def display_of(stream: TextIO | None, environment: Mapping[str, str]) -> Display:
    """Return the display of a stream.

    NO_COLOR (https://no-color.org) turns colours off, FORCE_COLOR turns styles on where
    there is no terminal; the empty string counts as not set for both.
    """
    terminal = stream is not None and stream.isatty()
    force = environment.get("FORCE_COLOR", "") not in {"", "0"}
    dumb = environment.get("TERM", "") == "dumb"
    styled = force or (terminal and not dumb)
    return Display(
        width=max(_NARROWEST, shutil.get_terminal_size().columns) if terminal else PIPE_WIDTH,
        styled=styled,
        coloured=styled and not environment.get("NO_COLOR", ""),
    )


def write_out(stream: IO[bytes]) -> None:
    """Copy `stream` to standard output.

    Raises:
        OSError: it cannot be written, as on a full disk.
    """
    if sys.stdout is None:  # closed by the caller: nobody wants to read it
        return
    try:
        sys.stdout.flush()
        shutil.copyfileobj(stream, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader (``head``) has seen enough; the exit code still tells the result.
        # What is left in the buffer must not fail again when the process ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str, hint: str = "") -> None:
    """Say what went wrong, and what to do about it on a line of its own."""
    lines = [f"transcheck: error: {message}", *([f"  {hint}"] if hint else [])]
    _say("\n".join(lines))


def remark(message: str) -> None:
    """Say something that is worth knowing and no error."""
    _say(f"transcheck: {message}")


def _say(text: str) -> None:
    # File names come from outside as much as article text does.
    click.echo("\n".join(visible(line) for line in text.splitlines()), err=True)
