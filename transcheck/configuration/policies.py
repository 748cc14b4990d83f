"""From a configuration and the command line to the `Policy` that a run follows."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.accepting import Policy, glossary
from transcheck.configuration.keys import Config
from transcheck.configuration.selecting import chosen, closest, codes, unknown
from transcheck.errors import UsageError


def policy_of(config: Config, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Policy:
    """Return what is checked, and how grave it is.

    Args:
        config: what the configuration says.
        select: names of checks from the command line: these run, whatever `config` says.
        ignore: names of checks from the command line that do not run, on top of `config`.

    Raises:
        UsageError: a glossary cannot be read or has errors.
    """
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
    )


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
