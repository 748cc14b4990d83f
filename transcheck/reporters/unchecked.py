"""What could not be checked, for formats that show it among the findings."""

from __future__ import annotations

from pathlib import Path

from transcheck.model import ArticleReport, Skipped
from transcheck.reporters.visible import visible

CODE = "unchecked"
"""Stands where a finding has the code of its check."""


def sentence(report: ArticleReport, skipped: Skipped) -> str:
    """Return on one line which article was not checked, why, and what to do about it."""
    hint = f"; {skipped.hint}" if skipped.hint else ""
    return visible(f"{report.article} {verdict(report, skipped)}: {skipped.reason}{hint}")


def verdict(report: ArticleReport, skipped: Skipped) -> str:
    """Return what became of an article, as the end of a sentence about it."""
    if not report.compared:
        return "could not be checked"
    if skipped.language:
        return f"was compared without its {skipped.language} edition"
    return "was not checked completely"


def path_of(report: ArticleReport, skipped: Skipped) -> Path:
    """Return the file to point at.

    A check that failed names none: then it is the first edition.
    """
    named = Path(skipped.what)
    if report.editions and not named.suffix and len(named.parts) < 2:
        return report.editions[0].path
    return named
