from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.report_readers import read_sarif
from tests.sample_reports import broken, edition, everything, finding, homs, occurrence, pair
from transcheck.checks import CHECKS
from transcheck.model import Alignment, ArticleReport, Bead, Family, Report, Suppression
from transcheck.reporters import render, sarif
from transcheck.reporters.sarif import artifact


def run(*articles: ArticleReport) -> dict[str, Any]:
    report = render(Report(articles, "encoder=x"), "sarif")
    read_sarif(report)
    (only,) = json.loads(report)["runs"]
    assert isinstance(only, dict)
    return only


def test_the_other_editions_are_related_and_linked_from_the_message() -> None:
    result = run(homs())["results"][0]
    places = [
        (
            place["id"],
            place["physicalLocation"]["artifactLocation"]["uri"],
            place["message"]["text"],
        )
        for place in result["relatedLocations"]
    ]
    assert places == [
        (1, "stories/homs/uk.txt", "uk: 1 500"),
        (2, "stories/homs/ru.txt", "ru: 1 500"),
    ]
    assert result["message"]["text"].endswith(" (compare [uk](1), [ru](2))")
    (leading,) = result["locations"]
    assert leading["physicalLocation"] == {
        "artifactLocation": {"uri": "stories/homs/en.txt", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 5, "startColumn": 7, "endLine": 5, "endColumn": 12},
    }


def test_a_gap_is_a_place_without_an_end() -> None:
    place = run(homs())["results"][1]["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 1}
    assert place["message"]["text"] == "ru: — nothing here —"


def test_columns_are_code_points() -> None:
    assert run(homs())["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("by", "kind"),
    [
        pytest.param("inline", "inSource", id="a comment in the source"),
        pytest.param("baseline", "external", id="the baseline file"),
        pytest.param("glossary", "external", id="the glossary"),
    ],
)
def test_an_accepted_finding_is_suppressed(by: str, kind: str) -> None:
    article = homs()
    accepted = replace(article.findings[0], suppressed=Suppression(by, "as agreed"))
    first, *others = run(replace(article, findings=(accepted, *article.findings[1:2])))["results"]
    assert first["suppressions"] == [
        {"kind": kind, "status": "accepted", "justification": f"{by}: as agreed"}
    ]
    assert others[0]["suppressions"] == [], "then all must say that they have none"


def test_every_check_is_a_rule_with_its_manual() -> None:
    rules = run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CHECKS.names())
    for rule, check in zip(rules, CHECKS, strict=True):
        assert rule["shortDescription"]["text"] == check.summary
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024, "GitHub cuts longer ones"
        assert "**Bad:**\n\n```text\n" in rule["help"]["markdown"]
        assert "Good:\n    " in rule["help"]["text"]


def test_results_point_at_their_rules() -> None:
    only = run(homs())
    for result in only["results"][:2]:
        assert only["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_finding_of_an_unknown_check_has_no_rule() -> None:
    article = homs()
    unknown = replace(article.findings[0], code="XXX999")
    assert "ruleIndex" not in run(replace(article, findings=(unknown,)))["results"][0]


def test_what_was_not_checked_is_a_notification() -> None:
    (invocation,) = run(broken(), pair())["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert notification["message"]["text"].startswith("kherson could not be checked: the file")
    place = notification["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == "stories/kherson/en.html"


def test_brackets_and_braces_are_text() -> None:
    en = edition("en", ("[x](1) {0}",))
    one = finding("NUM001", "x", Family.NUMBER, "says [x](1) {0}", (occurrence(en, 0),))
    result = run(ArticleReport("a", (en,), Alignment((Bead(((0,),), 1.0),)), (one,)))["results"][0]
    assert result["message"]["text"] == "says \\[x\\](1) {{0}}"
    assert result["locations"][0]["message"]["text"] == "en: \\[x\\](1) {{0}}"


def test_more_results_than_github_takes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 3)
    only = run(homs(), replace(homs(), article="again"))
    assert len(only["results"]) == 3
    (notification,) = only["invocations"][0]["toolExecutionNotifications"]
    assert notification["level"] == "warning"
    assert "3 findings are not in this file" in notification["message"]["text"]
    assert "error 2, accepted 1" in notification["message"]["text"]


def test_minor_results_leave_room_for_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 4)
    monkeypatch.setattr(sarif, "MOST_MINOR", 1)
    minor = pair()
    warnings = tuple(
        replace(minor.findings[0], fingerprint=f"{number:016x}") for number in range(5)
    )
    only = run(replace(minor, findings=warnings), homs())
    assert [r["level"] for r in only["results"]] == ["warning", "error", "error", "warning"]


def test_more_places_than_github_takes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RELATED", 1)
    report = render(Report((homs(),), ""), "sarif")
    result = json.loads(report)["runs"][0]["results"][0]
    assert len(result["relatedLocations"]) == 1
    assert result["message"]["text"].endswith("(compare [uk](1) and 1 more place)")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("a/b.txt", {"uri": "a/b.txt", "uriBaseId": "SRCROOT"}, id="relative"),
        pytest.param("/r/a b.txt", {"uri": "a%20b.txt", "uriBaseId": "SRCROOT"}, id="below root"),
        pytest.param("/x/a.txt", {"uri": "file:///x/a.txt"}, id="elsewhere"),
        pytest.param("а:#?.txt", {"uri": "%D0%B0%3A%23%3F.txt", "uriBaseId": "SRCROOT"},
                     id="signs of URIs"),
        pytest.param("\udcff.txt", {"uri": "%FF.txt", "uriBaseId": "SRCROOT"}, id="not UTF-8"),
    ],
)  # fmt: skip
def test_uris(path: str, expected: dict[str, str]) -> None:
    assert artifact(Path(path), Path("/r")) == expected


def test_fingerprints_do_not_depend_on_lines() -> None:
    article = homs()
    moved = tuple(
        replace(e, segments=tuple(replace(s, line=s.line + 7, end_line=s.end_line + 7)
                                  for s in e.segments)) for e in article.editions
    )  # fmt: skip
    before, after = run(article), run(replace(article, editions=moved))
    prints = [[r["partialFingerprints"] for r in each["results"]] for each in (before, after)]
    assert prints[0] == prints[1]
    assert before["results"] != after["results"]


def test_nothing_tells_the_time() -> None:
    keys: set[str] = set()
    json.loads(
        render(everything(), "sarif"),
        object_pairs_hook=lambda pairs: keys.update(key for key, _ in pairs),
    )
    assert "invocations" in keys
    assert not {key for key in keys if key.lower().endswith(("utc", "time", "guid"))}
