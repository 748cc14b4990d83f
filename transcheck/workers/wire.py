"""What a run and its worker processes say to one another: pickled records over two pipes.

Pickle is safe here: both ends are this program, and nobody else has the pipes.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from transcheck.accepting import Policy
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Vectors
from transcheck.model import ArticleReport

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
