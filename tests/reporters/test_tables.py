from __future__ import annotations

import csv
import io
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from tests.sample_reports import broken, homs, pair
from transcheck.errors import UsageError, installing
from transcheck.languages import LANGUAGES
from transcheck.model import Report
from transcheck.reporters import render, xlsx
from transcheck.reporters.tables import Table, columns, rows


def test_a_row_is_a_finding_with_what_each_edition_says() -> None:
    first = next(rows(homs(), Path("/r")))
    assert first == {
        **dict.fromkeys(columns()),
        "article": "homs",
        "status": "open",
        "severity": "error",
        "code": "NUM001",
        "rule": "number-differs",
        "family": "number",
        "message": "en says 2,500, uk and ru say 1,500",
        "suspects": "en",
        "path": "stories/homs/en.txt",
        "line": 5,
        "column": 7,
        "confidence": "1.00",
        "fingerprint": homs().findings[0].fingerprint,
        "uk_text": "1 500",
        "uk_value": "1500",
        "uk_place": "stories/homs/uk.txt:5:9",
        "en_text": "2,500",
        "en_value": "2500",
        "en_place": "stories/homs/en.txt:5:7",
        "ru_text": "1 500",
        "ru_value": "1500",
        "ru_place": "stories/homs/ru.txt:5:7",
    }


def test_several_places_in_one_edition_are_told_apart() -> None:
    article = homs()
    twice = replace(article.findings[0], occurrences=article.findings[0].occurrences[:1] * 2)
    row = next(rows(replace(article, findings=(twice,)), Path("/r")))
    assert row["uk_text"] == "1 500 | 1 500"
    assert row["uk_place"] == "stories/homs/uk.txt:5:9 | stories/homs/uk.txt:5:9"


def test_accepted_and_unchecked_are_rows_too() -> None:
    accepted = list(rows(homs(), Path("/r")))[2]
    assert (accepted["status"], accepted["accepted_by"]) == ("accepted", "glossary")
    assert accepted["reason"] == "house spelling"
    (unchecked,) = rows(broken(), Path("/r"))
    assert (unchecked["status"], unchecked["severity"]) == ("unchecked", None)


def test_every_language_has_its_columns() -> None:
    for code in LANGUAGES.names():
        assert {f"{code}_text", f"{code}_value", f"{code}_place"} <= set(columns())


def test_a_frame_has_typed_columns() -> None:
    table = Table(Path("/r"))
    table.article(homs())
    table.article(broken())
    frame = table.frame()
    assert frame["line"].tolist()[:3] == [5, 9, 11]
    assert frame["line"].isna().tolist() == [False, False, False, True]
    assert str(frame["line"].dtype) == "Int64"
    assert str(frame["message"].dtype) == "string"


def test_a_frame_without_rows_has_the_same_types() -> None:
    empty, full = Table(Path("/r")), Table(Path("/r"))
    full.article(homs())
    assert empty.frame().dtypes.astype(str).tolist() == full.frame().dtypes.astype(str).tolist()


def test_csv_opens_in_excel_with_cyrillic() -> None:
    report = render(Report((homs(),), ""), "csv")
    assert report.startswith(b"\xef\xbb\xbfarticle,status,")
    lines = list(csv.reader(io.StringIO(report.decode("utf-8-sig"), newline="")))
    assert {len(line) for line in lines} == {len(columns())}
    assert lines[3][6] == "en writes Qassem, uk and ru write Касем"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param(" \t@SUM(1)", "'  @SUM(1)", id="formula behind blanks"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("-5 °C", "'-5 °C", id="minus, which Excel computes too"),
        pytest.param("−5 °C", "−5 °C", id="the sign of minus"),
        pytest.param("1=1", "1=1", id="a sign inside"),
    ],
)
def test_no_cell_of_csv_is_a_formula(text: str, cell: str) -> None:
    article = homs()
    one = replace(article.findings[0], text=text)
    report = render(Report((replace(article, findings=(one,)),), ""), "csv")
    table = pd.read_csv(io.BytesIO(report))
    assert table["message"].tolist() == [cell]


def test_a_sheet_can_be_filtered_under_its_header() -> None:
    sheet = load_workbook(io.BytesIO(render(Report((homs(), pair()), ""), "xlsx"))).active
    assert sheet.title == "findings"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:X6"


def test_a_cell_holds_no_more_than_excel_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_CHARACTERS", 10)
    sheet = load_workbook(io.BytesIO(render(Report((homs(),), ""), "xlsx"))).active
    assert sheet["G2"].value == "en says 2…"
    assert sheet["J2"].value == 5


def test_rows_that_do_not_fit_on_a_sheet_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 2)
    sheet = load_workbook(io.BytesIO(render(Report((homs(), pair()), ""), "xlsx"))).active
    assert sheet.max_row == 4
    assert sheet["A4"].value == "3 more findings do not fit on a sheet"


@pytest.mark.parametrize(
    ("format_", "missing", "message"),
    [
        pytest.param("xlsx", ["xlsxwriter"], "the format xlsx needs xlsxwriter", id="the writer"),
        pytest.param("xlsx", ["pandas", "xlsxwriter"], "pandas and xlsxwriter", id="both"),
        pytest.param("parquet", ["pyarrow"], "the format parquet needs pyarrow", id="the engine"),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_the_command(
    monkeypatch: pytest.MonkeyPatch, format_: str, missing: list[str], message: str
) -> None:
    for library in missing:
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=message) as caught:
        render(Report((), ""), format_)
    assert caught.value.hint == installing("tables")
