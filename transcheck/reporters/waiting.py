"""What an article waits for, in words: it has one edition or none, or some are not there yet."""

from __future__ import annotations

from transcheck.model import ArticleReport


def about(report: ArticleReport) -> str:
    """Return which editions of an article there are and what the others lack."""
    there = " and ".join(edition.language for edition in report.editions)
    have = [f"only {there}"] if there and report.pending else []
    return "; ".join([*have, *map(str, report.waiting)]) or "no edition to compare yet"
