"""Records of what was found: facts, findings and reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from transcheck.model.alignment import Alignment
from transcheck.model.texts import Edition


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
    MEANING = "meaning"


class Fact(NamedTuple):
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
class Suggestion:
    """What an edition should say instead, where that is certain."""

    language: str
    segment: int
    start: int
    end: int
    replacement: str


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
    confidence: float = 1.0
    """0 to 1: the share of such findings that editors want, as measured on news."""
    evidence: float = 0.0
    """Log-odds of a model that the check has; 0 where it has none."""
    suggestion: Suggestion | None = None
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
    language: str = ""
    """Of the edition that it is, as far as that is known."""


class Lack(StrEnum):
    """Why an edition is not there to be compared, though nothing is wrong with it."""

    ABSENT = "absent"
    DRAFT = "draft"
    """Its front matter says that it is not published, and others of the article are."""
    EMPTY = "empty"
    """It has no text, as an index page that only lists others."""
    UNTRANSLATED = "untranslated"
    """It is named after one language, and its text is still in another."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An edition that is still to come: it fails nothing unless it is required."""

    language: str
    what: str
    """Its path, or the one that it would have."""
    lack: Lack

    def __str__(self) -> str:
        """Return what is lacking, as half a sentence about the article."""
        return {
            Lack.ABSENT: f"no {self.language} edition",
            Lack.DRAFT: f"{self.what} is a draft",
            Lack.EMPTY: f"{self.what} has no text",
            Lack.UNTRANSLATED: f"{self.what} is not translated yet",
        }[self.lack]


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """All that was found out about one article."""

    article: str
    editions: tuple[Edition, ...]
    alignment: Alignment
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    """Editions that are still to come, as far as that is known."""
    notes: tuple[str, ...] = ()
    """What a reader should know of how the editions were found."""
    alone: bool = False
    """True where one edition was to be checked against itself."""

    @property
    def compared(self) -> bool:
        """Return whether there were two editions to compare, or the one to be checked."""
        return len(self.editions) > (0 if self.alone else 1)

    @property
    def checked(self) -> bool:
        """Return whether the editions were compared, and every check ran to its end."""
        return self.compared and not self.skipped

    @property
    def partly(self) -> bool:
        """Return whether some editions were compared, but not all, or not by every check."""
        return self.compared and bool(self.skipped)

    @property
    def pending(self) -> bool:
        """Return whether there is nothing to compare yet, and nothing wrong with that."""
        return not self.compared and not self.skipped


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a run over any number of articles."""

    articles: tuple[ArticleReport, ...]
    signature: str
    """What was measured with: encoder, thresholds, versions."""
