from __future__ import annotations

import pandas as pd
import pytest

import transcheck
from tests.sample_reports import broken, clean, homs, pair
from transcheck import frames
from transcheck.reporters.tables import columns

REPORTS = (homs(), broken(), pair(), clean())


def test_a_row_for_every_finding_and_everything_not_checked() -> None:
    frame = frames.findings(REPORTS)
    assert tuple(frame.columns) == columns()
    found = sum(len(report.findings) for report in REPORTS)
    assert len(frame) == found + sum(len(report.skipped) for report in REPORTS)
    first = homs().findings[0]
    row = frame.iloc[0]
    assert (row["article"], row["code"], row["message"]) == ("homs", first.code, first.text)
    assert frame["line"].dtype == "Int64"


def test_a_row_for_every_sentence() -> None:
    frame = frames.segments(REPORTS)
    said = [s for report in REPORTS for e in report.editions for s in e.segments]
    assert frame["text"].tolist() == [segment.text for segment in said]
    assert frame["line"].tolist() == [segment.line for segment in said]
    assert frame["kind"].tolist() == [segment.kind.value for segment in said]


def test_a_row_for_every_bead() -> None:
    frame = frames.alignment(REPORTS)
    beads = [(report, bead) for report in REPORTS for bead in report.alignment.beads]
    assert len(frame) == len(beads)
    for row, (report, bead) in zip(frame.to_dict("records"), beads, strict=True):
        languages = [edition.language for edition in report.editions]
        assert [row[language] for language in languages] == list(bead.sides)
        assert row["score"] == pytest.approx(bead.score)
        absent = {"uk", "en", "ru"} - set(languages)
        assert all(row[language] is None for language in absent)


@pytest.mark.parametrize("make", [frames.findings, frames.segments, frames.alignment])
def test_no_report_gives_a_table_without_rows_and_with_all_columns(make: object) -> None:
    assert callable(make)
    full, empty = make(REPORTS), make(iter(()))
    assert isinstance(empty, pd.DataFrame)
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_reports_that_come_one_by_one_will_do() -> None:
    assert frames.findings(iter(REPORTS)).equals(frames.findings(REPORTS))
    assert transcheck.frames is frames
