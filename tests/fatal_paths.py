"""Files that cannot be read in a way nobody foresees; workers find this module by its name."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from transcheck.errors import TranscheckError


class Failing(type(Path())):  # type: ignore[misc]  # the class of paths of this system
    """Raises what no loader expects."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002
        raise ZeroDivisionError("by a path")


class Refusing(type(Path())):  # type: ignore[misc]
    """Raises what ends a run."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002
        raise TranscheckError("refused by a path", hint="take another")


class DyingRead(type(Path())):  # type: ignore[misc]
    """Takes the process with it that reads the file to compare it, but may be looked at."""

    def read_bytes(self) -> bytes:
        signal.raise_signal(signal.SIGKILL)
        raise AssertionError("still alive")


class Dying(type(Path())):  # type: ignore[misc]
    """Takes the process with it that reads the file, as a lack of memory does."""

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002
        signal.raise_signal(signal.SIGKILL)
        raise AssertionError("still alive")
