"""The options that every comparing command has, ``--jobs`` of some, and what they come to."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from transcheck import configuration
from transcheck.accepting import Policy
from transcheck.checks.rating import Alarms
from transcheck.cli.completion import check_lists, encoders
from transcheck.cli.completion import outputs as complete_outputs
from transcheck.cli.outputs import Output, plan
from transcheck.configuration import Config, checks_named, policy_of
from transcheck.configuration.kinds import share
from transcheck.errors import UsageError
from transcheck.model import Severity
from transcheck.reporters import REPORTERS

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


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run was asked to do, from the command line over the configuration."""

    outputs: tuple[Output, ...]
    encoder: str
    """Name of an encoder; the empty string means the embedded one."""
    limit: Severity | None
    sure: float
    """The least confidence of a finding that fails the run."""
    quiet: bool
    progress: bool
    baseline: Path | None = None
    """The file of accepted findings; None where there is none."""
    policy: Policy = field(default_factory=Policy)
    """Which checks run, and what of their findings counts."""
    config: Config = field(default_factory=Config)
    """What the configuration file says, for what is not above."""
    inside: Path | None = None
    """The folder that files must lie in; None allows all."""
    strict: bool = False
    """True where that folder was named, False where it is the default."""


_Option = Callable[[Callable[..., int]], Callable[..., int]]
BASELINE = Path("transcheck-baseline.json")
"""The file of accepted findings that is used without being named."""
_LIMITS = (*(severity.value for severity in Severity), configuration.NEVER)


class _FailOn(click.Choice[str]):
    """A severity, or a severity, a colon and a number from 0 to 1."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        name, colon, number = str(value).partition(":")
        if colon and share(number) is None:
            self.fail(f"{number!r} is not a number from 0 to 1", param, ctx)
        return super().convert(name, param, ctx) + colon + number


_REPORTING = (
    click.option(
        "-f", "--format", "format_", metavar="FORMAT", type=click.Choice(REPORTERS.names()),
        help=f"How to write the result: {', '.join(REPORTERS.names())}. Default: terminal, or "
        "what the name of the output file asks for.",
    ),
    click.option(
        "-o", "--output", "outputs", multiple=True, metavar="FILE",
        shell_complete=complete_outputs,
        help="Where to write it; default: standard output, also called -. Repeat it as "
        "FORMAT=FILE for several formats at once.",
    ),
    click.option(
        "--fail-on", type=_FailOn(_LIMITS),
        help="The least severity of a finding that makes the exit code 1, and behind a colon "
        "its least confidence: error:0.8. Default: error.",
    ),
)  # fmt: skip
_RUNNING = (
    click.option(
        "--encoder", metavar="NAME", shell_complete=encoders,
        help="What turns sentences into vectors: an embedded encoder, or the name or folder "
        "of a sentence-transformers model.",
    ),
    click.option(
        "--alarms", type=click.Choice([each.value for each in Alarms]),
        help="How much is reported: few, errors and the surest warnings; normal, errors and "
        "warnings of which some .3 an article are unwanted; or all, the default.",
    ),
    click.option(
        "--select", metavar="CODES", multiple=True, shell_complete=check_lists,
        help="The checks that run: codes (NUM001), the first letters of some (NUM) or names, "
        "with commas between. Default: what the configuration says, else all.",
    ),
    click.option(
        "--ignore", metavar="CODES", multiple=True, shell_complete=check_lists,
        help="Checks that do not run, besides those that the configuration ignores.",
    ),
    click.option(
        "--baseline", type=click.Path(path_type=Path), metavar="FILE",
        help=f"The findings accepted so far; default: {BASELINE} in the working folder.",
    ),
    click.option(
        "--config", "config_file", type=click.Path(path_type=Path), metavar="FILE",
        help=f"Configuration; default: the nearest {configuration.OWN_FILE}, or "
        f"{configuration.SHARED_FILE} with [{configuration.TABLE}].",
    ),
    click.option(
        "--inside", type=click.Path(path_type=Path, file_okay=False, exists=True),
        metavar="FOLDER",
        help="Read no file outside of FOLDER, whatever links, .. and manifests say. Default: in "
        "CI the repository of the working folder, elsewhere no limit (/ lifts it).",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Nothing but errors on standard error."),
    click.option("--no-progress", is_flag=True, help="No progress bar or lines."),
)  # fmt: skip


def comparing(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the common options; it gets them as `Settings` called ``settings``."""

    @functools.wraps(command)
    def wrapped(
        *, format_: str | None, outputs: tuple[str, ...], fail_on: str | None, **rest: Any
    ) -> int:
        base, settings, own = _running(**rest)
        planned = plan(format_, outputs or (() if format_ else base.output), base.format)
        name, _, sure = (fail_on or "").partition(":")
        limit = configuration.limit_named(name, float(sure or 0)) if fail_on else base.fail_on
        settings = replace(
            settings,
            outputs=planned,
            limit=limit.severity,
            sure=limit.sure,
        )
        return command(settings=settings, **own)

    return _with((*_REPORTING, *_RUNNING), wrapped)


def comparing_silently(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the common options but those about reports and the exit code."""

    @functools.wraps(command)
    def wrapped(**given: Any) -> int:
        _, settings, own = _running(**given)
        return command(settings=settings, **own)

    return _with(_RUNNING, wrapped)


def _running(
    *,
    encoder: str | None,
    baseline: Path | None,
    config_file: Path | None,
    alarms: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    inside: Path | None,
    quiet: bool,
    no_progress: bool,
    **own: object,
) -> tuple[Config, Settings, dict[str, object]]:
    """Return the configuration, the settings of a run without reports, and what is left."""
    from transcheck.discovery.walking import default

    path = config_file or configuration.find(Path.cwd())
    base = configuration.read(path) if path else Config()
    folder = inside or default(os.environ)
    if folder and (inside or not config_file):
        _keep_inside(base, folder)
    settings = Settings(
        outputs=(),
        encoder=encoder or base.encoder,
        limit=None,
        sure=0.0,
        quiet=quiet,
        progress=not (quiet or no_progress),
        baseline=baseline or base.baseline or (BASELINE if BASELINE.exists() else None),
        policy=policy_of(
            base,
            checks_named("--select", select),
            checks_named("--ignore", ignore),
            Alarms(alarms) if alarms else None,
        ),
        config=base,
        inside=folder,
        strict=inside is not None,
    )
    return base, settings, own


def _keep_inside(config: Config, folder: Path) -> None:
    """Refuse a configuration that names files outside of a folder, to read or to write.

    Raises:
        UsageError: it does.
    """
    from transcheck.discovery.walking import outside

    written = (Path(output.partition("=")[2]) for output in config.output)
    for path in (config.baseline, *config.glossary, *written):
        if path is not None and path != Path("-") and outside(path, folder):
            raise UsageError(
                f"{config.path} names {path}, which is outside of {folder}",
                hint="move it there, or allow more: --inside FOLDER",
            )


def _with(options: Sequence[_Option], command: Callable[..., int]) -> Callable[..., int]:
    for option in reversed(options):
        command = option(command)
    return command
