"""Every record that travels through a run; all frozen, none knows how it was made.

load      path                -> `Document` (blocks with their places in the source)
segment   `Document`          -> `Edition`  (sentences, `Segment`)
embed     texts               -> array of vectors, float32, (n, dimension), rows of norm 1
align     `Article`, vectors  -> `Alignment` (beads that cover every segment once)
extract   `Segment`           -> `Fact`
compare   `Comparison`        -> `Finding`
report    `Report`            -> text or bytes

Offsets are code points, ``start`` inclusive and ``end`` exclusive. Lines and columns
count from 1. Sequences are tuples, so that records can be compared and hashed.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter
from pathlib import Path
from typing import TypeVar, cast

T = TypeVar("T")


class Kind(StrEnum):
    """What part of an article a block is; like is compared with like."""

    HEADLINE = "headline"
    LEAD = "lead"
    HEADING = "heading"
    BODY = "body"
    QUOTE = "quote"
    CAPTION = "caption"
    BYLINE = "byline"


class Severity(StrEnum):
    """How sure a finding is to be an error an editor wants to see."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 2 for error, 1 for warning, 0 for info: higher is graver."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


class Family(StrEnum):
    """The families of findings of the JSON report."""

    MISSING = "missing"
    ADDED = "added"
    MOVED = "moved"
    PARTIAL = "partial"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like part of a document: one headline, paragraph, caption."""

    kind: Kind
    text: str
    """The readable text: entities decoded, markup gone, runs of white space one space."""
    origins: tuple[tuple[int, int], ...]
    """Runs (text offset, source offset), ascending, the first at text offset 0.
    Within a run both advance together; a run starts where markup or white space was dropped."""

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


@dataclass(frozen=True, slots=True)
class Bead:
    """What the editions say in one place: m to n sentences of each, or none."""

    sides: tuple[tuple[int, ...], ...]
    """Indexes of segments, one tuple an edition, in the order of `Article.editions`."""
    score: float
    """0 to 1: how sure it is that the sides say the same; for a bead with one side
    alone, how sure it is that the others have nothing to match."""
    moved: bool = False
    """True where the sides stand in another order than the rest of the article."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence, or run of sentences, of which a part stands in some editions only."""

    bead: int
    """Position of its bead in the alignment."""
    edition: int
    """Position of the edition that stands alone: with less, or with more than the others."""
    parts: tuple[tuple[int, int, int], ...]
    """For each edition that has the part: its position, start and end of the part in its
    text of the bead (segments joined by a space)."""
    score: float
    """0 to 1: how sure it is."""

    @property
    def surplus(self) -> bool:
        """Return whether the edition that stands alone has more, not less, than the others."""
        return self.parts[0][0] == self.edition


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in reading order of the first edition; every segment is in exactly one."""

    beads: tuple[Bead, ...]
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something checkable that a sentence says: a number, a date, a name."""

    kind: str
    """What it is compared with: only facts of one kind are."""
    value: object
    """The normalised value; hashable; its type belongs to the extractor of this kind."""
    text: str
    segment: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place in one edition that a finding points at."""

    language: str
    segment: int
    start: int
    end: int
    text: str
    value: str | None = None
    """The normalised value in writing, where the finding is about one."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count."""

    by: str
    """``baseline``, ``inline``, ``glossary`` or ``config``."""
    reason: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a finding says, kept apart from the language it is said in."""

    template: str
    """Name of a template of the check; the check has its English wording."""
    parameters: tuple[tuple[str, str], ...] = ()
    """What fills the template's fields, sorted by name."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One divergence between the editions of an article."""

    code: str
    rule: str
    family: Family
    severity: Severity
    text: str
    """The message in English."""
    message: Message
    """The same, for other languages."""
    suspects: tuple[str, ...]
    """Languages of the editions that stand alone; empty where nothing decides."""
    occurrences: tuple[Occurrence, ...]
    fingerprint: str
    """16 hexadecimal digits, from the article, the code and the words concerned."""
    suppressed: Suppression | None = None
    words: tuple[str, ...] = ()
    """The words that the fingerprint is made of."""
    repeat: int = 1
    """Which of the findings of the article with these very words it is, from 1."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that could not be checked, as a value: it never hides the rest."""

    what: str
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """All that was found out about one article."""

    article: str
    editions: tuple[Edition, ...]
    alignment: Alignment
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def checked(self) -> bool:
        """Return whether the editions were compared, and every check ran to its end."""
        return not self.skipped


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a run over any number of articles."""

    articles: tuple[ArticleReport, ...]
    signature: str
    """What was measured with: encoder, thresholds, versions."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All a check may look at: the article, its alignment and its facts."""

    article: Article
    alignment: Alignment
    facts: tuple[tuple[Fact, ...], ...] = field(default=())
    """The facts of each edition, in the order of `Article.editions`, in reading order."""
    _shared: dict[Callable[[Comparison], object], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, work: Callable[[Comparison], T]) -> T:
        """Return ``work(self)``, worked out at the first call only.

        For what several checks build on; it is forgotten together with the comparison.
        """
        if work not in self._shared:
            self._shared[work] = work(self)
        return cast("T", self._shared[work])
