from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.sample_reports import broken, homs, pair
from transcheck.model import ArticleReport, Report
from transcheck.reporters import render


def issues(*articles: ArticleReport) -> list[dict[str, Any]]:
    found = json.loads(render(Report(articles, ""), "gitlab"))
    assert isinstance(found, list)
    return found


def test_an_issue() -> None:
    first = issues(homs())[0]
    assert first["description"] == "en says 2,500, uk and ru say 1,500"
    assert first["location"] == {"path": "stories/homs/en.txt", "lines": {"begin": 5, "end": 5}}
    assert [place["path"] for place in first["other_locations"]] == [
        "stories/homs/uk.txt",
        "stories/homs/ru.txt",
    ]
    assert first["fingerprint"] == homs().findings[0].fingerprint


def test_accepted_findings_are_left_out() -> None:
    assert [issue["check_name"] for issue in issues(homs())] == ["NUM001", "MIS001"]


def test_severities() -> None:
    found = issues(homs(), pair(), broken())
    assert [issue["severity"] for issue in found] == [
        "critical", "critical", "minor", "info", "blocker",
    ]  # fmt: skip


def test_what_was_not_checked_keeps_its_fingerprint() -> None:
    once, twice = issues(broken()), issues(homs(), broken())
    assert once[0]["fingerprint"] == twice[-1]["fingerprint"]
    other = issues(replace(broken(), article="other"))
    assert once[0]["fingerprint"] != other[0]["fingerprint"]
