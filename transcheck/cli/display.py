"""What standard output can show: its width, and whether colours are wanted."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import TextIO

from transcheck.reporters import PIPE_WIDTH, Display

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
