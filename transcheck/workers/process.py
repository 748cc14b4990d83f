"""One worker process: started, talked to, listened to, ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import IO, TypeAlias, cast

from transcheck.workers.wire import receive, send

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
