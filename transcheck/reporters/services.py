"""What services show beside a change: GitHub's commands, GitLab's Code Quality, reviewdog's."""

from __future__ import annotations

from collections import Counter
from typing import IO

from transcheck.checks import fingerprint
from transcheck.model import ArticleReport, Finding, Severity, Skipped
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.excerpts import Location, locations, source_path
from transcheck.reporters.json_ import JsonList, dump
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


_GITLAB_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


class GitlabWriter:
    """Writes each finding as it comes."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the report on `stream`."""
        self._root = setting.root
        self._issues = JsonList(stream, "")

    def article(self, report: ArticleReport) -> None:
        """Write the findings of one article that count, and what could not be checked."""
        for finding in report.findings:
            if finding.suppressed is None:
                self._issues.add(self._finding(report, finding))
        for skipped in report.skipped:
            self._issues.add(self._unchecked(report, skipped))

    def finish(self, summary: Summary) -> None:  # noqa: ARG002 - the format has no place for it
        """Close the list."""
        self._issues.finish("")

    def _finding(self, report: ArticleReport, finding: Finding) -> dict[str, object]:
        leading, *others = (self._place(o) for o in locations(report, finding))
        return {
            "type": "issue",
            "check_name": finding.code,
            "categories": ["Bug Risk"],
            "description": visible(finding.text),
            "severity": _GITLAB_SEVERITIES[finding.severity],
            "fingerprint": finding.fingerprint,
            "location": leading,
            "other_locations": others,
        }

    def _place(self, location: Location) -> dict[str, object]:
        end = location.end[0] if location.end else location.line
        return {
            "path": source_path(location.path, self._root),
            "lines": {"begin": location.line, "end": end},
        }

    def _unchecked(self, report: ArticleReport, skipped: Skipped) -> dict[str, object]:
        path = source_path(unchecked.path_of(report, skipped), self._root)
        return {
            "type": "issue",
            "check_name": unchecked.CODE,
            "categories": ["Bug Risk"],
            "description": unchecked.sentence(report, skipped),
            "severity": "blocker",
            "fingerprint": fingerprint(
                report.article, unchecked.CODE, skipped.what, skipped.reason
            ),
            "location": {"path": path, "lines": {"begin": 1, "end": 1}},
        }


GITLAB = add(
    Reporter(
        name="gitlab",
        about="GitLab's code quality report, for merge requests",
        suffix="",
        binary=False,
        open=GitlabWriter,
    )
)


_SOURCE = {"name": "transcheck"}
_RDJSON_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class RdjsonWriter:
    """Writes each finding as it comes."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the report on `stream`."""
        self._root = setting.root
        self._diagnostics = JsonList(stream, f'{{"source": {dump(_SOURCE)}, "diagnostics": ')

    def article(self, report: ArticleReport) -> None:
        """Write the findings of one article that count, and what could not be checked."""
        for finding in report.findings:
            if finding.suppressed is None:
                self._diagnostics.add(self._finding(report, finding))
        for skipped in report.skipped:
            self._diagnostics.add(self._unchecked(report, skipped))

    def finish(self, summary: Summary) -> None:  # noqa: ARG002 - the format has no place for it
        """Close the list."""
        self._diagnostics.finish("}")

    def _finding(self, report: ArticleReport, finding: Finding) -> dict[str, object]:
        leading, *others = locations(report, finding)
        return {
            "message": visible(finding.text),
            "location": self._place(leading),
            "severity": _RDJSON_SEVERITIES[finding.severity],
            "code": {"value": finding.code},
            "related_locations": [
                {"message": f"{o.language}: {o.text}", "location": self._place(o)} for o in others
            ],
        }

    def _place(self, location: Location) -> dict[str, object]:
        end = location.end[0] if location.end else location.line
        return {
            "path": source_path(location.path, self._root),
            "range": {"start": {"line": location.line}, "end": {"line": end}},
        }

    def _unchecked(self, report: ArticleReport, skipped: Skipped) -> dict[str, object]:
        return {
            "message": unchecked.sentence(report, skipped),
            "location": {"path": source_path(unchecked.path_of(report, skipped), self._root)},
            "severity": "ERROR",
            "code": {"value": unchecked.CODE},
        }


RDJSON = add(
    Reporter(
        name="rdjson",
        about="reviewdog's format, for review comments on any code hosting",
        suffix=".rdjson",
        binary=False,
        open=RdjsonWriter,
    )
)
