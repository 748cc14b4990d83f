"""A summary in Markdown for the comment on a pull request or a job's summary.

GitHub refuses a comment of more than 65,536 characters, so the verdict stands on top and
errors come before warnings; what does not fit is counted. Article text is escaped
throughout: it can neither format nor link nor call people by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from transcheck.model import ArticleReport, Finding, Severity, Suppression
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.excerpts import Excerpt, Gap, Passage, excerpts, locations, source_path
from transcheck.reporters.verdict import counts, verdict, waits_for
from transcheck.reporters.visible import code_span, escaped, visible
from transcheck.summary import EXIT_CLEAN, Summary

ROOM = 60_000
"""Characters of a whole summary."""
_LONGEST = 240
"""Characters of one sentence that are quoted."""
_MOST = 2
"""Sentences of one edition that are quoted."""
_SIGNS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}
_NO_SIGN = "⚪"
"""Stands in front of an article's name, which must not start a line: it could be a list."""
_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.INFO: "Info"}


@dataclass(slots=True)
class _Section:
    """Items under one heading; no more of them are kept than a summary has room for."""

    items: list[str] = field(default_factory=list)
    size: int = 0
    count: int = 0

    def add(self, item: str) -> None:
        self.count += 1
        self.size += len(item)
        if self.size <= ROOM:
            self.items.append(item)

    def lines(self, heading: str, room: int) -> Iterator[str]:
        """Yield the heading, as many items as `room` has, and how many are left out."""
        if not self.count:
            return
        yield f"\n#### {heading}\n"
        shown = 0
        for item in self.items:
            room -= len(item) + 1
            if room < 0:
                break
            yield item
            shown += 1
        if shown < self.count:
            yield f"\n*… and {self.count - shown} more: other formats have them all.*"


class MarkdownWriter:
    """Keeps what fits into one comment; writes it at the end, when the verdict is known."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Keep the stream for the end."""
        self._stream = stream
        self._setting = setting
        self._findings = {severity: _Section() for severity in Severity}
        self._unchecked = _Section()
        self._accepted = _Section()
        self._waiting = _Section()
        self._notes = _Section()

    def article(self, report: ArticleReport) -> None:
        """Keep the findings of one article and what could not be checked."""
        for skipped in report.skipped:
            self._unchecked.add(f"- {_NO_SIGN} {escaped(unchecked.sentence(report, skipped))}")
        if report.pending or report.waiting:
            text = f"{report.article}: {waits_for(report)}"
            self._waiting.add(f"- {_NO_SIGN} {escaped(visible(text))}")
        for note in report.notes:
            self._notes.add(f"- {_NO_SIGN} {escaped(visible(f'{report.article}: {note}'))}")
        for finding in report.findings:
            if finding.suppressed:
                self._accepted.add(self._suppressed(report, finding, finding.suppressed))
            else:
                self._findings[finding.severity].add(self._item(report, finding))

    def finish(self, summary: Summary) -> None:
        """Write the verdict, then sections from grave to accepted, as far as there is room."""
        passed = summary.exit_code(self._setting.limit) == EXIT_CLEAN
        head = f"### {'✅' if passed else '❌'} transcheck: {counts(summary)}"
        text = f"{head}\n\n{verdict(summary, self._setting.limit)}\n"
        sections = [("Not checked", self._unchecked)]
        sections += [(_HEADINGS[s], section) for s, section in self._findings.items()]
        sections += [("Accepted", self._accepted), ("Waiting for translations", self._waiting)]
        sections.append(("Notes", self._notes))
        for heading, section in sections:
            lines = section.lines(heading, ROOM - len(text))
            text += "".join(f"{line}\n" for line in lines)
        self._stream.write(text.encode())

    def _item(self, report: ArticleReport, finding: Finding) -> str:
        editions = (self._edition(excerpt) for excerpt in excerpts(report, finding))
        return "\n".join((_head(report, finding), *(f"  - {edition}" for edition in editions)))

    def _suppressed(self, report: ArticleReport, finding: Finding, why: Suppression) -> str:
        leading = locations(report, finding)[0]
        where = self._where(leading.path, leading.line, leading.column)
        reason = escaped(f"{why.by}: {why.reason}")
        return f"{_head(report, finding)} {where} ({reason})"

    def _edition(self, excerpt: Excerpt) -> str:
        where = self._where(excerpt.path, *excerpt.places[0])
        language = f"**{excerpt.language}** ◀" if excerpt.suspect else excerpt.language
        return f"{language} {where} {_said(excerpt)}"

    def _where(self, path: Path, line: int, column: int) -> str:
        return code_span(f"{source_path(path, self._setting.root)}:{line}:{column}")


def _head(report: ArticleReport, finding: Finding) -> str:
    name = code_span(report.article)
    return f"- {_SIGNS[finding.severity]} **{finding.code}** {name} {escaped(finding.text)}"


def _said(excerpt: Excerpt) -> str:
    parts = [_passage(passage) for passage in excerpt.passages[:_MOST]]
    if len(excerpt.passages) > _MOST:
        parts.append("…")
    if excerpt.gap is not Gap.NONE:
        parts.append(f"*— {excerpt.gap.value} —*")
    return " ".join(parts)


def _passage(passage: Passage) -> str:
    start, end = passage.window(_LONGEST)
    marks = () if passage.whole else passage.marks
    parts = ["…"] if start else []
    for mark_start, mark_end in marks:
        if mark_start < end:
            marked = escaped(passage.text[mark_start : min(mark_end, end)])
            parts += [escaped(passage.text[start:mark_start]), f"<b>{marked}</b>"]
            start = min(mark_end, end)
    parts += [escaped(passage.text[start:end]), "…" if end < len(passage.text) else ""]
    return "".join(parts)


MARKDOWN = add(
    Reporter(
        name="markdown",
        about="a summary for the comment on a pull request or for $GITHUB_STEP_SUMMARY",
        suffix=".md",
        binary=False,
        open=MarkdownWriter,
    )
)
