"""One test over all formats: each opens in somebody else's reader and says the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hostile_reports import HOSTILE, hostile, reports
from tests.report_readers import EVERYTHING, KEYS, READERS, TELLS, Told
from tests.sample_reports import everything
from transcheck.model import Report
from transcheck.reporters import REPORTERS, render
from transcheck.reporters.excerpts import locations, source_path
from transcheck.reporters.visible import visible

IN_A_BROWSER = {"html"}
"""Formats that the tests of the page read, in a browser."""
ALIKE: dict[str, Callable[[str], str]] = {
    "csv": lambda text: text.lstrip("' "),
    "github": lambda text: text.replace(" ", ""),  # blanks take commands apart
    "markdown": lambda text: text.replace("\u200b", "").strip(),
}
"""What formats cannot keep: texts are alike that are the same after it."""
ROOT = Path(__file__).parents[2]


def expected(report: Report, name: str) -> list[Told]:
    """Return what there is to tell, from the records themselves."""
    told: list[Told] = []
    for article in report.articles:
        for finding in article.findings:
            leading = locations(article, finding)[0]
            told.append(
                {
                    "status": "accepted" if finding.suppressed else "open",
                    "severity": finding.severity.value,
                    "code": finding.code,
                    "message": visible(finding.text),
                    "path": source_path(leading.path, ROOT),
                    "line": leading.line,
                    "fingerprint": finding.fingerprint,
                }
            )
        told += [{"status": "unchecked"} for _ in article.skipped]
    return [each for each in told if each["status"] in TELLS.get(name, EVERYTHING)]


def same(name: str, report: Report) -> None:
    """Compare what a reader of a format finds with what there is, as far as it can tell."""
    told = READERS[name](render(report, name))
    wanted = expected(report, name)
    assert Counter(t["status"] for t in told) == Counter(t["status"] for t in wanted)
    for status in EVERYTHING:
        found = [t for t in told if t["status"] == status]
        keys = sorted(set(KEYS).intersection(*found)) if found else []
        there = [t for t in wanted if t["status"] == status]
        assert counted(name, found, keys) == counted(name, there, keys), status


def counted(name: str, told: Iterable[Told], keys: list[str]) -> Counter[tuple[object, ...]]:
    return Counter(tuple(ALIKE.get(name, str)(str(t[key])) for key in keys) for t in told)


def test_no_format_is_without_a_reader() -> None:
    assert set(READERS) == set(REPORTERS.names()) - IN_A_BROWSER


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(report=reports())
def test_says_the_same_of_any_text(name: str, report: Report) -> None:
    same(name, report)


@pytest.mark.parametrize("name", READERS)
def test_no_fragment_breaks_out(name: str) -> None:
    texts = [text for text in HOSTILE if text.strip()]
    for some in batched((*texts, *(f"a {text} b{text}" for text in texts)), 5):
        same(name, Report(tuple(map(hostile, some)), ""))


def batched(texts: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield a few at a time: some formats show only so much."""
    yield from (texts[start : start + size] for start in range(0, len(texts), size))


@pytest.mark.parametrize("name", READERS)
def test_a_run_without_articles_is_a_whole_report(name: str) -> None:
    assert READERS[name](render(Report((), ""), name)) == []


PROGRAM = """
import sys
from tests.sample_reports import everything
from transcheck.reporters import render
sys.stdout.buffer.write(render(everything(), sys.argv[1]))
"""


@pytest.mark.parametrize("name", READERS)
def test_another_process_another_day_gives_the_same_bytes(name: str) -> None:
    again = subprocess.run(
        [sys.executable, "-c", PROGRAM, name],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        capture_output=True,
        check=True,
    ).stdout
    assert again == render(everything(), name)
