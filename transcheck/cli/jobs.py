"""``--jobs``: with how many processes articles are compared."""

from __future__ import annotations

from collections.abc import Callable

import click

AUTO = "auto"
"""As many as there are processors for, and as there is work for."""


class _Jobs(click.ParamType[int | str]):
    """A number of processes, or `AUTO`."""

    name = "N|auto"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | str:
        """Return the number; anything else is a wrong use of the command."""
        if value == AUTO:
            return AUTO
        try:
            number = int(str(value))
        except ValueError:
            number = 0
        if number < 1:
            self.fail(f"{value!r} is neither a number from 1 nor {AUTO!r}", param, ctx)
        return number


def jobs_option(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the option ``--jobs``; it gets ``jobs``, a number or `AUTO`."""
    return click.option(
        "-j", "--jobs", type=_Jobs(), default=AUTO, metavar="N|auto",
        help="Processes to compare with; default: auto, as many as there are processors, "
        "fewer for few articles. The result is the same.",
    )(command)  # fmt: skip
