"""One run: load the encoder, compare articles, mark what is accepted, deliver reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

from transcheck.cli.notes import remark
from transcheck.cli.options import Settings
from transcheck.cli.outputs import opened
from transcheck.cli.progress import Advance, Terminated, progress
from transcheck.model import ArticleReport
from transcheck.reporters.verdict import counts
from transcheck.summary import Summary, summarise

if TYPE_CHECKING:
    from transcheck.accepting import Baseline, Entry, Policy
    from transcheck.embedding import Encoder


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


Compare = Callable[["Encoder", Advance], Iterable[ArticleReport]]
"""Compares the articles of a run in their order; tells the second argument how far it is."""


def run(compare: Compare, total: int, settings: Settings) -> int:
    """Compare `total` articles, write the reports and return the exit code.

    Raises:
        TranscheckError: the encoder does not load, or a report cannot be written.
    """
    done = Summary()
    try:
        with ExitStack() as stack:
            with progress(total, wanted=settings.progress) as advance:
                from transcheck import embedding, pipeline

                encoder = embedding.load(
                    settings.encoder or embedding.DEFAULT,
                    remark=_unheard if settings.quiet else remark,
                )
                signature = pipeline.signature(encoder, settings.policy)
                delivery = stack.enter_context(
                    opened(settings.outputs, signature, settings.limit, settings.sure)
                )
                for report in compare(encoder, advance):
                    delivery.article(report)
                    done += summarise((report,), settings.sure)
            delivery.finish(done)
    except (KeyboardInterrupt, Terminated):
        remark(
            f"interrupted: {done.articles} of {total} articles were compared, no report was written"
        )
        raise
    _say_where(settings, done)
    return done.exit_code(settings.limit)


def _unheard(_message: str) -> None:
    """Keep quiet, as was asked."""


def _say_where(settings: Settings, done: Summary) -> None:
    """Name the files, where standard output shows nothing of the result."""
    files = [str(output.path) for output in settings.outputs if output.path]
    if files and len(files) == len(settings.outputs) and not settings.quiet:
        remark(f"{counts(done)}; written: {', '.join(files)}")
