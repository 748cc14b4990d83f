"""Comma-separated values (RFC 4180): one finding a row, for spreadsheets and scripts.

The file starts with a byte order mark, without which Excel takes Cyrillic for Latin-1. A
cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP
advises ("CSV Injection").
"""

from __future__ import annotations

import csv
import io
from typing import IO

from transcheck.model import ArticleReport
from transcheck.reporters import Reporter, Setting, add
from transcheck.reporters.tables import columns, rows
from transcheck.summary import Summary

_FORMULA = tuple("=+-@＝＋－＠")


class CsvWriter:
    """Writes each row as it comes."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Start the table on `stream` with the names of the columns."""
        self._root = setting.root
        self._text = io.TextIOWrapper(stream, "utf-8-sig", newline="", write_through=True)
        self._table = csv.DictWriter(self._text, columns())
        self._table.writeheader()

    def article(self, report: ArticleReport) -> None:
        """Write the rows of one article."""
        for row in rows(report, self._root):
            self._table.writerow({name: inert(cell) for name, cell in row.items()})

    def finish(self, summary: Summary) -> None:  # noqa: ARG002 - a table is rows alone
        """Let go of the stream."""
        self._text.detach()


def inert(cell: str | int | None) -> str | int | None:
    """Return a cell as no spreadsheet takes it for a formula."""
    if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA):
        return f"'{cell}"
    return cell


CSV = add(
    Reporter(
        name="csv",
        about="a table of findings for spreadsheets and scripts",
        suffix=".csv",
        binary=False,
        open=CsvWriter,
    )
)
