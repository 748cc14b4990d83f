"""What every format of an edition gives, and the registry of formats.

A format is one module of this package: it turns decoded text into a `Parsed` and calls
`FORMATS.add`. Which one reads a file is decided by the file's suffix alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from transcheck.model import Block, Lack
from transcheck.registry import Registry


class UnreadableError(Exception):
    """Why a file is no edition; `transcheck.loading.load` adds the file's name to it."""

    def __init__(self, reason: str, hint: str = "", *, lack: Lack | None = None) -> None:
        """Keep what is wrong, as the end of a sentence about the file, and what to do.

        `lack` is what it may be where nothing is wrong with it: it is still to be written.
        """
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.lack = lack


@dataclass(frozen=True, slots=True)
class IgnoreMark:
    """A request not to report something, where the source has it."""

    code: str
    reason: str
    offset: int
    everywhere: bool = False
    """True where it is about the article, not about the passage beside it."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format finds in the text of a file."""

    blocks: tuple[Block, ...]
    """In reading order; none is empty."""
    title: str = ""
    """The title that the markup gives, for documents without a headline in their text."""
    author: str = ""
    published: dt.date | None = None
    language: str = ""
    """The language tag that the markup gives, as written there."""
    ignores: tuple[IgnoreMark, ...] = ()
    draft: bool = False
    """True where it says of itself that it is not published."""
    framed: bool = False
    """True where it says something of itself: without text it is a page still to be written."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing an edition down."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of file names, in lower case, with the dot."""
    parse: Callable[[str], Parsed]
    """Takes the decoded text, whose lines end in ``\\n``; raises `UnreadableError`."""
    charset: Callable[[bytes], str] = lambda _: ""
    """Finds the name of the encoding that the bytes themselves declare, or nothing."""
    pages: bool = False
    """True where a file may be a page of a site that has no text of its own, as a list."""


FORMATS: Registry[Format] = Registry("format", "transcheck.loading")


def format_for(suffix: str) -> Format:
    """Return the format of files that end in `suffix`, whatever its case.

    Raises:
        UnreadableError: no format has that suffix; the hint lists those there are.
    """
    for candidate in FORMATS:
        if suffix.lower() in candidate.suffixes:
            return candidate
    known = ", ".join(sorted(ending for each in FORMATS for ending in each.suffixes))
    raise UnreadableError(
        f"has the ending {suffix!r}, which is not read" if suffix else "has no ending in its name",
        f"save it as one of {known}",
    )
