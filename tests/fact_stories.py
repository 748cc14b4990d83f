"""Articles for the checks of facts: sentences given by language, aligned one to one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.stories import compared, edition, findings
from transcheck.facts import EXTRACTORS, Taken
from transcheck.languages import named
from transcheck.model import Comparison, Cut, Edition, Fact, Finding, Kind, Severity

CODES = (
    "DAT001", "DAT002", "DAT003", "DAT004", "DAT005", "DAT006", "DAT007", "DAT008",
    "NUM001", "NUM002", "NUM003", "NUM004", "NUM005",
)  # fmt: skip
"""The checks of numbers, dates and times."""


def story(
    *cuts: Cut,
    score: Any = 0.95,
    kind: Any = Kind.BODY,
    published: Any = None,
    beads: Any = (),
    **texts: str | Sequence[str],
) -> Comparison:
    """Return editions whose sentences correspond by number, or as `beads` says.

    The options are untyped because tests hand over texts as ``**{language: text}``, which
    a type checker holds against every option.
    """
    editions = (edition(code, text, kind=kind, published=published) for code, text in texts.items())
    return compared(editions, facts_of, beads=beads, cuts=cuts, score=score)


def facts_of(edition: Edition) -> tuple[Fact, ...]:
    """Return the dates, times and numbers of an edition in reading order."""
    taken = Taken()
    found: list[Fact] = []
    for name in ("date", "time", "designation", "numbers"):
        for fact in EXTRACTORS.get(name).extract(edition, named(edition.language), taken):
            if EXTRACTORS.get(name).takes(fact):
                taken.add(fact.segment, fact.start, fact.end)
            found.append(fact)
    return tuple(sorted(found, key=lambda f: (f.segment, f.start, f.end, f.kind)))


def alarms(comparison: Comparison, *, lowest: Severity = Severity.WARNING) -> list[str]:
    """Return the codes of all findings about facts that are as grave as `lowest`."""
    return [
        found.code
        for code in CODES
        for found in findings(code, comparison)
        if found.severity.rank >= lowest.rank
    ]


def said(finding: Finding) -> dict[str, list[str]]:
    """Return the words a finding points at, by language."""
    words: dict[str, list[str]] = {}
    for place in finding.occurrences:
        words.setdefault(place.language, []).append(place.text)
    return words
