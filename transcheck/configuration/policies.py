"""From a configuration and the command line to the `Policy` that a run follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from transcheck.accepting import Policy, glossary
from transcheck.checks.rating import Alarms
from transcheck.configuration.keys import Config
from transcheck.configuration.kinds import At, InvalidError, gathered
from transcheck.configuration.selecting import (
    check_name,
    chosen,
    closest,
    codes,
    options_by_check,
    unknown,
)
from transcheck.errors import UsageError


def policy_of(
    config: Config,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    alarms: Alarms | None = None,
) -> Policy:
    """Return what is checked, and how grave it is.

    Args:
        config: what the configuration says.
        select: names of checks from the command line: these run, whatever `config` says.
        ignore: names of checks from the command line that do not run, on top of `config`.
        alarms: how much is reported; None for what `config` says.

    Raises:
        UsageError: a check or option is named that does not exist (in a `Config` that was read
            from no file), or a glossary cannot be read or has errors.
    """
    _check(config)
    severities = closest(config.severity)
    off = {code for code, severity in severities.items() if severity is None}
    codes = None
    if config.select or config.ignore or off or select or ignore:
        base = chosen(select, ()) if select else chosen(config.select, config.ignore) - off
        codes = base & chosen(select, ignore)
    return Policy(
        codes,
        {code: severity for code, severity in severities.items() if severity is not None},
        config.checks,
        glossary.read(config.glossary),
        config.overrides,
        alarms or config.alarms,
    )


def _check(config: Config) -> None:
    """Look for checks and options that do not exist: they would decide nothing, in silence."""
    named = check_name()
    names = {"select": config.select, "ignore": config.ignore, "severity": config.severity}
    readings: list[Callable[[], object]] = [
        partial(named.read, name, At(key, Path())) for key, own in names.items() for name in own
    ]
    readings.append(partial(options_by_check().read, config.checks, At("checks", Path())))
    try:
        gathered(readings)
    except InvalidError as error:
        raise UsageError(
            "\n  ".join(("the configuration is not valid:", *error.problems))
        ) from None


def checks_named(option: str, given: Sequence[str]) -> tuple[str, ...]:
    """Return the names of checks that an option of the command line was given.

    Each may hold several with commas between.

    Raises:
        UsageError: some name no check; all of them are in the message.
    """
    names = [name.strip() for text in given for name in text.split(",")]
    wrong = [unknown(name) for name in names if not codes(name)]
    if wrong:
        raise UsageError(f"{option}: " + "\n  ".join(wrong))
    return tuple(names)
