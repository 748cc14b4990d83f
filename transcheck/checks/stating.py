"""Findings about facts: who says what, at the exact characters."""

from __future__ import annotations

from transcheck.checks import Check
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.wording import all_said, names, occurrences, said
from transcheck.model import Comparison, Finding, Severity


def difference(
    check: Check, comparison: Comparison, divergence: Divergence, severity: Severity
) -> Finding:
    """Return a finding for claims that contradict each other; needs a template ``default``."""
    return check.finding(
        comparison.article.name,
        occurrences(comparison.article, divergence.claims),
        suspects=_languages(comparison, divergence),
        severity=severity,
        claims=all_said(comparison.article, divergence),
    )


def omission(
    check: Check, comparison: Comparison, divergence: Divergence, severity: Severity
) -> Finding:
    """Return a finding for a claim that some editions leave out."""
    return check.finding(
        comparison.article.name,
        occurrences(comparison.article, divergence.claims),
        suspects=_languages(comparison, divergence),
        severity=severity,
        claim=said(comparison.article, divergence.claims[0]),
        absent=names(comparison.article, divergence.absent),
    )


def _languages(comparison: Comparison, divergence: Divergence) -> list[str]:
    return [comparison.article.editions[n].language for n in divergence.suspects]
