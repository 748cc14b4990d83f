"""The engine: one queue of checks, worked off by a warm thread or by processes.

Comparing is work of the processor, so more threads than one would only share it; the server
itself stays free to answer. Who waits too long is told so, and who comes when too many wait.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from transcheck import embedding
from transcheck.accepting.glossary import Equivalents
from transcheck.errors import TranscheckError
from transcheck.serving import Options
from transcheck.serving.checking import Change, Checked, Checker
from transcheck.serving.stories import Story, example


class BusyError(TranscheckError):
    """Too many checks wait already."""


class LateError(TranscheckError):
    """A check did not end in time."""


class Engine:
    """Checks stories one after another, in the order in which they come."""

    def __init__(self, options: Options) -> None:
        """Start the workers.

        Raises:
            EncoderError: the encoder does not load.
        """
        self._limits = options.limits
        self._places = options.jobs + options.limits.waiting
        self._inside = 0
        self._options = options
        self._work: Callable[[Story, Sequence[Change], Sequence[Equivalents]], Checked]
        self._executor = self._started()

    def _started(self) -> Executor:
        if self._options.jobs == 1:
            self._work = _prepared(self._options).check
            return ThreadPoolExecutor(1, thread_name_prefix="check")
        self._work = _check
        return ProcessPoolExecutor(
            self._options.jobs,
            mp_context=get_context("spawn"),
            initializer=_prepare,
            initargs=(self._options,),
        )

    async def check(
        self, story: Story, changes: Sequence[Change], rows: Sequence[Equivalents]
    ) -> Checked:
        """Return the report of a story.

        Raises:
            BusyError: too many checks wait already.
            LateError: it does not end in time.
            TranscheckError: the story or a change is wrong.
        """
        if self._inside >= self._places:
            raise BusyError("too many checks at once", hint="come again in a second")
        self._inside += 1
        loop = asyncio.get_running_loop()
        try:
            future = self._executor.submit(self._work, story, changes, rows)
        except BrokenProcessPool:  # a process was killed, by whoever lacked memory
            self._executor = self._started()
            future = self._executor.submit(self._work, story, changes, rows)
        # A check that nobody waits for any longer still holds its place until it ends.
        future.add_done_callback(lambda _: loop.call_soon_threadsafe(self._left))
        try:
            async with asyncio.timeout(self._limits.answer):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            raise LateError(
                f"the check did not end within {self._limits.answer:.0f} seconds",
                hint="check a shorter text",
            ) from None

    def _left(self) -> None:
        self._inside -= 1

    def close(self) -> None:
        """End the workers; checks that run are waited for, others are not begun."""
        self._executor.shutdown(cancel_futures=True)


def _prepared(options: Options) -> Checker:
    """Return what checks; what would be loaded at the first check is loaded now."""
    encoder = embedding.load(options.encoder or embedding.DEFAULT)
    checker = Checker(encoder, options.policy, options.baseline, options.limits.letters)
    checker.check(Story("", tuple(example().values())))
    return checker


_checkers: list[Checker] = []
"""The one of a process that does nothing but check."""


def _prepare(options: Options) -> None:
    _checkers.append(_prepared(options))


def _check(story: Story, changes: Sequence[Change], rows: Sequence[Equivalents]) -> Checked:
    return _checkers[0].check(story, changes, rows)
