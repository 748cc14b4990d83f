"""Every format through the command line: several at once, each in a file of its own."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.report_readers import READERS, TELLS
from tests.sample_reports import broken, homs, pair
from tests.stand_ins import Pipeline, Run
from transcheck.errors import installing

GATE = ("gate", "stories", "--quiet")
EXPECTED = {"open": 4, "accepted": 1, "unchecked": 1}


def test_one_run_writes_every_format(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.reports = (homs(), pair(), broken())
    names = [name for name in READERS if name != "terminal"]
    outputs = [part for name in names for part in ("-o", f"{name}={tmp_path / name}")]
    assert run(*GATE, *outputs).code == 3
    for name in names:
        told = READERS[name]((tmp_path / name).read_bytes())
        statuses = TELLS.get(name, set(EXPECTED))
        assert Counter(t["status"] for t in told) == {s: EXPECTED[s] for s in statuses}, name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        pytest.param("report.sarif", "sarif", id="SARIF"),
        pytest.param("report.xml", "junit", id="JUnit"),
        pytest.param("report.md", "markdown", id="Markdown"),
        pytest.param("report.csv", "csv", id="CSV"),
        pytest.param("report.xlsx", "xlsx", id="Excel"),
        pytest.param("report.parquet", "parquet", id="Parquet"),
    ],
)
def test_the_suffix_tells_the_format(
    run: Run, pipeline: Pipeline, tmp_path: Path, file: str, name: str
) -> None:
    pipeline.reports = (homs(),)
    assert run(*GATE, "-o", tmp_path / file).code == 1
    assert READERS[name]((tmp_path / file).read_bytes())


def test_paths_are_those_of_the_folder_where_it_runs(run: Run, pipeline: Pipeline) -> None:
    pipeline.reports = (homs(),)
    assert "::error file=stories/homs/en.txt,line=5," in run(*GATE, "-f", "github").out


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_a_file_for_programs_is_not_shown_on_a_terminal(
    run: Run, pipeline: Pipeline, name: str
) -> None:
    result = run(*GATE, "-f", name)
    assert (result.code, result.out) == (2, "")
    assert f"--output {name}=FILE" in result.err
    assert not pipeline.groups


def test_a_format_without_its_library_says_what_to_install(
    run: Run, pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    result = run(*GATE, "-o", tmp_path / "a.xlsx")
    assert (result.code, result.out) == (2, "")
    assert "the format xlsx needs xlsxwriter" in result.err
    assert installing("tables") in result.err
    assert not (tmp_path / "a.xlsx").exists()
    assert not pipeline.groups, "nothing was compared in vain"
