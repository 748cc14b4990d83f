"""The baseline in a run: what it accepts is marked, what is stale in it is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from transcheck.cli.notes import remark
from transcheck.cli.options import Settings
from transcheck.model import ArticleReport

if TYPE_CHECKING:
    from transcheck.accepting import Baseline, Entry, Policy

_NAMED = 3
"""Stale entries that are named in a remark; the others are counted."""


class Accepting:
    """A baseline, and what a run has learnt about its entries."""

    def __init__(self, baseline: Baseline, policy: Policy) -> None:
        """Take the baseline, which is left as it is, and what is checked."""
        self.baseline = baseline
        self._policy = policy
        self.stale: list[Entry] = []

    @classmethod
    def of(cls, settings: Settings) -> Accepting:
        """Read the baseline of a run; one that was not asked for is empty.

        Raises:
            UsageError: it cannot be read.
        """
        from transcheck.accepting import Baseline
        from transcheck.accepting.baseline import read

        baseline = read(settings.baseline) if settings.baseline else Baseline()
        return cls(baseline, settings.policy)

    def applied(self, reports: Iterable[ArticleReport]) -> Iterator[ArticleReport]:
        """Yield the reports as they come, with what the baseline accepts marked."""
        from transcheck.accepting import accept

        for report in reports:
            accepted = accept(report, self.baseline)
            # Of a check that does not run nobody knows whether its findings are gone.
            self.stale += (entry for entry in accepted.stale if self._policy.runs(entry.code))
            yield accepted.report

    def tell(self, settings: Settings) -> None:
        """Name the stale entries on standard error."""
        if not self.stale or settings.quiet:
            return
        some = "; ".join(f"{e.article}: {e.code} {e.message}" for e in self.stale[:_NAMED])
        more = f" and {len(self.stale) - _NAMED} more" if len(self.stale) > _NAMED else ""
        remark(
            f"stale in {settings.baseline}, the findings are gone: {some}{more}\n"
            "  transcheck baseline prune PATH removes them"
        )
