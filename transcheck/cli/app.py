"""The group of commands; each command is one module of this package."""

from __future__ import annotations

import click

from transcheck import __version__
from transcheck.cli.audit import audit
from transcheck.cli.baseline import baseline
from transcheck.cli.cache import cache
from transcheck.cli.completion import completion
from transcheck.cli.diff import diff
from transcheck.cli.explain import explain
from transcheck.cli.fix import fix
from transcheck.cli.gate import gate
from transcheck.cli.init import init
from transcheck.cli.pair import pair
from transcheck.cli.report import report
from transcheck.cli.serve import serve
from transcheck.cli.trace import trace

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
