"""What is said on standard error: complaints, and remarks that do not belong to a report."""

from __future__ import annotations

import click

from transcheck.reporters.visible import visible


def complain(message: str, hint: str = "") -> None:
    """Say what went wrong, and what to do about it on a line of its own."""
    lines = [f"transcheck: error: {message}", *([f"  {hint}"] if hint else [])]
    _say("\n".join(lines))


def remark(message: str) -> None:
    """Say something that is worth knowing and no error."""
    _say(f"transcheck: {message}")


def _say(text: str) -> None:
    # File names come from outside as much as article text does.
    click.echo("\n".join(visible(line) for line in text.splitlines()), err=True)
