"""The way in: whatever happens below becomes a clear message and an exit code here."""

from __future__ import annotations

import atexit
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress

import click

from transcheck.cli.app import app
from transcheck.cli.interrupts import Terminated, termination
from transcheck.cli.notes import complain
from transcheck.errors import TranscheckError
from transcheck.garbage import collect_seldom
from transcheck.summary import EXIT_UNCHECKED

EXIT_SIGNAL = 128
"""Added to the number of the signal that ended the run, as shells do."""
TRACEBACK = "TRANSCHECK_TRACEBACK"
"""Environment variable that asks for the traceback of an internal error."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    `arguments` defaults to the process's own, which then ends at once after its last function
    registered with `atexit`.
    """
    collect_seldom()
    if arguments is not None:
        return _run(arguments)
    ended: list[int] = []
    atexit.register(_leave, ended)
    ended.append(_run(None))
    return ended[0]


def _leave(ended: Sequence[int]) -> None:
    """Spare Python's taking apart of all tables: a twentieth of a run over one article."""
    with suppress(OSError, ValueError):  # a closed pipe is left to Python
        sys.stdout.flush()
        sys.stderr.flush()
        for code in ended:
            os._exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        with termination():
            result = app.main(arguments, prog_name="transcheck", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return EXIT_SIGNAL + signal.SIGINT
    except Terminated:
        return EXIT_SIGNAL + signal.SIGTERM
    except TranscheckError as error:
        complain(error.message, error.hint)
        return error.exit_code
    except OSError as error:
        complain(f"{error.filename or 'the run'}: {error.strerror or error}")
        return EXIT_UNCHECKED
    except Exception as error:
        return _internal(error)
    return result if isinstance(result, int) else 0


def _internal(error: Exception) -> int:
    """Report what should never happen: an error in this program."""
    if os.environ.get(TRACEBACK):
        traceback.print_exception(error, file=sys.stderr)
    complain(
        f"internal error, please report it: {type(error).__name__}: {error}",
        f"set {TRACEBACK}=1 to see where it comes from",
    )
    return EXIT_UNCHECKED
