"""One finding for one error: what says less about the same words is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck.checks import CHECKS
from transcheck.model import Finding


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without those of checks that yield to others about the same words.

    A finding yields to one of another check that suspects the same editions and points at
    some of the same characters; of two that yield the one of the earlier check is kept.
    """
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (CHECKS.get(f.code).yields, f.code)):
        if not CHECKS.get(finding.code).yields or not _said(finding, kept):
            kept.append(finding)
    return kept


def _said(finding: Finding, others: Sequence[Finding]) -> bool:
    return any(
        other.code != finding.code
        and set(other.suspects) == set(finding.suspects)
        and any(
            (a.language, a.segment) == (b.language, b.segment)
            and a.start < b.end
            and b.start < a.end
            for a in finding.occurrences
            for b in other.occurrences
        )
        for other in others
    )
