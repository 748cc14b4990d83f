"""One run: load the encoder, compare article by article, deliver the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from transcheck.cli.interrupts import Terminated
from transcheck.cli.notes import remark
from transcheck.cli.options import Settings
from transcheck.cli.outputs import opened
from transcheck.cli.progress import Advance, progress
from transcheck.model import ArticleReport
from transcheck.reporters.verdict import counts
from transcheck.summary import Summary, summarise

if TYPE_CHECKING:
    from transcheck.embedding import Encoder

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
