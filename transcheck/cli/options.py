"""The options that every comparing command has, and what they come to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from transcheck import config
from transcheck.cli.outputs import Output, plan
from transcheck.model import Severity
from transcheck.reporters import REPORTERS


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked to do, from the command line over the configuration."""

    outputs: tuple[Output, ...]
    encoder: str
    """Name of an encoder; the empty string means the embedded one."""
    limit: Severity | None
    quiet: bool
    progress: bool


_LIMITS = (*(severity.value for severity in Severity), config.NEVER)
_OPTIONS = (
    click.option(
        "-f", "--format", "format_", metavar="FORMAT", type=click.Choice(REPORTERS.names()),
        help=f"How to write the result: {', '.join(REPORTERS.names())}. Default: terminal, or "
        "what the name of the output file asks for.",
    ),
    click.option(
        "-o", "--output", "outputs", multiple=True, metavar="FILE",
        help="Where to write it; default: standard output, also called -. Repeat it as "
        "FORMAT=FILE for several formats at once.",
    ),
    click.option(
        "--encoder", metavar="NAME",
        help="What turns sentences into vectors: an embedded encoder, or the name or folder "
        "of a sentence-transformers model.",
    ),
    click.option(
        "--fail-on", type=click.Choice(_LIMITS),
        help="The least severity of a finding that makes the exit code 1. Default: error.",
    ),
    click.option(
        "--config", "config_file", type=click.Path(path_type=Path), metavar="FILE",
        help=f"Configuration; default: the nearest {config.OWN_FILE}, or {config.SHARED_FILE} "
        f"with [{config.TABLE}].",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Nothing but errors on standard error."),
    click.option("--no-progress", is_flag=True, help="No progress bar or lines."),
)  # fmt: skip


def comparing(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the common options; it gets them as `Settings` called ``settings``."""

    @functools.wraps(command)
    def wrapped(
        *,
        format_: str | None,
        outputs: tuple[str, ...],
        encoder: str | None,
        fail_on: str | None,
        config_file: Path | None,
        quiet: bool,
        no_progress: bool,
        **own: object,
    ) -> int:
        path = config_file or config.find(Path.cwd())
        base = config.read(path) if path else config.Config()
        settings = Settings(
            outputs=plan(format_, outputs, base.format),
            encoder=encoder or base.encoder,
            limit=base.limit if fail_on is None else config.limit_named(fail_on),
            quiet=quiet,
            progress=not (quiet or no_progress),
        )
        return command(settings=settings, **own)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped
