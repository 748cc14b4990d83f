"""Articles that the program itself fails on, as values."""

from __future__ import annotations

from transcheck.discovery import ArticleFiles
from transcheck.model import Alignment, ArticleReport, Skipped

_DEFECT = "this is a defect of transcheck, please report it with the article"


def failed(group: ArticleFiles, error: Exception) -> ArticleReport:
    """Return the report of an article whose comparison ended in an error."""
    return _report(group, f"comparing it failed: {type(error).__name__}: {error}", _DEFECT)


def lost(group: ArticleFiles, exit_code: int | None) -> ArticleReport:
    """Return the report of an article whose comparison ended the process it ran in.

    Args:
        group: the article.
        exit_code: of the process; below 0 the signal that ended it, as `subprocess` has it.
    """
    how = f"signal {-exit_code}" if exit_code and exit_code < 0 else f"exit code {exit_code}"
    return _report(
        group,
        f"the process that compared it ended ({how})",
        "it may have run out of memory: try it alone with transcheck diff",
    )


def _report(group: ArticleFiles, reason: str, hint: str) -> ArticleReport:
    skipped = Skipped(group.name, reason, hint)
    return ArticleReport(group.name, (), Alignment(()), (), (skipped,))
