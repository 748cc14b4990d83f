"""What a run comes to, in words: the counts, and why it fails."""

from __future__ import annotations

from transcheck.model import ArticleReport, Severity
from transcheck.summary import Summary


def waits_for(report: ArticleReport) -> str:
    """Return which editions of an article there are and what the others lack."""
    there = " and ".join(edition.language for edition in report.editions)
    have = [f"only {there}"] if there and report.pending else []
    return "; ".join([*have, *map(str, report.waiting)]) or "no edition to compare yet"


def counts(summary: Summary) -> str:
    """Return how many articles there were and what was found, as half a sentence."""
    found = [number(summary.count(s), s.value) for s in Severity if summary.count(s)]
    if not found and summary.checked:
        found = ["no divergences"]
    if summary.suppressed:
        found.append(f"{summary.suppressed} accepted")
    parts = [number(summary.articles, "article"), f"{summary.checked or 'none'} checked"]
    if summary.partly:
        parts.append(f"{summary.partly} in part")
    if summary.waiting:
        parts.append(f"{summary.waiting} waiting for translations")
    return ", ".join(parts) + (f": {', '.join(found)}" if found else "")


def verdict(summary: Summary, limit: Severity | None) -> str:
    """Return whether the run passed; if not, why."""
    reasons = []
    reaching = summary.reaching(limit)
    if reaching and limit is not None:
        reasons.append(f"{number(reaching, 'finding')} at or above {limit.value}")
    unreadable = summary.unchecked - summary.partly
    if unreadable:
        reasons.append(f"{number(unreadable, 'article')} that could not be checked")
    if summary.partly:
        reasons.append(f"{number(summary.partly, 'article')} checked in part only")
    if reasons and limit is not None:
        return f"Failed: {' and '.join(reasons)}."
    if reasons:
        return f"Passed, as nothing is to fail this run: {' and '.join(reasons)}."
    nothing = summary.articles and not (summary.checked or summary.partly)
    return "Passed: there was nothing to compare." if nothing else "Passed."


def number(count: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it has one."""
    plural = "" if count == 1 or noun == Severity.INFO.value else "s"
    return f"{count} {noun}{plural}"
