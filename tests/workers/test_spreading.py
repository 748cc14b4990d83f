from __future__ import annotations

import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fatal_paths import Dying, Failing, Refusing
from transcheck import embedding, workers
from transcheck.accepting import Policy
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Vectors
from transcheck.embedding.static import StaticEncoder
from transcheck.errors import EncoderError, TranscheckError
from transcheck.model import ArticleReport, Severity
from transcheck.workers import FEW
from transcheck.workers.process import WorkerProcess

UKRAINIAN = "Міст через річку відкрили {} грудня.\n\nЙого будували {} років і {} місяців.\n"
ENGLISH = "The bridge was opened on {} December.\n\nIt took {} years and {} months to build.\n"


class Counting:
    """An encoder that only this process has; no worker could load it."""

    name = "counting"
    family = "static"

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self._encoder = StaticEncoder()

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.calls.append(list(texts))
        return self._encoder.encode(texts)


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> list[ArticleFiles]:
    """Give some chunks of articles, the last one not full; every third has a finding."""
    folder = tmp_path_factory.mktemp("stories")
    groups = []
    for number in range(2 * FEW + 3):
        paths = folder / f"{number:02}/uk.txt", folder / f"{number:02}/en.txt"
        paths[0].parent.mkdir()
        paths[0].write_text(UKRAINIAN.format(number + 1, 20 + number, 7), encoding="utf-8")
        months = 9 if number % 3 == 0 else 7
        paths[1].write_text(ENGLISH.format(number + 1, 20 + number, months), encoding="utf-8")
        groups.append(ArticleFiles(f"{number:02}", paths))
    return groups


@pytest.fixture(scope="module")
def alone(stories: list[ArticleFiles]) -> list[ArticleReport]:
    return list(workers.check_many(stories, embedding.load()))


def fatal(kind: type[Path], groups: list[ArticleFiles], *places: int) -> list[ArticleFiles]:
    """Return the articles, of which some cannot be read in a way that is not foreseen."""
    return [
        ArticleFiles(g.name, tuple(kind(p) for p in g.editions)) if n in places else g
        for n, g in enumerate(groups)
    ]


def test_several_processes_give_what_one_gives_in_the_same_order(
    stories: list[ArticleFiles], alone: list[ArticleReport]
) -> None:
    told: list[int] = []
    reports = list(workers.check_many(stories, embedding.load(), jobs=2, progress=told.append))
    assert reports == alone
    assert [bool(report.findings) for report in reports] == [
        n % 3 == 0 for n in range(len(stories))
    ]
    assert told == list(range(1, len(stories) + 1))


def test_an_encoder_that_workers_cannot_load_encodes_here_for_all_of_them(
    stories: list[ArticleFiles],
) -> None:
    one, two = Counting(), Counting()
    reports = list(workers.check_many(stories, one))
    assert list(workers.check_many(stories, two, jobs=2)) == reports
    assert sorted(two.calls) == sorted(one.calls), "the same texts are encoded together"
    assert one.calls


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_newsroom_decided_holds_in_every_process(
    stories: list[ArticleFiles], alone: list[ArticleReport], jobs: int
) -> None:
    codes = {finding.code for report in alone for finding in report.findings}
    policy = Policy(severities=dict.fromkeys(codes, Severity.INFO))
    for report in workers.check_many(stories, embedding.load(), policy, jobs=jobs):
        assert {finding.severity for finding in report.findings} <= {Severity.INFO}
    nothing = Policy(codes=frozenset())
    reports = workers.check_many(stories, embedding.load(), nothing, jobs=jobs)
    assert not any(report.findings for report in reports)


class Defective:
    name, family = "defective", "static"

    def encode(self, texts: Sequence[str]) -> Vectors:
        raise EncoderError(f"no vectors for {len(texts)} texts", hint="load another")


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_encoder_that_fails_ends_the_run(stories: list[ArticleFiles], jobs: int) -> None:
    with pytest.raises(EncoderError, match="no vectors"):
        list(workers.check_many(stories, Defective(), jobs=jobs))


@pytest.mark.parametrize("jobs", [1, 2], ids=["one process", "two"])
def test_an_article_on_which_the_program_fails_hides_no_other(
    stories: list[ArticleFiles], alone: list[ArticleReport], jobs: int
) -> None:
    groups = fatal(Failing, stories, 0, FEW + 1)
    reports = list(workers.check_many(groups, embedding.load(), jobs=jobs))
    assert [n for n, report in enumerate(reports) if not report.checked] == [0, FEW + 1]
    assert "ZeroDivisionError: by a path" in reports[0].skipped[0].reason
    assert "defect of transcheck" in reports[0].skipped[0].hint
    assert reports[0].article == stories[0].name
    assert [r for r in reports if r.checked] == [
        r for n, r in enumerate(alone) if n not in {0, FEW + 1}
    ]


def test_an_article_over_which_a_process_dies_hides_no_other(
    stories: list[ArticleFiles], alone: list[ArticleReport]
) -> None:
    places = {2, FEW, FEW + 1, len(stories) - 1}
    groups = fatal(Dying, stories, *places)
    reports = list(workers.check_many(groups, embedding.load(), jobs=2))
    assert [r.article for r in reports] == [g.name for g in stories]
    assert {n for n, report in enumerate(reports) if not report.checked} == places
    assert f"ended (signal {signal.SIGKILL.value})" in reports[2].skipped[0].reason
    assert "transcheck diff" in reports[2].skipped[0].hint
    assert [r for r in reports if r.checked] == [r for n, r in enumerate(alone) if n not in places]


def test_what_a_worker_refuses_ends_the_run_with_its_message(stories: list[ArticleFiles]) -> None:
    groups = fatal(Refusing, stories, 1)
    with pytest.raises(TranscheckError, match="by a path") as raised:
        list(workers.check_many(groups, embedding.load(), jobs=2))
    assert raised.value.hint == "take another"


def test_a_worker_that_does_not_start_is_said(
    stories: list[ArticleFiles], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("transcheck.workers.process._PROGRAM", "raise SystemExit(5)")
    with pytest.raises(TranscheckError, match=r"does not start \(exit code 5\)") as raised:
        list(workers.check_many(stories, embedding.load(), jobs=2))
    assert "--jobs 1" in raised.value.hint


def test_leaving_early_ends_the_workers(
    stories: list[ArticleFiles], monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    real = WorkerProcess.end
    monkeypatch.setattr(WorkerProcess, "end", lambda process: ended.append(real(process)))
    reports = workers.check_many(stories, embedding.load(), jobs=2)
    next(reports)
    assert not ended
    reports.close()  # type: ignore[attr-defined]  # it is a generator
    assert len(ended) == 2


def test_no_more_is_read_ahead_than_there_is_a_window_for(stories: list[ArticleFiles]) -> None:
    given: list[int] = []

    class Groups(list[ArticleFiles]):
        def __getitem__(self, index: object) -> list[ArticleFiles]:  # type: ignore[override]
            assert isinstance(index, slice)
            given.append(index.start)
            return super().__getitem__(index)

    many = Groups([ArticleFiles(str(n), stories[0].editions) for n in range(40 * FEW)])
    reports = workers.check_many(many, embedding.load(), jobs=2)
    next(reports)
    assert len(given) <= 2 * workers.process.WINDOW + 1
    reports.close()  # type: ignore[attr-defined]  # it is a generator
