"""SIGTERM ends a run as Ctrl-C does: the stack unwinds and nothing half-written stays."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


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
