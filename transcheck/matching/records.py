"""What a matching comes to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from transcheck.model import Skipped


@dataclass(frozen=True, slots=True)
class Member:
    """One document of a story."""

    language: str
    """A language's code."""
    path: Path


@dataclass(frozen=True, slots=True)
class Link:
    """Why two documents are held for editions of one story."""

    languages: tuple[str, str]
    score: float
    """0 to 1: how sure it is."""
    similarity: float
    """-1 to 1: cosine of what they are about."""
    shared: int
    """Numbers and names that both have."""
    days: int | None
    """Days between their publication; None where one does not say."""


@dataclass(frozen=True, slots=True)
class Story:
    """The documents that are editions of one story; a single one where it has no other."""

    name: str
    """The path of the first edition without its suffix; no two stories have the same."""
    members: tuple[Member, ...]
    """One a language, in the order of `transcheck.languages.Language.rank`."""
    missing: tuple[str, ...]
    """Codes of the languages of the collection in which it has no edition."""
    score: float
    """0 to 1: how sure it is that they belong together; 1 for a single document."""
    links: tuple[Link, ...] = ()
    """One for each two members."""


@dataclass(frozen=True, slots=True)
class Matching:
    """All stories of a collection, every document in exactly one, and what could not be read."""

    stories: tuple[Story, ...]
    """Sorted by name."""
    languages: tuple[str, ...]
    """Codes of the languages of the collection, in the order of their ranks."""
    waiting: tuple[Skipped, ...] = ()
    """Documents that are not written or translated yet: nothing is wrong with them."""
    skipped: tuple[Skipped, ...] = ()
