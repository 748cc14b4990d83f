"""The report for people at a terminal, or in the log of a pipeline.

Around every finding stand the editions: side by side where the terminal is wide
enough, one under the other where it is not. Nothing is told by colour alone: what a
finding is about is underlined where that can be shown and in [brackets] where it
cannot, the edition that stands alone has an arrow, and what is missing is written out.

The modules of this package import rich, so they are imported when a report is opened.
"""

from __future__ import annotations

from typing import IO

from transcheck.reporters import Reporter, Setting, Writer, add


def _open(stream: IO[bytes], setting: Setting) -> Writer:
    from transcheck.reporters.terminal.writer import TerminalWriter

    return TerminalWriter(stream, setting)


TERMINAL = add(
    Reporter(
        name="terminal",
        about="the editions around every finding, for people",
        suffix=".txt",
        binary=False,
        open=_open,
    )
)
