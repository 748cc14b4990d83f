"""GitLab's code quality report, which a merge request shows beside its changes.

GitLab knows no accepted findings, so they are left out, or it would show them as new.
"""

from __future__ import annotations

from typing import IO

from transcheck.checks import fingerprint
from transcheck.model import ArticleReport, Finding, Severity, Skipped
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.locations import Location, locations, source_path
from transcheck.reporters.streaming import JsonList
from transcheck.reporters.visible import visible
from transcheck.summary import Summary

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


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
            "severity": _SEVERITIES[finding.severity],
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
