from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_reports import broken, homs, pair
from transcheck.model import ArticleReport, Skipped
from transcheck.reporters.unchecked import path_of, sentence


def test_an_article_that_was_not_compared() -> None:
    report = broken()
    assert sentence(report, report.skipped[0]) == (
        "kherson could not be checked: the file is empty; put the English text in it or remove it"
    )


def test_an_article_that_was_compared_in_part() -> None:
    skipped = Skipped("stories/homs/en.txt", "it is\nempty")
    assert sentence(homs(), skipped) == "homs was not checked completely: it is empty"


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        pytest.param("stories/kherson/en.html", "stories/kherson/en.html", id="a file"),
        pytest.param("en.html", "en.html", id="a file here"),
        pytest.param("NUM001", "stories/homs/uk.txt", id="a check that failed"),
    ],
)
def test_what_could_not_be_checked_has_a_file(what: str, expected: str) -> None:
    skipped = Skipped(what, "it failed")
    assert path_of(homs(), skipped) == Path(expected)


def test_a_folder_without_editions_stands_for_itself() -> None:
    nothing = ArticleReport("stories", (), pair().alignment, ())
    assert path_of(nothing, Skipped("stories", "unreadable")) == Path("stories")
