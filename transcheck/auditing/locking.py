"""One audit at a time in a folder: two would replace each other's files.

The lock is the operating system's, on a file in the folder. It ends with the process, however
that ends, so a run that was killed leaves nothing to clear away. Workers of a cluster write on
behalf of the run that holds it.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from transcheck.errors import TranscheckError, UsageError

LOCK = ".lock"
"""The file; it stays, as to remove it would open a gap for a third run."""
_NO_LOCKS = frozenset({errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL})
"""What disks answer that know no locks: some of networks, some that other programs provide."""


@contextmanager
def alone(folder: Path, unguarded: Callable[[], None]) -> Iterator[None]:
    """Make a folder and keep other audits out of it.

    Args:
        folder: where results go.
        unguarded: is called where the disk knows no locks; the run goes on without.

    Raises:
        UsageError: another audit has the folder.
        TranscheckError: there is no permission.
    """
    from filelock import FileLock, Timeout

    with ExitStack() as held:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # Not by the mere existence of a file, which outlives a run that was killed.
            held.enter_context(FileLock(folder / LOCK, timeout=0, fallback_to_soft=False))
        except Timeout:
            raise UsageError(
                f"another audit is writing into {folder}",
                hint="wait until it has ended, or name another folder with --output",
            ) from None
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise unwritable(folder, error) from error
            unguarded()
        yield


def unwritable(folder: Path, error: OSError) -> TranscheckError:
    """Return what to say of a folder that results cannot go to."""
    return TranscheckError(
        f"{error.filename or folder} cannot be written: {error.strerror or error}",
        hint="give permission, or name another folder",
    )
