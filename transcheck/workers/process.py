"""One worker process: started, talked to, listened to, ended.

Worker processes as the run sees them: chunks of articles in, reports in order out.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Self, TypeAlias, cast

from transcheck.discovery import ArticleFiles
from transcheck.embedding import Encoder
from transcheck.errors import TranscheckError
from transcheck.model import ArticleReport
from transcheck.workers.worker import (
    Done,
    Encode,
    Encoded,
    Ready,
    Refused,
    Setup,
    Task,
    lost,
    receive,
    send,
)

_PROGRAM = """\
import json, sys
sys.path[:] = json.loads(sys.argv[1])
from transcheck.workers.worker import main
main()
"""
_LAST_WORDS = 5.0
"""Seconds that a process whose pipe has closed is given to end by itself."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Environment variables: threads of libraries within a process. Workers are one a core."""


class WorkerProcess:
    """A process of ours at the other end of two pipes."""

    def __init__(self, events: SimpleQueue[Event]) -> None:
        """Start it; what it says goes to `events`, and None when it has ended."""
        # Not multiprocessing: that would run the main module of the program that uses us
        # again. With the path of this process the same package is found, and in a group of
        # its own Ctrl-C does not reach it.
        self._process = subprocess.Popen(  # noqa: S603 - it is this program
            [sys.executable, "-c", _PROGRAM, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**dict.fromkeys(_THREADS, "1"), **os.environ},
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            process_group=0 if os.name == "posix" else None,
        )
        self._to = cast("IO[bytes]", self._process.stdin)
        self._from = cast("IO[bytes]", self._process.stdout)
        self._listener = Thread(target=self._listen, args=[events], daemon=True)
        self._listener.start()

    def send(self, message: object) -> None:
        """Say something; to a process that has ended it is lost, and `events` will tell."""
        with suppress(OSError):
            send(self._to, message)

    def bury(self) -> int:
        """Return the exit code of a process that has ended; below 0 the signal that did it."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_LAST_WORDS)
        return self.end()

    def end(self) -> int:
        """End it at once, whatever it is doing, and return its exit code."""
        self._process.kill()
        code = self._process.wait()
        self._listener.join()
        for pipe in (self._to, self._from):
            with suppress(OSError):  # something unsaid was left in it
                pipe.close()
        return code

    def _listen(self, events: SimpleQueue[Event]) -> None:
        try:
            while True:
                events.put((self, receive(self._from)))
        except EOFError:
            events.put((self, None))


Event: TypeAlias = tuple[WorkerProcess, object]
"""Who has said what."""


_AHEAD = 2
"""Chunks that a worker has at once: it need not wait for the next one."""
WINDOW = 4
"""Chunks for each worker that are given out or wait for one before them to be finished:
so much is in memory, whatever the number of articles."""
_TICK = 0.5
"""Seconds after which waiting starts anew: on Windows Ctrl-C is heard only in between."""


@dataclass(slots=True)
class _Chunk:
    """Articles that are compared together, and how far that is."""

    number: int
    groups: Sequence[ArticleFiles]
    reports: list[ArticleReport] = field(default_factory=list)
    carefully: bool = False
    """True once a worker has died over it: then it gets one article at a time."""

    @property
    def finished(self) -> bool:
        return len(self.reports) == len(self.groups)

    def task(self) -> Task:
        done = len(self.reports)
        return Task(self.number, self.groups[done : done + 1] if self.carefully else self.groups)


@dataclass(slots=True, eq=False)
class _Worker:
    process: WorkerProcess
    ready: bool = False
    chunks: dict[int, _Chunk] = field(default_factory=dict)
    """What it was given, in the order in which it works on it."""

    def give(self, chunk: _Chunk) -> None:
        self.chunks.pop(chunk.number, None)
        self.chunks[chunk.number] = chunk
        self.process.send(chunk.task())


class Crew:
    """So many worker processes; leaving the context ends them, whatever they are doing."""

    def __init__(self, size: int, setup: Setup, encoder: Encoder) -> None:
        """Take the number of workers, what they are told first, and what encodes for them."""
        self._size = size
        self._setup = setup
        self._encoder = encoder
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._workers: dict[WorkerProcess, _Worker] = {}
        self._again: deque[_Chunk] = deque()
        self._finished: dict[int, _Chunk] = {}

    def __enter__(self) -> Self:
        """Return the crew; workers are started as there is work for them."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all workers at once."""
        for worker in self._workers.values():
            worker.process.end()

    def reports(self, chunks: Iterator[Sequence[ArticleFiles]]) -> Iterator[ArticleReport]:
        """Compare the articles of all chunks and yield their reports in order.

        Raises:
            TranscheckError: a worker cannot start, or the encoder fails.
        """
        coming = (_Chunk(number, groups) for number, groups in enumerate(chunks))
        wanted = 0
        while True:
            self._give_out(coming)
            if wanted in self._finished:
                yield from self._finished.pop(wanted).reports
                wanted += 1
            elif any(worker.chunks for worker in self._workers.values()):
                self._heed(*self._event())
            else:
                return

    def _give_out(self, coming: Iterator[_Chunk]) -> None:
        """Give every worker as much as it may have, and start those that are missing."""
        while self._again or self._held() + len(self._finished) < WINDOW * self._size:
            worker = self._free()
            if worker is None:
                return
            chunk = self._again.popleft() if self._again else next(coming, None)
            if chunk is None:
                return
            worker.give(chunk)

    def _held(self) -> int:
        return sum(len(worker.chunks) for worker in self._workers.values())

    def _free(self) -> _Worker | None:
        """Return the worker with the least to do, a new one if there may be one more."""
        free = min(self._workers.values(), key=lambda worker: len(worker.chunks), default=None)
        if free is None or (free.chunks and len(self._workers) < self._size):
            process = WorkerProcess(self._events)
            process.send(self._setup)
            free = self._workers[process] = _Worker(process)
        return free if len(free.chunks) < _AHEAD else None

    def _event(self) -> Event:
        while True:
            try:
                return self._events.get(timeout=_TICK)
            except Empty:
                continue

    def _heed(self, process: WorkerProcess, message: object) -> None:
        worker = self._workers[process]
        if isinstance(message, Ready):
            worker.ready = True
        elif isinstance(message, Encode):
            process.send(Encoded(self._encoder.encode(message.texts)))
        elif isinstance(message, Done):
            self._take(worker, message)
        elif isinstance(message, Refused):
            raise TranscheckError(message.message, hint=message.hint)
        else:
            self._bury(worker)

    def _take(self, worker: _Worker, done: Done) -> None:
        chunk = worker.chunks[done.number]
        chunk.reports += done.reports
        self._go_on(worker, chunk)

    def _go_on(self, worker: _Worker, chunk: _Chunk) -> None:
        if not chunk.finished:
            worker.give(chunk)
            return
        worker.chunks.pop(chunk.number, None)
        self._finished[chunk.number] = chunk

    def _bury(self, worker: _Worker) -> None:
        """Let others do what a dead worker has not done.

        It died over the first of its chunks. That one is tried again article by article,
        and the article over which a worker dies again is given up.
        """
        del self._workers[worker.process]
        exit_code = worker.process.bury()
        if not worker.ready:
            raise TranscheckError(
                f"a worker process does not start (exit code {exit_code})",
                hint="compare in one process: --jobs 1",
            )
        left = list(worker.chunks.values())
        if left and left[0].carefully:
            left[0].reports.append(lost(left[0].groups[len(left[0].reports)], exit_code))
        for chunk in left[:1]:
            chunk.carefully = True
        for chunk in reversed(left):
            if chunk.finished:
                self._finished[chunk.number] = chunk
            else:
                self._again.appendleft(chunk)
