"""Runs the command line and, at one point of the run, sends its own process a signal.

python -m tests.killing POINT NUMBER SIGNAL ARGUMENT...: at the so-manyth time, from 1, that the
run comes to the point. So a kill hits what it is meant to hit, without waiting for a moment.
Where the first argument is ``dask-worker``, what is run is not the command line but a worker of
a Dask cluster, with the other arguments.
"""

from __future__ import annotations

import functools
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from transcheck.auditing import partitions
from transcheck.auditing.work import Plan
from transcheck.cli import main, outputs
from transcheck.embedding import caching
from transcheck.embedding.vector_store import VectorStore

Kill = Callable[[], None]


def before(owner: Any, name: str, kill: Kill) -> None:
    real = getattr(owner, name)

    @functools.wraps(real)
    def watched(*arguments: Any, **options: Any) -> Any:
        kill()
        return real(*arguments, **options)

    setattr(owner, name, watched)


def after(owner: Any, name: str, kill: Kill) -> None:
    real = getattr(owner, name)

    @functools.wraps(real)
    def watched(*arguments: Any, **options: Any) -> Any:
        result = real(*arguments, **options)
        kill()
        return result

    setattr(owner, name, watched)


def half_copied(kill: Kill) -> None:
    """Stop where half of a report is in its file."""
    real = shutil.copyfileobj

    def copy(source: IO[bytes], target: IO[bytes], *length: int) -> None:
        if length:  # not ours: the writer of a spreadsheet packs it
            real(source, target, *length)
            return
        data = source.read()
        target.write(data[: len(data) // 2])
        target.flush()
        kill()
        target.write(data[len(data) // 2 :])

    shutil.copyfileobj = copy  # type: ignore[assignment]


def worker(arguments: tuple[str, ...]) -> int:
    from distributed.cli.dask_worker import main as command

    command(arguments, standalone_mode=False)
    return 0


POINTS: dict[str, Callable[[Kill], None]] = {
    "rows are sorted": lambda kill: before(partitions, "_write", kill),
    "a result comes": lambda kill: before(Plan, "take", kill),
    "a partition is stored": lambda kill: after(Plan, "finish", kill),
    "an article comes": lambda kill: before(outputs.Delivery, "article", kill),
    "all are written": lambda kill: before(outputs.Delivery, "finish", kill),
    "a report is half copied": half_copied,
    "a report is copied": lambda kill: before(Path, "replace", kill),
    "a report is in place": lambda kill: after(Path, "replace", kill),
    "vectors are stored": lambda kill: before(VectorStore, "put", kill),
    "vectors are half stored": lambda kill: before(VectorStore, "_drop", kill),
}


def run(point: str, number: str, name: str, *arguments: str) -> int:
    # Heeded even where the tests run in the background of a shell, which ignores it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    left = int(number)

    def kill() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.Signals[name])

    caching.CHUNK = 4  # texts between two writes, so that few texts make several
    POINTS[point](kill)
    return worker(arguments[1:]) if arguments[0] == "dask-worker" else main(arguments)


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
