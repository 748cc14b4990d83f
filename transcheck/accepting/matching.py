"""Which findings of an article a baseline accepts, and which of its entries are stale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from transcheck.accepting.baseline import Baseline, Entry
from transcheck.checks import fingerprint_under
from transcheck.model import ArticleReport, Finding, Suppression

BY = "baseline"


@dataclass(frozen=True, slots=True)
class Accepted:
    """One article after a look into the baseline."""

    report: ArticleReport
    matched: tuple[Entry, ...]
    """Entries for which there is a finding."""
    stale: tuple[Entry, ...]
    """Entries of this article for which there is none any more."""


def accept(report: ArticleReport, baseline: Baseline) -> Accepted:
    """Mark the findings of an article that the baseline accepts.

    An article that could not be checked as a whole has no stale entries: nobody knows.
    """
    near = [entry for entry in baseline.entries if _same(entry.article, report.article)]
    if not near:
        return Accepted(report, (), ())
    entries = {entry.fingerprint: entry for entry in near}
    names = sorted({entry.article for entry in near} - {report.article})
    findings = []
    matched = []
    for finding in report.findings:
        entry = next((entries[f] for f in _known_as(finding, names) if f in entries), None)
        if entry is not None:
            matched.append(entry)
            if finding.suppressed is None:
                finding = replace(finding, suppressed=Suppression(BY, entry.reason))
        findings.append(finding)
    stale = (entry for entry in near if entry.article == report.article and entry not in matched)
    return Accepted(
        replace(report, findings=tuple(findings)),
        tuple(matched),
        tuple(stale) if report.checked else (),
    )


def _known_as(finding: Finding, names: list[str]) -> Iterator[str]:
    yield finding.fingerprint
    for name in names:
        yield fingerprint_under(name, finding)


def _same(one: str, other: str) -> bool:
    """Return whether two names can be of one article.

    A name is relative to the folder the command was given, so that ``homs`` and
    ``2024/homs`` may be one article; ``2023/homs`` and ``2024/homs`` may not.
    """
    return f"/{one}".endswith(f"/{other}") or f"/{other}".endswith(f"/{one}")
