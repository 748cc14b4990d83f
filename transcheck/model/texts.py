"""Records of what was read: documents, and editions cut into sentences."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter
from pathlib import Path


class Kind(StrEnum):
    """What part of an article a block is; like is compared with like."""

    HEADLINE = "headline"
    LEAD = "lead"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"
    """What the site says, not the article: kept to be shown, never compared."""


UNJUDGED = -9.0
"""Log-odds that the site says a line, before anything of it was looked at."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like part of a document: one headline, paragraph, caption."""

    kind: Kind
    text: str
    """The readable text: entities decoded, markup gone, runs of white space one space."""
    origins: tuple[tuple[int, int], ...]
    """Runs (text offset, source offset), ascending, the first at text offset 0.
    Within a run both advance together; a run starts where markup or white space was dropped."""
    odds: float = UNJUDGED
    """Log-odds, by its words and its place alone, that the site says it and not the article."""

    def source_offset(self, offset: int) -> int:
        """Return the offset in the decoded source of the character at `offset` of `text`."""
        run = bisect_right(self.origins, offset, key=itemgetter(0)) - 1
        text_start, source_start = self.origins[run]
        return source_start + offset - text_start


@dataclass(frozen=True, slots=True)
class Document:
    """One edition as it was read: its blocks in reading order and what its markup says of it."""

    path: Path
    language: str
    """The code of the edition's language, after names, markup and text were weighed."""
    title: str
    """The headline, or the empty string."""
    blocks: tuple[Block, ...]
    line_starts: tuple[int, ...]
    """Offsets in the decoded source at which lines start; the first is 0."""
    author: str = ""
    published: dt.date | None = None
    """The date the markup, front matter or JSON-LD gives for publication."""
    ignores: tuple[Ignore, ...] = ()
    """Findings that a comment or front matter of this edition asks to ignore."""
    draft: bool = False
    """True where its front matter says that it is not published."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A request in the source of an edition not to report something."""

    code: str
    """A code or a prefix of codes."""
    reason: str
    line: int
    column: int = 1
    everywhere: bool = False
    """True where front matter asks: it is about the article, not about one passage."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of an edition, with its place in the source file."""

    index: int
    """Position in reading order, from 0."""
    kind: Kind
    text: str
    block: int
    """Index of the block (paragraph) it belongs to."""
    line: int
    column: int
    end_line: int
    end_column: int
    """Column just behind the last character."""
    runs: tuple[tuple[int, int, int], ...] = ()
    """Runs (text offset, line, column), ascending, the first at text offset 0. Within a run
    text and source advance together on one line; empty stands for a single run."""
    odds: float = UNJUDGED
    """Log-odds, before the editions are compared, that the site says it and not the article."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column in the source of the character at `offset` of `text`."""
        runs = self.runs or ((0, self.line, self.column),)
        start, line, column = runs[bisect_right(runs, offset, key=itemgetter(0)) - 1]
        return line, column + offset - start


@dataclass(frozen=True, slots=True)
class Edition:
    """One language's version of an article, cut into sentences."""

    language: str
    path: Path
    title: str
    segments: tuple[Segment, ...]
    author: str = ""
    published: dt.date | None = None
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """The editions of one story, in the order in which they were named."""

    name: str
    editions: tuple[Edition, ...]
