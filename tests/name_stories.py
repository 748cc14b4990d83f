"""Articles for the checks of names: sentences given by language, aligned one to one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from transcheck.checks import CHECKS
from transcheck.facts import Taken
from transcheck.facts.names import extract_names
from transcheck.languages import named
from transcheck.model import (
    Alignment,
    Article,
    Bead,
    Comparison,
    Cut,
    Edition,
    Finding,
    Kind,
    Segment,
)

CODES = ("NAM001", "NAM002", "NAM003")
"""The checks of names."""


def story(*cuts: Cut, **texts: str | Sequence[str]) -> Comparison:
    """Return editions of which every sentence corresponds to those of the same number."""
    rows = {code: [text] if isinstance(text, str) else list(text) for code, text in texts.items()}
    editions = tuple(
        Edition(
            code,
            Path(f"{code}.txt"),
            "",
            tuple(
                Segment(n, Kind.BODY, text, n, n + 1, 1, n + 1, len(text) + 1)
                for n, text in enumerate(row)
            ),
        )
        for code, row in rows.items()
    )
    count = max(map(len, rows.values()))
    beads = tuple(Bead(tuple((n,) for _ in editions), 0.95) for n in range(count))
    facts = tuple(tuple(extract_names(e, named(e.language), Taken())) for e in editions)
    return Comparison(Article("story", editions), Alignment(beads, cuts), facts)


def findings(code: str, comparison: Comparison) -> list[Finding]:
    """Return what one check finds."""
    check = CHECKS.get(code)
    return list(check.run(check, comparison))


def words(finding: Finding, language: str) -> list[str]:
    """Return the words a finding points at in one edition."""
    return [o.text for o in finding.occurrences if o.language == language]
