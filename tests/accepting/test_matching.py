from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sample_reports import broken, homs
from transcheck.accepting import Baseline, Entry, accept
from transcheck.accepting.baseline import carried
from transcheck.checks import fingerprint, in_order
from transcheck.model import Article, ArticleReport, Finding, Suppression

REPORT = homs()
FIRST = REPORT.findings[0]
WHY = "as the agency has it"


def entry(finding: Finding, article: str = "homs", mark: str = "") -> Entry:
    return Entry(article, finding.code, mark or finding.fingerprint, "an old message", WHY)


def named(article: str) -> ArticleReport:
    """Return a report of an article under this name, with the same words found twice."""
    mark = fingerprint(article, FIRST.code, "7", "8")
    twice = [replace(FIRST, words=("7", "8"), fingerprint=mark)] * 2
    findings = in_order(Article(article, REPORT.editions), twice)
    return replace(REPORT, article=article, findings=findings)


def accepted_in(report: ArticleReport) -> list[bool]:
    return [finding.suppressed is not None for finding in report.findings]


def test_what_is_in_the_baseline_is_marked_and_nothing_else() -> None:
    accepted = accept(REPORT, Baseline.of([entry(FIRST)]))
    assert accepted.report.findings[0].suppressed == Suppression("baseline", WHY)
    assert accepted.report.findings[1:] == REPORT.findings[1:]
    assert (len(accepted.matched), accepted.stale) == (1, ())


def test_an_entry_without_a_finding_is_stale() -> None:
    old = entry(FIRST, mark="0" * 16)
    accepted = accept(REPORT, Baseline.of([old, entry(FIRST)]))
    assert accepted.stale == (old,)


@pytest.mark.parametrize(
    ("report", "article"),
    [
        pytest.param(REPORT, "kherson", id="another article"),
        pytest.param(REPORT, "2024/homs", id="perhaps another article of that name"),
        pytest.param(broken(), broken().article, id="an article that could not be checked"),
    ],
)
def test_nothing_is_stale_that_was_not_looked_for(report: ArticleReport, article: str) -> None:
    old = entry(FIRST, article=article, mark="0" * 16)
    assert accept(report, Baseline.of([old])).stale == ()


def test_what_the_source_accepts_keeps_its_own_reason_and_the_entry_is_not_stale() -> None:
    inline = replace(FIRST, suppressed=Suppression("inline", "in the source"))
    accepted = accept(replace(REPORT, findings=(inline,)), Baseline.of([entry(FIRST)]))
    assert accepted.report.findings == (inline,)
    assert accepted.stale == ()


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        pytest.param("2024/homs", "homs", True, id="run in a folder further down"),
        pytest.param("homs", "stories/2024/homs", True, id="run in a folder further up"),
        pytest.param("2023/homs", "2024/homs", False, id="another article of that name"),
        pytest.param("homs", "khoms", False, id="a name that only ends alike"),
    ],
)
def test_the_folder_of_the_run_does_not_matter(before: str, now: str, same: bool) -> None:
    first, second = named(before).findings
    baseline = Baseline.of([entry(second, before)])
    accepted = accept(named(now), baseline)
    assert accepted_in(accepted.report) == [False, same], "the same words twice are two findings"
    assert first.fingerprint != second.fingerprint


SAID = "uk “більше 20 відсотків”, but en “just over 40 percent”"


@pytest.mark.parametrize(
    ("before", "same"),
    [
        pytest.param(SAID, True, id="other words around the same"),
        pytest.param(SAID.replace("більше", "трохи більше"), True, id="a word more"),
        pytest.param(SAID.replace("just over ", ""), True, id="words less"),
        pytest.param(SAID.replace("20", "30"), False, id="another number"),
        pytest.param(SAID.replace("більше 20 відсотків", "більше"), False, id="no number"),
        pytest.param(SAID.replace("відсотків", "відсотками"), False, id="part of a word"),
        pytest.param(SAID.partition(",")[0], False, id="one edition less"),
        pytest.param("nothing is quoted", False, id="no quotation"),
    ],
)
def test_an_entry_of_an_older_version_is_carried_over_by_its_quotations(
    before: str, *, same: bool
) -> None:
    now = replace(FIRST, text=SAID)
    report = replace(REPORT, findings=(now, replace(FIRST, code="NUM002", text=SAID)))
    old = replace(entry(FIRST, mark="0" * 16), message=before)
    expected = [(old, replace(old, fingerprint=now.fingerprint, message=SAID))] if same else []
    assert list(carried(report, [old])) == expected


def test_two_entries_are_not_carried_over_to_one_finding_nor_one_to_what_is_accepted() -> None:
    now = replace(FIRST, text=SAID)
    old = [replace(entry(FIRST, mark=mark * 16), message=SAID) for mark in "01"]
    found = list(carried(replace(REPORT, findings=(now,)), old))
    assert [before for before, _ in found] == old[:1]
    accepted = replace(now, suppressed=Suppression("baseline", WHY))
    assert not list(carried(replace(REPORT, findings=(accepted,)), old))
