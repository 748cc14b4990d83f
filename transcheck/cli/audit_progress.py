"""How far an audit has got, how fast it is, and how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from transcheck.cli.notes import remark
from transcheck.cli.progress import can_redraw

if TYPE_CHECKING:
    from transcheck.auditing import Progress

Advance = Callable[["Progress"], None]
_LINES = 20
"""Lines at most that an audit writes into a log."""


class Pace:
    """Rate and remaining time: of what is compared, as the rest takes no time."""

    def __init__(self, editions: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Start the clock; `editions` is how many there are in all."""
        self._editions = editions
        self._clock = clock
        self._start = clock()

    def told(self, done: Progress) -> str:
        """Return what to say when so much is done."""
        articles = done.compared + done.unchanged
        said = [f"{articles:,} articles ({done.editions:,} of {self._editions:,} editions)"]
        seconds = self._clock() - self._start
        if done.compared and seconds > 0:
            said.append(f"{done.compared / seconds:.1f} compared a second")
        if 0 < done.editions < self._editions and seconds > 0:
            left = seconds * (self._editions - done.editions) / done.editions
            said.append(f"{_time(left)} left")
        return ", ".join(said)


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


@contextmanager
def progress(editions: int, *, wanted: bool) -> Iterator[Advance]:
    """Show the progress on standard error: a bar on a terminal, plain lines in a log."""
    if not wanted or not editions:
        yield lambda _done: None
    elif can_redraw():
        with _bar(editions) as advance:
            yield advance
    else:
        yield _lines(editions)


def _lines(editions: int) -> Advance:
    pace = Pace(editions)
    said = 0

    def advance(done: Progress) -> None:
        nonlocal said
        step = done.editions * _LINES // editions
        if step > said:
            said = step
            remark(pace.told(done))

    return advance


@contextmanager
def _bar(editions: int) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

    pace = Pace(editions)
    columns = SpinnerColumn(), BarColumn(), TextColumn("{task.description}", markup=False)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking at the archive", total=editions)
        yield lambda done: bar.update(task, completed=done.editions, description=pace.told(done))
