"""Findings as rows of a table, one a row, for spreadsheets and data analysis.

Tables of findings as pandas DataFrames, and the libraries that write them to files.

The libraries are the extra ``tables``, so they are imported by name when a table is wanted;
whoever has not installed them is told how.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import IO, Any, TypeAlias

from transcheck.errors import UsageError, installing
from transcheck.languages import LANGUAGES
from transcheck.model import ArticleReport, Finding
from transcheck.reporters import Reporter, Setting, add, unchecked
from transcheck.reporters.excerpts import Location, locations, source_path
from transcheck.reporters.visible import visible
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


_ENGINE = "pyarrow"


class ParquetWriter:
    """Keeps the rows until the end: the format stores column by column."""

    def __init__(self, stream: IO[bytes], setting: Setting) -> None:
        """Make sure that the file can be written in the end."""
        require("parquet", ("pandas", _ENGINE))
        self._stream = stream
        self._table = Table(setting.root)

    def article(self, report: ArticleReport) -> None:
        """Keep the rows of one article."""
        self._table.article(report)

    def finish(self, summary: Summary) -> None:  # noqa: ARG002 - a table is rows alone
        """Write the table."""
        file = io.BytesIO()
        self._table.frame().to_parquet(file, engine=_ENGINE, index=False)
        self._stream.write(file.getvalue())


PARQUET = add(
    Reporter(
        name="parquet",
        about="the table of findings for data analysis (needs the extra tables)",
        suffix=".parquet",
        binary=True,
        open=ParquetWriter,
    )
)


Row = dict[str, str | int | None]

NUMBERS = ("line", "column")
"""Columns that hold whole numbers; all others hold text. A cell may be None in any."""
_COMMON = ("article", "status", "severity", "code", "rule", "family", "message", "suspects",
           "path", *NUMBERS, "confidence", "fingerprint", "accepted_by", "reason")  # fmt: skip
_OWN = ("text", "value", "place")
OPEN, ACCEPTED = "open", "accepted"
"""Values of ``status``; the third is `transcheck.reporters.unchecked.CODE`."""


def columns() -> tuple[str, ...]:
    """Return the names of all columns: those of the finding, then three for each language."""
    languages = sorted(LANGUAGES, key=lambda language: (language.rank, language.code))
    return (*_COMMON, *(f"{lang.code}_{name}" for lang in languages for name in _OWN))


def rows(report: ArticleReport, root: Path) -> Iterator[Row]:
    """Yield a row for every finding of an article and for everything that was not checked."""
    names = columns()
    for finding in report.findings:
        yield dict.fromkeys(names) | _finding(report, finding, root)
    for skipped in report.skipped:
        yield dict.fromkeys(names) | {
            "article": visible(report.article),
            "status": unchecked.CODE,
            "message": unchecked.sentence(report, skipped),
            "path": source_path(unchecked.path_of(report, skipped), root),
        }


def _finding(report: ArticleReport, finding: Finding, root: Path) -> Row:
    found = locations(report, finding)
    by_language: dict[str, list[Location]] = {}
    for location in found:
        by_language.setdefault(location.language, []).append(location)
    accepted = finding.suppressed
    row: Row = {
        "article": visible(report.article),
        "status": ACCEPTED if accepted else OPEN,
        "severity": finding.severity.value,
        "code": finding.code,
        "rule": finding.rule,
        "family": finding.family.value,
        "message": visible(finding.text),
        "suspects": " ".join(finding.suspects) or None,
        "path": source_path(found[0].path, root),
        "line": found[0].line,
        "column": found[0].column,
        "confidence": f"{finding.confidence:.2f}",
        "fingerprint": finding.fingerprint,
        "accepted_by": accepted.by if accepted else None,
        "reason": visible(accepted.reason) if accepted else None,
    }
    for language, own in by_language.items():
        row |= _edition(language, own, root)
    return row


def _edition(language: str, own: list[Location], root: Path) -> Row:
    """Return the cells of one language; several places are joined by bars."""
    places = (f"{source_path(o.path, root)}:{o.line}:{o.column}" for o in own)
    return {
        f"{language}_text": " | ".join(o.text for o in own),
        f"{language}_value": " | ".join(o.value for o in own if o.value) or None,
        f"{language}_place": " | ".join(places),
    }


DataFrame: TypeAlias = Any
"""A ``pandas.DataFrame``; its name is not known before it is imported."""


class Table:
    """Rows in the making: a tuple of cells for each finding, kept until the end."""

    def __init__(self, root: Path) -> None:
        """Shorten paths below `root`."""
        self._root = root
        self._rows: list[tuple[str | int | None, ...]] = []

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._rows)

    def article(self, report: ArticleReport) -> None:
        """Add the rows of one article."""
        self._rows += [tuple(row.values()) for row in rows(report, self._root)]

    def frame(self, most: int | None = None) -> DataFrame:
        """Return the rows, at most the first `most`, as a DataFrame with typed columns."""
        pandas: Any = import_module("pandas")
        types = {name: "Int64" if name in NUMBERS else "string" for name in columns()}
        return pandas.DataFrame(self._rows[:most], columns=list(types)).astype(types)


def require(format_: str, libraries: Iterable[str]) -> None:
    """Import the libraries that a format is written with.

    Raises:
        UsageError: some are not installed; the message says how to get them.
    """
    missing = []
    for library in libraries:
        try:
            import_module(library)
        except ImportError:
            missing.append(library)
    if missing:
        raise UsageError(
            f"the format {format_} needs {' and '.join(missing)}, not installed here",
            hint=installing("tables"),
        )
