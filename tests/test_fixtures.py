"""What the pipeline says of every case under fixtures/: exactly what stands beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from tests.fixture_cases import (
    COMPARED,
    WITH_MARKUP,
    case_folders,
    case_ids,
    edition_paths,
    expectation,
)
from transcheck import embedding
from transcheck.embedding import Encoder
from transcheck.errors import TranscheckError
from transcheck.model import ArticleReport, Finding, Kind

MILESTONES = {2, 4}
"""The issues whose findings must be there; cases of other issues are skipped."""

BROKEN = case_folders("broken")

KNOWN = {
    "divergent/parliament-foreign-en": "a short sentence joined to a long one: the evidence for a "
    "gap outweighs that for a merge",
}
"""Cases that are still judged wrongly, and why; strict, so that the list shrinks."""


def marked(folders: Sequence[Path]) -> list[ParameterSet]:
    """Return the cases as parameters, those of `KNOWN` expected to fail."""
    return [
        pytest.param(
            folder, id=name, marks=[pytest.mark.xfail(reason=KNOWN[name])] if name in KNOWN else []
        )
        for folder, name in zip(folders, case_ids(folders), strict=True)
    ]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return embedding.load()


def check_case(folder: Path, encoder: Encoder) -> ArticleReport:
    from transcheck.pipeline import check_files

    return check_files(folder.name, list(edition_paths(folder).values()), encoder)


def places(report: ArticleReport, finding: Finding, language: str) -> Iterator[str]:
    """Yield the texts a finding points at in one edition, and the sentences they are in."""
    segments = {e.language: e.segments for e in report.editions}
    for occurrence in finding.occurrences:
        if occurrence.language == language:
            yield occurrence.text
            yield segments[language][occurrence.segment].text


def agrees(report: ArticleReport, finding: Finding, expected: dict[str, Any]) -> bool:
    return (
        finding.family.value == expected["family"]
        and set(finding.suspects) == set(expected["suspects"])
        and finding.severity.value in expected.get("severity", ("error", "warning"))
        and all(
            any(" ".join(words.split()) in place for place in places(report, finding, language))
            for language, words in expected["contains"].items()
        )
    )


def disagreements(report: ArticleReport, expected: Sequence[dict[str, Any]]) -> list[str]:
    """Return what is missing from a report and what it has too much, in words."""
    used: Counter[int] = Counter()
    wrong = []
    for finding in report.findings:
        fitting = [
            n
            for n, wanted in enumerate(expected)
            if agrees(report, finding, wanted) and used[n] < wanted.get("most", 1)
        ]
        if fitting:
            used[min(fitting, key=lambda n: used[n])] += 1
        elif finding.severity.rank > 0:
            wrong.append(f"not expected: {finding.code} {finding.severity} {finding.text}")
    wrong += [f"not found: {wanted}" for n, wanted in enumerate(expected) if not used[n]]
    return wrong


@pytest.mark.parametrize("folder", marked(COMPARED))
def test_findings_are_exactly_the_expected_ones(folder: Path, encoder: Encoder) -> None:
    expected = expectation(folder)
    if expected.get("issue", min(MILESTONES)) not in MILESTONES:
        pytest.skip(f"issue {expected['issue']} is to find it")
    report = check_case(folder, encoder)
    assert not report.skipped
    assert disagreements(report, expected["findings"]) == []


@pytest.mark.parametrize("folder", WITH_MARKUP, ids=case_ids(WITH_MARKUP))
def test_markup_is_loaded_as_the_article_alone(folder: Path, encoder: Encoder) -> None:
    expected = expectation(folder)
    editions = check_case(folder, encoder).editions
    assert {edition.language for edition in editions} == set(edition_paths(folder))
    for edition in editions:
        loaded = expected["loaded"][edition.language]
        assert edition.title == loaded["title"]
        assert edition.author == loaded["author"]
        assert edition.published is not None
        assert edition.published.isoformat() == loaded["published"]
        by_kind: dict[Kind, list[str]] = defaultdict(list)
        for segment in edition.segments:
            by_kind[segment.kind].append(segment.text)
        assert by_kind[Kind.HEADING] == loaded["headings"]
        captions = " ".join(by_kind[Kind.CAPTION])
        assert all(caption in captions for caption in loaded["captions"])
        told = [s.text for s in edition.segments if s.kind is not Kind.FURNITURE]
        text = " ".join(told)
        for words in expected.get("furniture", {}).get(edition.language, ()):
            assert words not in text


@pytest.mark.parametrize("folder", BROKEN, ids=case_ids(BROKEN))
def test_broken_article_is_told_of_in_words(folder: Path, encoder: Encoder) -> None:
    expected = expectation(folder)
    if "require" in expected:
        report = check_case(folder, encoder)
        assert not report.skipped
        assert disagreements(report, []) == []
        return
    try:
        told = " ".join(
            f"{s.what} {s.reason} {s.hint}" for s in check_case(folder, encoder).skipped
        )
    except TranscheckError as error:
        told = str(error)
    assert expected["skipped"] in told
