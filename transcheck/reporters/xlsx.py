"""An Excel workbook with the table of findings, for people who sort and filter.

Written by XlsxWriter through pandas, because it stores text that looks like a formula or a
link as text, and no time of writing: the same findings give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
from importlib import import_module
from typing import IO, Any

from transcheck.model import ArticleReport
from transcheck.reporters import Reporter, Setting, add
from transcheck.reporters.tables import DataFrame, Table, require
from transcheck.summary import Summary

MOST_ROWS = 1_048_574
"""Findings that fit on a sheet of Excel, under the header and above a remark."""
MOST_CHARACTERS = 16_000
"""Characters of a cell that are written: Excel takes 32,767, and counts some twice."""
_ENGINE = "xlsxwriter"
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_CREATED = dt.datetime(1980, 1, 1)
_SHEET = "findings"
_WIDTHS = {"message": 60, "path": 30, "_text": 45, "_place": 30}
_WIDTH = 12


class XlsxWriter:
    """Keeps the rows until the end: a workbook is a packed archive."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Make sure that the file can be written in the end."""
        require("xlsx", ("pandas", _ENGINE))
        self._stream = stream
        self._table = Table(setting.root)

    def article(self, report: ArticleReport) -> None:
        """Keep the rows of one article."""
        self._table.article(report)

    def finish(self, summary: Summary) -> None:  # noqa: ARG002 - a table is rows alone
        """Write the workbook."""
        frame = self._table.frame(MOST_ROWS)
        for name in frame.select_dtypes("string").columns:
            frame[name] = frame[name].map(_cut, na_action="ignore")
        file = io.BytesIO()
        pandas: Any = import_module("pandas")
        with pandas.ExcelWriter(file, engine=_ENGINE, engine_kwargs={"options": _OPTIONS}) as book:
            book.book.set_properties({"created": _CREATED})
            frame.to_excel(book, sheet_name=_SHEET, index=False)
            _lay_out(book, frame, left_out=len(self._table) - len(frame))
        self._stream.write(file.getvalue())


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[: MOST_CHARACTERS - 1]}…"


def _lay_out(book: Any, frame: DataFrame, *, left_out: int) -> None:
    """Keep the header in sight, let columns be filtered, and say what did not fit."""
    sheet = book.sheets[_SHEET]
    wrapped = book.book.add_format({"text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
    for number, name in enumerate(frame.columns):
        width = next((w for ending, w in _WIDTHS.items() if name.endswith(ending)), _WIDTH)
        sheet.set_column(number, number, width, wrapped)
    if left_out:
        sheet.write_string(len(frame) + 1, 0, f"{left_out} more findings do not fit on a sheet")


XLSX = add(
    Reporter(
        name="xlsx",
        about="the table of findings for Excel (needs the extra tables)",
        suffix=".xlsx",
        binary=True,
        open=XlsxWriter,
    )
)
