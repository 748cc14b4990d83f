"""What could not be checked, for formats that show it among the findings."""

from __future__ import annotations

from pathlib import Path

from transcheck.model import ArticleReport, Skipped
from transcheck.reporters.visible import visible

CODE = "unchecked"
"""Stands where a finding has the code of its check."""


def sentence(report: ArticleReport, skipped: Skipped) -> str:
    """Return on one line which article was not checked, why, and what to do about it."""
    compared = len(report.editions) > 1
    verdict = "was not checked completely" if compared else "could not be checked"
    hint = f"; {skipped.hint}" if skipped.hint else ""
    return visible(f"{report.article} {verdict}: {skipped.reason}{hint}")


def path_of(report: ArticleReport, skipped: Skipped) -> Path:
    """Return the file to point at.

    A check that failed names none: then it is the first edition.
    """
    named = Path(skipped.what)
    if report.editions and not named.suffix and len(named.parts) < 2:
        return report.editions[0].path
    return named
