"""What a run comes to: how many articles, how many findings, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from transcheck.model import ArticleReport, Severity

EXIT_CLEAN = 0
EXIT_FINDINGS = 1
EXIT_USAGE = 2
EXIT_UNCHECKED = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over any number of articles; two are joined with ``+``."""

    articles: int = 0
    checked: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    """Findings that were accepted; they are in none of the three counts above."""
    waiting: int = 0
    """Articles of which there is one edition or none yet."""
    doubtful: tuple[int, int, int] = (0, 0, 0)
    """How many of the errors, warnings and infos are not sure enough to fail the run."""
    partly: int = 0
    """Articles that were not checked completely: without an edition, or not by every check."""

    def __add__(self, other: Summary) -> Summary:
        """Return the counts over the articles of both."""
        return Summary(
            self.articles + other.articles,
            self.checked + other.checked,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.infos + other.infos,
            self.suppressed + other.suppressed,
            self.waiting + other.waiting,
            _sum(self.doubtful, other.doubtful),
            self.partly + other.partly,
        )

    @property
    def unchecked(self) -> int:
        """Return how many articles could not be checked, or not completely."""
        return self.articles - self.checked - self.waiting

    def count(self, severity: Severity) -> int:
        """Return how many findings of one severity count."""
        return {
            Severity.ERROR: self.errors,
            Severity.WARNING: self.warnings,
            Severity.INFO: self.infos,
        }[severity]

    def reaching(self, limit: Severity | None) -> int:
        """Return how many findings are as grave as `limit` or graver; none where it is None."""
        if limit is None:
            return 0
        doubtful = dict(zip(Severity, self.doubtful, strict=True))
        return sum(self.count(s) - doubtful[s] for s in Severity if s.rank >= limit.rank)

    def exit_code(self, limit: Severity | None) -> int:
        """Return the exit code of a run whose findings fail it from `limit` upwards.

        An article that could not be checked outweighs findings: the run's answer is
        incomplete, and whoever reads only the code must not take it for the whole truth.
        Where `limit` is None, nothing about the articles fails the run.
        """
        if limit is not None and self.unchecked:
            return EXIT_UNCHECKED
        return EXIT_FINDINGS if self.reaching(limit) else EXIT_CLEAN


def summarise(reports: Iterable[ArticleReport], sure: float = 0.0) -> Summary:
    """Return the counts over `reports`.

    Args:
        reports: the results of any number of articles.
        sure: the least confidence of a finding that may fail the run, 0 to 1.
    """
    return sum((_of(report, sure) for report in reports), Summary())


def _sum(a: tuple[int, int, int], b: tuple[int, int, int]) -> tuple[int, int, int]:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def _of(report: ArticleReport, sure: float) -> Summary:
    counted = [finding.severity for finding in report.findings if finding.suppressed is None]
    doubtful = [
        finding.severity
        for finding in report.findings
        if finding.suppressed is None and finding.confidence < sure
    ]
    return Summary(
        articles=1,
        checked=int(report.checked),
        errors=counted.count(Severity.ERROR),
        warnings=counted.count(Severity.WARNING),
        infos=counted.count(Severity.INFO),
        suppressed=len(report.findings) - len(counted),
        doubtful=(
            doubtful.count(Severity.ERROR),
            doubtful.count(Severity.WARNING),
            doubtful.count(Severity.INFO),
        ),
        waiting=int(report.pending),
        partly=int(report.partly),
    )
