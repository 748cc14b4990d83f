"""What a run comes to, in words: the counts, and why it fails."""

from __future__ import annotations

from transcheck.model import Severity
from transcheck.summary import Summary


def counts(summary: Summary) -> str:
    """Return how many articles there were and what was found, as half a sentence."""
    found = [number(summary.count(s), s.value) for s in Severity if summary.count(s)]
    accepted = f", {summary.suppressed} accepted" if summary.suppressed else ""
    articles = number(summary.articles, "article")
    return (
        f"{articles}, {summary.checked} checked: {', '.join(found) or 'no divergences'}{accepted}"
    )


def verdict(summary: Summary, limit: Severity | None) -> str:
    """Return whether the run passed; if not, why."""
    reasons = []
    reaching = summary.reaching(limit)
    if reaching and limit is not None:
        reasons.append(f"{number(reaching, 'finding')} at or above {limit.value}")
    unchecked = summary.articles - summary.checked
    if unchecked:
        reasons.append(f"{number(unchecked, 'article')} that could not be checked")
    return f"Failed: {' and '.join(reasons)}." if reasons else "Passed."


def number(count: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it has one."""
    plural = "" if count == 1 or noun == Severity.INFO.value else "s"
    return f"{count} {noun}{plural}"
