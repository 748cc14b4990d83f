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

from transcheck import __version__
from transcheck.cli.audit import audit
from transcheck.cli.baseline import baseline
from transcheck.cli.cache import cache
from transcheck.cli.comparing import diff, fix, gate, report
from transcheck.cli.completion import completion
from transcheck.cli.explain import explain, trace
from transcheck.cli.init import init
from transcheck.cli.notes import complain
from transcheck.cli.pair import pair
from transcheck.cli.progress import Terminated, termination
from transcheck.cli.serve import serve
from transcheck.errors import TranscheckError
from transcheck.garbage import collect_seldom
from transcheck.summary import EXIT_UNCHECKED

EPILOG = """
\b
Examples:
  transcheck diff homs/uk.txt homs/en.txt homs/ru.txt
  transcheck gate stories/ --fail-on warning
  transcheck report stories/ --output findings.html
  transcheck explain MIS001

\b
Exit codes:
  0  nothing at or above the limit
  1  at least one finding at or above the limit
  2  wrong usage or configuration
  3  an article could not be checked, whatever else was found
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def app() -> None:
    """Compare the Ukrainian, English and Russian editions of an article.

    Shows each place where they do not say the same: passages that are missing, added or
    moved, numbers, dates and names that differ.
    """


for _command in (
    diff,
    gate,
    report,
    serve,
    audit,
    pair,
    explain,
    trace,
    fix,
    baseline,
    cache,
    init,
    completion,
):
    app.add_command(_command)


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
