"""How far a run has got: a bar, lines in a log, or nothing; and how SIGTERM ends it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from transcheck.cli.notes import remark


class Terminated(BaseException):
    """The process was asked to end."""


@contextmanager
def termination() -> Iterator[None]:
    """Raise `Terminated` where SIGTERM arrives; does nothing outside the main thread."""

    def terminate(_number: int, _frame: FrameType | None) -> None:
        raise Terminated

    try:
        before = signal.signal(signal.SIGTERM, terminate)
    except ValueError:  # another thread than the main one may not decide about signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


Advance = Callable[[int], None]
"""Is told how many articles are done."""
_LINES = 10
"""Lines at most that a run writes into a log."""


@contextmanager
def progress(
    total: int, *, wanted: bool, doing: str = "comparing the editions", what: str = "articles"
) -> Iterator[Advance]:
    """Show how many of `total` articles are done, on standard error."""
    if not wanted:
        yield _ignore
    elif can_redraw():
        with _bar(total, doing) as advance:
            yield advance
    elif total > 1:
        yield _lines(total, what)
    else:
        yield _ignore


def can_redraw() -> bool:
    """Return whether standard error is a terminal on which a line can be written over."""
    terminal = sys.stderr is not None and sys.stderr.isatty()
    return terminal and os.environ.get("TERM", "") != "dumb"


def _ignore(_done: int) -> None:
    """Show nothing."""


def _lines(total: int, what: str) -> Advance:
    """Return what writes a line for every tenth of them."""
    said = 0

    def advance(done: int) -> None:
        nonlocal said
        step = done * _LINES // total
        if step > said:
            said = step
            remark(f"{done} of {total} {what}")

    return advance


@contextmanager
def _bar(total: int, doing: str) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

    columns = [SpinnerColumn(), TextColumn(doing)]
    if total > 1:
        columns += [BarColumn(), MofNCompleteColumn()]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, completed=done)
