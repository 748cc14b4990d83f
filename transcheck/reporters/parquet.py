"""Apache Parquet: the table of findings with typed columns, for data analysis."""

from __future__ import annotations

import io
from typing import IO

from transcheck.model import ArticleReport
from transcheck.reporters import Reporter, Setting, add
from transcheck.reporters.tables import Table, require
from transcheck.summary import Summary

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
