"""The JSON report, schema ``transcheck-report/1``; `data/report-1.schema.json` describes it.

One article stands on one line, so that a report of thousands can be read line by line.
Keys are sorted and nothing depends on the time: the same input gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import IO

from transcheck import __version__
from transcheck.model import (
    Alignment,
    ArticleReport,
    Edition,
    Finding,
    Occurrence,
    Segment,
    Skipped,
    Suggestion,
    Suppression,
)
from transcheck.reporters import Reporter, Setting, add
from transcheck.summary import Summary


def dump(value: object) -> str:
    """Return `value` as JSON on one line, keys sorted, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


class JsonList:
    """A document that is, or ends in, one long list."""

    def __init__(self, stream: IO[bytes], head: str) -> None:
        """Write `head`, the document up to the list's opening bracket."""
        self._stream = stream
        self._before = ""
        self._write(f"{head}[")

    def add(self, item: object) -> None:
        """Write one item on a line of its own."""
        self._write(f"{self._before}\n{dump(item)}")
        self._before = ","

    def finish(self, tail: str) -> None:
        """Close the list and write `tail`, the rest of the document."""
        self._write(f"\n]{tail}\n")

    def _write(self, text: str) -> None:
        # What has no UTF-8 form never gets here as such; if it does, JSON can spell it.
        self._stream.write(text.encode("utf-8", "backslashreplace"))


SCHEMA = "transcheck-report/1"
_PERCENT = 2
"""Decimal places of a confidence: it is measured no finer."""
_DIGITS = 4
"""Decimal places of scores: more would tell processors apart, not sentences."""


class JsonWriter:
    """Writes each article as it comes; only a comma is remembered between them."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the report on `stream`."""
        self._stream = stream
        self._signature = setting.signature
        self._before = ""
        self._write('{"articles": [')

    def article(self, report: ArticleReport) -> None:
        """Write one article on a line of its own."""
        self._write(f"{self._before}\n{_dump(_article(report))}")
        self._before = ","

    def finish(self, summary: Summary) -> None:
        """Close the list of articles and write the rest of the keys, in their order."""
        tail = {
            "schema": SCHEMA,
            "signature": self._signature,
            "summary": _summary(summary),
            "tool": {"name": "transcheck", "version": __version__},
        }
        self._write(f"\n], {_dump(tail).removeprefix('{')}\n")

    def _write(self, text: str) -> None:
        # A lone surrogate (from a file's name) has no UTF-8 form; the handler's
        # ``\udcff`` is just how JSON spells it.
        self._stream.write(text.encode("utf-8", "backslashreplace"))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _article(report: ArticleReport) -> dict[str, object]:
    return {
        "article": report.article,
        "editions": [_edition(edition) for edition in report.editions],
        "alignment": _alignment(report.alignment, report.editions),
        "findings": [_finding(finding) for finding in report.findings],
        "skipped": [_skipped(skipped) for skipped in report.skipped],
        "waiting": [
            {"language": each.language, "what": each.what, "reason": each.lack.value}
            for each in report.waiting
        ],
        "notes": list(report.notes),
    }


def _edition(edition: Edition) -> dict[str, object]:
    return {
        "language": edition.language,
        "path": edition.path.as_posix(),
        "title": edition.title,
        "segments": [_segment(segment) for segment in edition.segments],
    }


def _segment(segment: Segment) -> dict[str, object]:
    return {
        "index": segment.index,
        "kind": segment.kind.value,
        "text": segment.text,
        "line": segment.line,
        "column": segment.column,
        "end_line": segment.end_line,
        "end_column": segment.end_column,
    }


def _alignment(alignment: Alignment, editions: tuple[Edition, ...]) -> list[dict[str, object]]:
    languages = [edition.language for edition in editions]
    return [
        {
            **{language: list(side) for language, side in zip(languages, bead.sides, strict=True)},
            "score": round(float(bead.score), _DIGITS),
        }
        for bead in alignment.beads
    ]


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "family": finding.family.value,
        "severity": finding.severity.value,
        "message": finding.text,
        "suspects": list(finding.suspects),
        "occurrences": [_occurrence(occurrence) for occurrence in finding.occurrences],
        "fingerprint": finding.fingerprint,
        "confidence": round(finding.confidence, _PERCENT),
        "suggestion": _suggestion(finding.suggestion),
        "suppressed": _suppressed(finding.suppressed),
    }


def _occurrence(occurrence: Occurrence) -> dict[str, object]:
    return {
        "language": occurrence.language,
        "segment": occurrence.segment,
        "start": occurrence.start,
        "end": occurrence.end,
        "text": occurrence.text,
        "value": occurrence.value,
    }


def _suppressed(suppression: Suppression | None) -> dict[str, object] | None:
    if suppression is None:
        return None
    return {"by": suppression.by, "reason": suppression.reason}


def _suggestion(suggestion: Suggestion | None) -> dict[str, object] | None:
    return None if suggestion is None else asdict(suggestion)


def _skipped(skipped: Skipped) -> dict[str, object]:
    reason = f"{skipped.reason}; {skipped.hint}" if skipped.hint else skipped.reason
    return {"what": skipped.what, "reason": reason}


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "articles": summary.articles,
        "checked": summary.checked,
        "findings": {
            "error": summary.errors,
            "warning": summary.warnings,
            "info": summary.infos,
        },
        "suppressed": summary.suppressed,
        "waiting": summary.waiting,
    }


JSON = add(
    Reporter(
        name="json",
        about="the whole result for programs, one article a line",
        suffix=".json",
        binary=False,
        open=JsonWriter,
    )
)
