"""The errors a user can meet, as one tree.

::

    TranscheckError                 exit code 3
    ├── UsageError                  exit code 2   wrong options or configuration
    │   └── UnknownNameError        exit code 2   a name that is not in a registry
    ├── LoadError                   exit code 3   an edition that cannot be read
    └── EncoderError                exit code 3   an encoder that does not load

Every error carries what failed, and a hint that says what to do about it.
A broken article travels through the run as a value (`transcheck.model.Skipped`);
only what stops the whole run is raised up to the command line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit


class TranscheckError(Exception):
    """Base of everything that is reported to the user without a traceback."""

    exit_code = 3

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep the message (what failed, and where) and the hint (what to do)."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message, with the hint behind it where there is one."""
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(TranscheckError):
    """The command or its configuration is wrong; nothing was checked."""

    exit_code = 2


class UnknownNameError(UsageError):
    """A name that no registry entry has; the message lists the known ones."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        """Name the kind of thing asked for, the name given and the names there are."""
        super().__init__(f"no {what} named {name!r}", hint=f"known: {', '.join(sorted(known))}")


class LoadError(TranscheckError):
    """One edition cannot be read; the message names its file."""

    def __init__(self, message: str, *, hint: str = "", lack: str = "") -> None:
        """Keep, besides message and hint, why it may only be still to come: a `Lack`."""
        super().__init__(message, hint=hint)
        self.lack = lack


class EncoderError(TranscheckError):
    """The encoder asked for does not load; the hint says what to install."""


def because(error: Exception) -> str:
    """Return why a file could not be read or parsed, in words for who wrote it."""
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    if "integer string conversion" in str(error):
        return "a number in it has thousands of digits"
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)


_NAME = "transcheck"


def installing(extra: str) -> str:
    """Return the command that installs an extra.

    No package index need have this package: pip keeps where it got it from (PEP 610), a checkout
    or the address of a repository, and gets the rest from there.
    """
    from importlib import metadata

    try:
        said = json.loads(metadata.distribution(_NAME).read_text("direct_url.json") or "{}")
    except (metadata.PackageNotFoundError, ValueError):
        said = {}
    url = said.get("url", "")
    if url.startswith("file:") and "dir_info" in said:
        folder = unquote(urlsplit(url).path)
        editable = "-e " if said["dir_info"].get("editable") else ""
        return f'pip install {editable}"{folder}[{extra}]"'
    vcs = said.get("vcs_info", {}).get("vcs")
    source = f"{vcs}+{url}" if vcs else url
    return f'pip install "{_NAME}[{extra}]{f" @ {source}" if source else ""}"'
