"""Standard output: always UTF-8, and no complaint when its reader has seen enough."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import IO


def write(stream: IO[bytes]) -> None:
    """Copy `stream` to standard output.

    Raises:
        OSError: it cannot be written, as on a full disk.
    """
    if sys.stdout is None:  # closed by the caller: nobody wants to read it
        return
    try:
        sys.stdout.flush()
        shutil.copyfileobj(stream, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader (``head``) has seen enough; the exit code still tells the result.
        # What is left in the buffer must not fail again when the process ends.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
