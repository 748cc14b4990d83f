"""What every format of an edition gives, and the registry of formats.

A format is one module of this package: it turns the bytes of a file into a `Content` and
calls `FORMATS.add`. Most formats are text: for them `Format` does the decoding, and the
module gives a function from text to `Parsed`. Which format reads a file is decided by the
file's suffix alone.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from transcheck.errors import UnknownNameError
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


class IgnoreMark(NamedTuple):
    """A request not to report something, where the source has it."""

    code: str
    reason: str
    offset: int
    everywhere: bool = False
    """True where it is about the article, not about the passage beside it."""


class Parsed(NamedTuple):
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


class Cell(NamedTuple):
    """Where in a table a block stands."""

    table: int
    row: int
    column: int


class Span(NamedTuple):
    """The text of a cell."""

    start: int
    end: int
    cell: Cell


class Content(NamedTuple):
    """A file taken apart."""

    text: str
    """What places are counted in: lines end in ``\n``. For a format that is no text it is a
    line a paragraph, so that a place is paragraph and character."""
    parsed: Parsed
    cells: tuple[Cell | None, ...] = ()
    """For each block the cell it stands in, or None outside of tables; empty: no tables."""


class Edit(NamedTuple):
    """One change to the text of a file."""

    start: int
    """Offset into `Content.text`."""
    end: int
    replacement: str


class Reader(Protocol):
    """What reads files of one format."""

    @property
    def name(self) -> str:
        """Return the name of the format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Return the endings of file names, in lower case, with the dot."""

    def read(self, data: bytes, charset: str = "") -> Content:
        """Take the bytes of a file apart.

        Args:
            data: all bytes.
            charset: the encoding that whoever sent them declares, or nothing.

        Raises:
            UnreadableError: they are no edition in this format.
        """

    def edit(self, data: bytes, edits: Sequence[Edit]) -> bytes:
        """Return the bytes of a file with changes made, and all else as it was.

        Args:
            data: all bytes.
            edits: what to change, in the order of the text; they do not overlap.

        Raises:
            UnreadableError: a change cannot be written down in this file.
        """


class Format(NamedTuple):
    """One way of writing an edition down as text."""

    name: str
    suffixes: tuple[str, ...]
    """Endings of file names, in lower case, with the dot."""
    parse: Callable[[str], Parsed]
    """Takes the decoded text, whose lines end in ``\n``; raises `UnreadableError`."""
    charset: Callable[[bytes], str] = lambda _: ""
    """Finds the name of the encoding that the bytes themselves declare, or nothing."""
    escape: Callable[[str], str] = str
    """Writes plain words down in this format."""
    tables: Callable[[str], Sequence[Span]] = lambda _: ()
    """Finds the cells of tables in the decoded text."""
    pages: bool = False
    """True where a file may be a page of a site that has no text of its own, as a list."""

    def read(self, data: bytes, charset: str = "") -> Content:
        """Decode and parse a file, see `Reader.read`."""
        from transcheck.loading import decoding

        if self.pages and not data.strip():
            raise UnreadableError("is empty", "write the article into it", lack=Lack.EMPTY)
        text = decoding.decode(data, charset or self.charset(data))
        parsed = self.parse(text)
        starts = [block.source_offset(0) for block in parsed.blocks]
        return Content(text, parsed, cells_of(self.tables(text), starts))

    def edit(self, data: bytes, edits: Sequence[Edit]) -> bytes:
        """Change a file, see `Reader.edit`: encoding, byte order mark and line ends stay."""
        from transcheck.loading import decoding

        escaped = [edit._replace(replacement=self.escape(edit.replacement)) for edit in edits]
        return decoding.edit(data, escaped, self.charset(data))


def cells_of(spans: Sequence[Span], starts: Sequence[int]) -> tuple[Cell | None, ...]:
    """Return the cell that each block stands in, by where it starts; nothing without tables."""
    if not spans:
        return ()
    begins = [span.start for span in spans]
    near = [spans[bisect_right(begins, start) - 1] for start in starts]
    return tuple(
        span.cell if span.start <= start < span.end else None
        for span, start in zip(near, starts, strict=True)
    )


FORMATS: Registry[Reader] = Registry("format", "transcheck.loading")


def text_format(name: str) -> Format:
    """Return the format called `name`, of those that are text.

    Raises:
        UnknownNameError: there is none of that name.
    """
    found = FORMATS.get(name)
    if isinstance(found, Format):
        return found
    texts = [each.name for each in FORMATS if isinstance(each, Format)]
    raise UnknownNameError("format of text", name, texts)


def format_for(suffix: str) -> Reader:
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
