"""Reviewdog's diagnostic format (rdjson), for review comments on any code hosting.

Ranges are whole lines: reviewdog counts columns in bytes of UTF-8, which only the source
could tell, and it comments on lines anyway. It knows no accepted findings, so they are left
out.
"""

from __future__ import annotations

from typing import IO

from transcheck.model import ArticleReport, Finding, Severity, Skipped
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.locations import Location, locations, source_path
from transcheck.reporters.streaming import JsonList, dump
from transcheck.reporters.visible import visible
from transcheck.summary import Summary

_SOURCE = {"name": "transcheck"}
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


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
            "severity": _SEVERITIES[finding.severity],
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
