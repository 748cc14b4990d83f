"""How likely editors want a finding: a weight for each thing that is known of it, from a table.

The weights are fitted (``training/confidence.py``) on findings of which it is known whether
they are wanted: logistic regression on the check, the severity, the number of editions, whether
one of them is suspected, and the evidence of checks that have a model of their own. They are
in ``confidence.tsv``; nothing here knows how a check works.

One finding for one error: what says less about the same words is left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from transcheck.checks import CHECKS
from transcheck.model import Finding, Severity


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


_CERTAIN = frozenset({"MIS002"})
"""Checks of what somebody has asked for and the files alone decide: no share is to be measured."""


class Alarms(StrEnum):
    """How much is reported."""

    FEW = "few"
    """Errors, and the warnings that are likely to be wanted: nine of ten are."""
    NORMAL = "normal"
    """Errors, and warnings of which about one in three articles is unwanted."""
    ALL = "all"

    @property
    def least(self) -> float:
        """Return the confidence under which no warning is reported."""
        return weights().get(f"alarms {self.value}", 0.0)


def likely(
    findings: Iterable[Finding], editions: int, alarms: Alarms = Alarms.ALL
) -> tuple[Finding, ...]:
    """Return findings with their confidence, without warnings that are not likely enough.

    Args:
        findings: what the checks found in one article.
        editions: how many editions were compared.
        alarms: how much is reported.
    """
    rated = (replace(f, confidence=confidence(f, editions)) for f in findings)
    return tuple(f for f in rated if f.severity is Severity.ERROR or f.confidence >= alarms.least)


def confidence(finding: Finding, editions: int) -> float:
    """Return the share of such findings that editors want, 0 to 1, in hundredths."""
    if finding.code in _CERTAIN:
        return 1.0
    known = weights()
    total = sum(known.get(name, 0.0) * value for name, value in traits(finding, editions))
    return round(1 / (1 + math.exp(-total)), 2)


def traits(finding: Finding, editions: int) -> Iterator[tuple[str, float]]:
    """Yield what is known of a finding: the name of a weight, and how often it counts."""
    if editions == 1:  # it is another question whether a text contradicts itself
        yield "alone", 1.0
        yield f"alone {finding.code} {finding.severity.value}", 1.0
        return
    yield "all", 1.0
    yield finding.code, 1.0
    yield finding.severity.value, 1.0
    yield f"{finding.code} {finding.severity.value}", 1.0
    if editions == 2:
        yield "two editions", 1.0
    elif not finding.suspects:
        yield "nobody suspected", 1.0
    if finding.evidence:
        yield f"evidence {finding.code}", finding.evidence


@cache
def weights() -> dict[str, float]:
    """Return the table: a weight by name, and the least confidence of each kind of alarms."""
    text = (files(__package__) / "confidence.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}
