"""The other side: a process that compares the articles it is given, until its pipe closes.

Articles that the program itself fails on, as values.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import IO

from transcheck.accepting import Policy
from transcheck.discovery import ArticleFiles
from transcheck.embedding import ENCODERS, Encoder, Vectors
from transcheck.errors import TranscheckError
from transcheck.garbage import collect_seldom
from transcheck.model import Alignment, ArticleReport, Skipped

_LENGTH = struct.Struct(">Q")
"""Stands in front of every message, so that one cut short by a death is noticed as such."""


@dataclass(frozen=True, slots=True)
class Setup:
    """To a worker, first: what it works with."""

    encoder: str
    family: str
    own: bool
    """Whether it loads the encoder itself; else it asks for vectors."""
    policy: Policy


@dataclass(frozen=True, slots=True)
class Task:
    """To a worker: compare these articles."""

    number: int
    groups: Sequence[ArticleFiles]


@dataclass(frozen=True, slots=True)
class Encoded:
    """To a worker: the vectors it asked for."""

    vectors: Vectors


@dataclass(frozen=True, slots=True)
class Ready:
    """From a worker, first: it has started."""


@dataclass(frozen=True, slots=True)
class Encode:
    """From a worker: it needs the vectors of these texts."""

    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Done:
    """From a worker: the reports of a task, one an article."""

    number: int
    reports: Sequence[ArticleReport]


@dataclass(frozen=True, slots=True)
class Refused:
    """From a worker: why the run cannot go on, as a `transcheck.errors.TranscheckError`."""

    message: str
    hint: str


def send(stream: IO[bytes], message: object) -> None:
    """Write one message.

    Raises:
        OSError: nobody reads any more.
    """
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read one message.

    Raises:
        EOFError: there is none, or not all of it: the other side has ended.
    """
    head = stream.read(_LENGTH.size)
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else -1
    data = stream.read(length) if length >= 0 else b""
    if length < 0 or len(data) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - see above


_DEFECT = "this is a defect of transcheck, please report it with the article"


def failed(group: ArticleFiles, error: Exception) -> ArticleReport:
    """Return the report of an article whose comparison ended in an error."""
    return _report(group, f"comparing it failed: {type(error).__name__}: {error}", _DEFECT)


def lost(group: ArticleFiles, exit_code: int | None) -> ArticleReport:
    """Return the report of an article whose comparison ended the process it ran in.

    Args:
        group: the article.
        exit_code: of the process; below 0 the signal that ended it, as `subprocess` has it.
    """
    how = f"signal {-exit_code}" if exit_code and exit_code < 0 else f"exit code {exit_code}"
    return _report(
        group,
        f"the process that compared it ended ({how})",
        "it may have run out of memory: try it alone with transcheck diff",
    )


def _report(group: ArticleFiles, reason: str, hint: str) -> ArticleReport:
    skipped = Skipped(group.name, reason, hint)
    return ArticleReport(group.name, (), Alignment(()), (), (skipped,))


class Inbox:
    """What the run says, sorted by what waits for it."""

    def __init__(self, stream: IO[bytes]) -> None:
        """Start to listen on `stream`."""
        self.setups: SimpleQueue[Setup] = SimpleQueue()
        self.tasks: SimpleQueue[Task] = SimpleQueue()
        self.vectors: SimpleQueue[Vectors] = SimpleQueue()
        Thread(target=self._listen, args=[stream], daemon=True).start()

    def _listen(self, stream: IO[bytes]) -> None:
        try:
            while True:
                message = receive(stream)
                if isinstance(message, Encoded):
                    self.vectors.put(message.vectors)
                elif isinstance(message, Task):
                    self.tasks.put(message)
                elif isinstance(message, Setup):
                    self.setups.put(message)
        finally:
            # The run has ended, perhaps by being killed: nobody waits for what is begun here.
            os._exit(0)


class RemoteEncoder:
    """An encoder that the run has loaded and all its workers use."""

    def __init__(self, setup: Setup, inbox: Inbox, out: IO[bytes]) -> None:
        """Ask over `out`, and take the answers from `inbox`."""
        self.name = setup.encoder
        self.family = setup.family
        self._inbox = inbox
        self._out = out

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text, as the encoder of the run does."""
        send(self._out, Encode(texts))
        return self._inbox.vectors.get()


def main() -> None:
    """Work until there is nobody to work for."""
    collect_seldom()
    # Ctrl-C and a SIGTERM to all are the run's business, which then closes the pipes.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    stream, out = _pipes()
    inbox = Inbox(stream)
    try:
        _work(inbox, out)
    except OSError:  # the run has ended; so does this, and says nothing
        os._exit(0)


def _work(inbox: Inbox, out: IO[bytes]) -> None:
    setup = inbox.setups.get()
    send(out, Ready())
    try:
        encoder: Encoder = RemoteEncoder(setup, inbox, out)
        if setup.own:
            encoder = ENCODERS.get(setup.encoder).load()
        while True:
            task = inbox.tasks.get()
            send(out, Done(task.number, _compared(task, encoder, setup.policy)))
    except TranscheckError as error:
        send(out, Refused(error.message, error.hint))


def _compared(task: Task, encoder: Encoder, policy: Policy) -> Sequence[ArticleReport]:
    from transcheck.workers import check_many

    return tuple(check_many(task.groups, encoder, policy))


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Return the pipes, which are standard input and output at first.

    Whatever a library prints must not get between the messages: it goes to standard error.
    """
    stream, out = os.dup(sys.stdin.fileno()), os.dup(sys.stdout.fileno())
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123 - a descriptor is wanted
        os.dup2(nothing.fileno(), sys.stdin.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(stream, "rb"), os.fdopen(out, "wb")


if __name__ == "__main__":
    main()
