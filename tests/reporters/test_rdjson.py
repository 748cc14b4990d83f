from __future__ import annotations

import json
from typing import Any

from tests.sample_reports import broken, homs
from transcheck.model import ArticleReport, Report
from transcheck.reporters import render


def diagnostics(*articles: ArticleReport) -> list[dict[str, Any]]:
    document = json.loads(render(Report(articles, ""), "rdjson"))
    assert document["source"] == {"name": "transcheck"}
    found = document["diagnostics"]
    assert isinstance(found, list)
    return found


def test_a_diagnostic_points_at_lines_of_every_edition() -> None:
    first = diagnostics(homs())[0]
    lines = {"start": {"line": 5}, "end": {"line": 5}}
    assert first == {
        "message": "en says 2,500, uk and ru say 1,500",
        "severity": "ERROR",
        "code": {"value": "NUM001"},
        "location": {"path": "stories/homs/en.txt", "range": lines},
        "related_locations": [
            {"message": "uk: 1 500", "location": {"path": "stories/homs/uk.txt", "range": lines}},
            {"message": "ru: 1 500", "location": {"path": "stories/homs/ru.txt", "range": lines}},
        ],
    }


def test_accepted_findings_are_left_out() -> None:
    assert [d["code"]["value"] for d in diagnostics(homs())] == ["NUM001", "MIS001"]


def test_what_was_not_checked_has_a_file_and_no_line() -> None:
    (only,) = diagnostics(broken())
    assert only["location"] == {"path": "stories/kherson/en.html"}
    assert (only["severity"], only["code"]) == ("ERROR", {"value": "unchecked"})
