"""Articles for the checks of names: sentences given by language, aligned one to one."""

from __future__ import annotations

from collections.abc import Sequence

from tests.stories import compared, edition, findings
from transcheck.facts import Taken
from transcheck.facts.names import extract_names
from transcheck.languages import named
from transcheck.model import Comparison, Cut, Edition, Fact, Finding

CODES = ("NAM001", "NAM002", "NAM003")
"""The checks of names."""


def story(*cuts: Cut, **texts: str | Sequence[str]) -> Comparison:
    """Return editions of which every sentence corresponds to those of the same number."""
    editions = (edition(code, text) for code, text in texts.items())
    return compared(editions, names_of, cuts=cuts)


def names_of(edition: Edition) -> tuple[Fact, ...]:
    """Return the names of an edition in reading order."""
    return tuple(extract_names(edition, named(edition.language), Taken()))


def found(comparison: Comparison) -> list[tuple[str, tuple[str, ...]]]:
    """Return the code and the suspects of every finding about names."""
    return [(code, f.suspects) for code in CODES for f in findings(code, comparison)]


def words(finding: Finding, language: str) -> list[str]:
    """Return the words a finding points at in one edition."""
    return [o.text for o in finding.occurrences if o.language == language]
