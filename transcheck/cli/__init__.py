"""The command line: options in, exit code out; the only package that knows of click.

Nothing heavy is imported before a command needs it, so that ``--help`` is instant.
"""

from __future__ import annotations

from transcheck.cli.entry import main

__all__ = ["main"]
