"""Tables of findings as pandas DataFrames, and the libraries that write them to files.

The libraries are the extra ``tables``, so they are imported by name when a table is wanted;
whoever has not installed them is told how.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from transcheck.errors import UsageError
from transcheck.extras import installing
from transcheck.model import ArticleReport
from transcheck.reporters.tables import NUMBERS, columns, rows

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
