from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from tests.sample_reports import broken, clean, homs, pair
from transcheck import model
from transcheck.model import ArticleReport, Report, Severity
from transcheck.reporters import render


def suites(*articles: ArticleReport, limit: Severity | None = Severity.ERROR) -> list[list[str]]:
    """Return how each test ended, suite by suite, as a reader of JUnit's XML sees it."""
    document = JUnitXml.fromstring(render(Report(articles, ""), "junit", limit=limit))
    names = {Failure: "failed", Error: "error", Skipped: "skipped"}
    return [
        [names[type(case.result[0])] if case.result else "passed" for case in suite]
        for suite in document
    ]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        pytest.param(Severity.ERROR, ["passed", "passed"], id="neither reaches an error"),
        pytest.param(Severity.WARNING, ["failed", "passed"], id="the warning does"),
        pytest.param(Severity.INFO, ["failed", "failed"], id="both do"),
        pytest.param(None, ["passed", "passed"], id="nothing fails the run"),
    ],
)
def test_a_test_fails_where_the_run_does(limit: Severity | None, expected: list[str]) -> None:
    assert suites(pair(), limit=limit) == [expected]


def test_what_is_below_the_limit_is_the_output_of_its_test() -> None:
    (suite,) = JUnitXml.fromstring(render(Report((pair(),), ""), "junit"))
    assert [case.system_out.splitlines()[0] for case in suite] == [
        "warning ADD001 added-passage: en adds a sentence",
        "info MOV001 moved-passage: en says it later than uk",
    ]


def test_the_text_of_a_failure_says_everything() -> None:
    (suite,) = JUnitXml.fromstring(render(Report((homs(),), ""), "junit"))
    failure = next(iter(suite)).result[0]
    assert failure.message == "en says 2,500, uk and ru say 1,500"
    assert failure.type == "NUM001"
    assert failure.text.splitlines() == [
        "error NUM001 number-differs: en says 2,500, uk and ru say 1,500",
        "en stories/homs/en.txt:5:7: 2,500",
        "uk stories/homs/uk.txt:5:9: 1 500",
        "ru stories/homs/ru.txt:5:7: 1 500",
    ]


def test_an_accepted_finding_is_skipped_with_its_reason() -> None:
    (suite,) = JUnitXml.fromstring(render(Report((homs(),), ""), "junit"))
    assert list(suite)[2].result[0].message == "accepted (glossary): house spelling"


def test_an_article_is_a_suite_and_a_clean_one_passes() -> None:
    assert suites(homs(), clean(), broken()) == [
        ["failed", "failed", "skipped"],
        ["passed"],
        ["error"],
    ]


def test_two_reasons_about_one_file_are_one_test() -> None:
    first = broken().skipped[0]
    article = replace(broken(), skipped=(first, replace(first, reason="it is also locked")))
    (suite,) = JUnitXml.fromstring(render(Report((article,), ""), "junit"))
    (case,) = suite
    assert case.name == "could not be checked: stories/kherson/en.html"
    assert case.result[0].text.startswith(
        "kherson could not be checked: the file is empty; it is also locked; put the"
    )


def test_findings_with_the_same_words_are_two_tests() -> None:
    article = homs()
    twin = replace(article.findings[0], fingerprint="0" * 16)
    (suite,) = JUnitXml.fromstring(
        render(Report((replace(article, findings=(article.findings[0], twin)),), ""), "junit")
    )
    names = {case.name for case in suite}
    assert len(names) == 2


@pytest.mark.parametrize("character", ["\ufffe", "\uffff", "\x00", "\x1b", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(character: str) -> None:
    article = homs()
    one = replace(article.findings[0], text=f"a{character}b")
    skipped = model.Skipped(f"{character}.txt", f"c{character}d")
    editions = (replace(article.editions[0], path=Path(f"{character}.txt")), *article.editions[1:])
    hostile = replace(article, article=character, editions=editions, findings=(one,),
                      skipped=(skipped,))  # fmt: skip
    (suite,) = JUnitXml.fromstring(render(Report((hostile,), ""), "junit"))
    assert [len(case.result) for case in suite] == [1, 1]
