"""Reports as pandas DataFrames: findings, sentences, and what stands beside what.

Every function takes reports of articles, as many as there are: the list that is a `Report`'s
``articles``, or what `transcheck.iterate_folder` yields, which is used up by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import pandas as pd

from transcheck.languages import LANGUAGES
from transcheck.model import ArticleReport, Bead, Edition
from transcheck.reporters import working_folder
from transcheck.reporters.tables import Table

if TYPE_CHECKING:
    from pandas import DataFrame

_SEGMENTS = {
    "article": "string", "language": "string", "segment": "Int64", "kind": "string",
    "text": "string", "path": "string", "line": "Int64", "column": "Int64",
    "end_line": "Int64", "end_column": "Int64",
}  # fmt: skip


def findings(reports: Iterable[ArticleReport]) -> DataFrame:
    """Return a row for every finding and for everything that could not be checked.

    The columns are those of ``--format csv``: ``article``, ``status`` (``open``, ``accepted``
    or ``NOT-CHECKED``), ``severity``, ``code``, … and for each language ``uk_text``,
    ``uk_value``, ``uk_place``. Text that is not there is `pandas.NA`.
    """
    table = Table(working_folder())
    for report in reports:
        table.article(report)
    frame: DataFrame = table.frame()
    return frame


def segments(reports: Iterable[ArticleReport]) -> DataFrame:
    """Return a row for every sentence of every edition, in reading order.

    ``segment`` is its index, ``line`` to ``end_column`` its place in the source.
    """
    rows = (
        row for report in reports for edition in report.editions for row in _said(report, edition)
    )
    return pd.DataFrame(rows, columns=list(_SEGMENTS)).astype(_SEGMENTS)


def alignment(reports: Iterable[ArticleReport]) -> DataFrame:
    """Return a row for every bead: what the editions say in one place.

    Columns ``article``, ``bead`` (from 0), ``score`` (0 to 1), ``moved``, and for each
    language a tuple with the indexes of its sentences: empty where the edition says nothing
    there, None where the article has no such edition.
    """
    names = [language.code for language in sorted(LANGUAGES, key=lambda one: (one.rank, one.code))]
    rows = (
        {**dict.fromkeys(names), "article": report.article, "bead": number, **_sides(report, bead)}
        for report in reports
        for number, bead in enumerate(report.alignment.beads)
    )
    columns = ["article", "bead", "score", "moved"]
    types = {"article": "string", "bead": "Int64", "score": "float64", "moved": "bool"}
    return pd.DataFrame(rows, columns=[*columns, *names]).astype(
        {**types, **dict.fromkeys(names, "object")}
    )


def _said(report: ArticleReport, edition: Edition) -> Iterator[tuple[str | int, ...]]:
    path = edition.path.as_posix()
    for one in edition.segments:
        yield (
            report.article, edition.language, one.index, one.kind.value, one.text, path,
            one.line, one.column, one.end_line, one.end_column,
        )  # fmt: skip


def _sides(report: ArticleReport, bead: Bead) -> Mapping[str, object]:
    languages = [edition.language for edition in report.editions]
    return {
        "score": bead.score,
        "moved": bead.moved,
        **dict(zip(languages, bead.sides, strict=True)),
    }
