"""Findings about facts: who says what, at the exact characters."""

from __future__ import annotations

from transcheck.checks import Check
from transcheck.comparing.consensus import Divergence
from transcheck.comparing.wording import names, occurrences, sayings
from transcheck.model import Comparison, Finding, Severity

DIFFERENCE = "{one}, but {others}"
"""English wording of `difference`: the edition that stands alone first."""


def difference(
    check: Check,
    comparison: Comparison,
    divergence: Divergence,
    severity: Severity,
    template: str = "default",
) -> Finding:
    """Return a finding for claims that are not the same.

    Its template has the fields ``one`` (who stands alone, and says what) and ``others``.
    """
    article = comparison.article
    *others, one = divergence.claims
    if len(one.editions) == len(others[0].editions):
        one, *others = divergence.claims
    return check.finding(
        article.name,
        occurrences(article, divergence.claims),
        template=template,
        suspects=_languages(comparison, divergence),
        severity=severity,
        one=sayings(article, [one]),
        others=sayings(article, others),
    )


def omission(
    check: Check, comparison: Comparison, divergence: Divergence, severity: Severity
) -> Finding:
    """Return a finding for a claim that some editions leave out.

    Its template has the fields ``claim`` (who makes it, in which words) and ``absent``.
    """
    article = comparison.article
    return check.finding(
        article.name,
        occurrences(article, divergence.claims),
        suspects=_languages(comparison, divergence),
        severity=severity,
        claim=sayings(article, divergence.claims),
        absent=names(article, divergence.absent),
    )


def _languages(comparison: Comparison, divergence: Divergence) -> list[str]:
    return [comparison.article.editions[n].language for n in divergence.suspects]
