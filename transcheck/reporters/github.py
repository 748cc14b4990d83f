"""Workflow commands of GitHub Actions: findings as annotations beside the changed lines.

GitHub shows ten annotations of a kind for one step and drops the others without a word. So
what is beyond that is written as plain lines of the log, and the last line counts it all.
"""

from __future__ import annotations

from collections import Counter
from typing import IO

from transcheck.model import ArticleReport, Finding, Severity
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.locations import Location, locations, source_path
from transcheck.reporters.verdict import counts, number, verdict
from transcheck.reporters.visible import ordinary, visible
from transcheck.summary import Summary

SHOWN = 10
"""Annotations of a kind that GitHub shows for one step."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ENDING = "notice"
"""What the last line is; one annotation of this kind is kept for it."""


class GithubWriter:
    """Writes each finding as it comes; counts the annotations."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the report on `stream`."""
        self._stream = stream
        self._root = setting.root
        self._limit = setting.limit
        self._shown = Counter({_ENDING: 1})
        self._more: Counter[str] = Counter()

    def article(self, report: ArticleReport) -> None:
        """Write the findings of one article and what could not be checked."""
        for skipped in report.skipped:
            path = source_path(unchecked.path_of(report, skipped), self._root)
            self._annotate("error", {"file": path}, unchecked.sentence(report, skipped))
        for finding in report.findings:
            self._finding(report, finding)

    def finish(self, summary: Summary) -> None:
        """Write how many there are of each kind, and how many GitHub will not show."""
        text = f"{counts(summary)}. {verdict(summary, self._limit)}"
        if self._more:
            more = " and ".join(number(count, f"more {kind}") for kind, count in self._more.items())
            text += f" GitHub shows {SHOWN} of a kind: {more} are in the log of this step."
        self._command(_ENDING, {"title": "transcheck"}, text)

    def _finding(self, report: ArticleReport, finding: Finding) -> None:
        leading, *others = locations(report, finding)
        text = visible(finding.text)
        if finding.suppressed:
            reason = visible(f"{finding.suppressed.by}: {finding.suppressed.reason}")
            where = self._where(leading)
            self._log(
                f"accepted {finding.severity.value}: {where}: {finding.code} {text} ({reason})"
            )
            return
        properties = {
            **self._place(leading),
            "title": f"{finding.code} {finding.rule}",
        }
        lines = [f"{o.language} {self._where(o)}: {o.text}" for o in others]
        self._annotate(_KINDS[finding.severity], properties, "\n".join((text, *lines)))

    def _place(self, location: Location) -> dict[str, str]:
        place = {"file": source_path(location.path, self._root), "line": str(location.line)}
        if location.end is None:
            return place
        line, column = location.end
        if line != location.line:  # then GitHub takes no columns
            return {**place, "endLine": str(line)}
        return {**place, "col": str(location.column), "endColumn": str(column)}

    def _where(self, location: Location) -> str:
        return f"{source_path(location.path, self._root)}:{location.line}:{location.column}"

    def _annotate(self, kind: str, properties: dict[str, str], text: str) -> None:
        if self._shown[kind] < SHOWN:
            self._shown[kind] += 1
            self._command(kind, properties, text)
            return
        self._more[kind] += 1
        where = ":".join(properties[name] for name in ("file", "line", "col") if name in properties)
        code = properties.get("title", "").partition(" ")[0]
        self._log(f"{kind}: {where}: {code} {text}" if code else f"{kind}: {where}: {text}")

    def _command(self, kind: str, properties: dict[str, str], text: str) -> None:
        pairs = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        # The first colons make the command; nothing behind them may be another.
        self._write(f"::{ordinary(f'{kind} {pairs}::{_data(text)}')}")

    def _log(self, text: str) -> None:
        first, *rest = text.split("\n")
        for line in (first, *(f"  | {line}" for line in rest)):
            self._write(ordinary(line))

    def _write(self, line: str) -> None:
        self._stream.write(line.encode() + b"\n")


def _data(text: str) -> str:
    """Return the message of a command, escaped as in GitHub's ``@actions/core``."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return the value of a property of a command, escaped likewise."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


GITHUB = add(
    Reporter(
        name="github",
        about="annotations of GitHub Actions, beside the lines they are about",
        suffix="",
        binary=False,
        open=GithubWriter,
    )
)
