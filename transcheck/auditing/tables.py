"""What an audit keeps of an article: rows of four tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from transcheck.discovery import ArticleFiles
from transcheck.errors import UsageError, installing
from transcheck.languages import LANGUAGES
from transcheck.model import ArticleReport, Finding, Severity
from transcheck.reporters import tables, unchecked
from transcheck.reporters.excerpts import source_path
from transcheck.reporters.html.articles import parameters
from transcheck.reporters.visible import visible
from transcheck.summary import summarise

Rows = list[dict[str, Any]]

ARTICLES, FINDINGS, ALIGNMENTS, UNCHECKED = "articles", "findings", "alignments", "unchecked"
TABLES = (ARTICLES, FINDINGS, ALIGNMENTS, UNCHECKED)
_AS_NAMED = Path("-")
"""No path is below it, so none is shortened: rows do not depend on the folder of the run."""
_DIGITS = 4
"""Decimals of scores, as in the JSON report."""


@dataclass(frozen=True, slots=True)
class Result:
    """One article of an audit."""

    article: str
    """Its name, safe to show; all its rows have it."""
    fingerprint: str
    """Of all that the rows depend on."""
    rows: Mapping[str, Rows]
    """By table."""


def result(article: ArticleFiles, report: ArticleReport, fingerprint: str) -> Result:
    """Return what is kept of an article.

    Args:
        article: what was compared.
        report: what came of it.
        fingerprint: of `article`.
    """
    name = visible(report.article)
    month = _month(report)
    common = {"article": name, "month": month}
    cells = [row for row in tables.rows(report, _AS_NAMED) if row["status"] != unchecked.CODE]
    rows = {
        ARTICLES: [{**common, **_article(article, report), "fingerprint": fingerprint}],
        FINDINGS: [
            {**row, **common, "wording": _wording(finding, report)}
            for row, finding in zip(cells, report.findings, strict=True)
        ],
        ALIGNMENTS: [{"article": name, **row} for row in _alignment(report)],
        UNCHECKED: [
            {
                **common,
                "what": source_path(Path(one.what), _AS_NAMED) if one.what != name else name,
                "reason": visible(one.reason),
                "hint": visible(one.hint),
            }
            for one in report.skipped
        ],
    }
    return Result(name, fingerprint, rows)


def schemas() -> Mapping[str, Any]:
    """Return the columns of each table as a ``pyarrow.Schema``."""
    pa = arrow()
    text, number, truth = pa.string(), pa.int32(), pa.bool_()
    texts, numbers = pa.list_(text), pa.list_(number)
    types = {name: number if name in tables.NUMBERS else text for name in tables.columns()}
    counts = ("errors", "warnings", "infos", "accepted")
    sides = dict.fromkeys(_codes(), numbers)
    said = {f"{code}_text": text for code in _codes()}
    columns = {
        ARTICLES: {
            "article": text, "month": text, "title": text, "path": text, "languages": texts,
            "checked": truth, **dict.fromkeys(counts, number), "fingerprint": text,
        },
        FINDINGS: {"article": text, "month": text, **types, "wording": text},
        ALIGNMENTS: {
            "article": text, "bead": number, "score": pa.float64(), "moved": truth, **sides, **said
        },
        UNCHECKED: dict.fromkeys(("article", "month", "what", "reason", "hint"), text),
    }  # fmt: skip
    return {name: pa.schema(list(own.items())) for name, own in columns.items()}


def _codes() -> Sequence[str]:
    return [one.code for one in sorted(LANGUAGES, key=lambda one: (one.rank, one.code))]


def _month(report: ArticleReport) -> str | None:
    """Return the month in which the first edition was published, where one says so."""
    dates = [edition.published for edition in report.editions if edition.published]
    return f"{min(dates):%Y-%m}" if dates else None


def _wording(finding: Finding, report: ArticleReport) -> str:
    """Return what a message was made of, as JSON: other languages put it in their own way."""
    made = parameters(finding, [edition.language for edition in report.editions])
    # ASCII, as half a surrogate pair is no text in Parquet.
    return json.dumps({"template": finding.message.template, "parameters": made}, sort_keys=True)


def _article(article: ArticleFiles, report: ArticleReport) -> dict[str, Any]:
    counted = summarise((report,))
    first = report.editions[0] if report.editions else None
    paths = (first.path,) if first else article.editions[:1]
    return {
        "title": visible(first.title) if first else None,
        "path": source_path(paths[0], _AS_NAMED) if paths else None,
        "languages": [edition.language for edition in report.editions],
        "checked": not report.skipped,
        "errors": counted.count(Severity.ERROR),
        "warnings": counted.count(Severity.WARNING),
        "infos": counted.count(Severity.INFO),
        "accepted": counted.suppressed,
    }


def _alignment(report: ArticleReport) -> Iterator[dict[str, Any]]:
    for number, bead in enumerate(report.alignment.beads):
        score = round(float(bead.score), _DIGITS)
        row: dict[str, Any] = {"bead": number, "score": score, "moved": bead.moved}
        for edition, side in zip(report.editions, bead.sides, strict=True):
            said = " ".join(edition.segments[index].text for index in side)
            row[edition.language] = list(side)
            # Half a surrogate pair, as some exports have them, is no text in Parquet.
            row[f"{edition.language}_text"] = said.encode("utf-8", "replace").decode()
        yield row


def library(name: str, extra: str) -> Any:
    """Return a module that an extra of the package brings.

    Raises:
        UsageError: it is not installed; the message says how to get it.
    """
    try:
        return import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        raise UsageError(
            f"transcheck audit needs {package} for this, not installed here",
            hint=installing(extra),
        ) from None


def arrow() -> Any:
    """Return pyarrow."""
    return library("pyarrow", "tables")


def parquet() -> Any:
    """Return pyarrow's reader and writer of Parquet."""
    return library("pyarrow.parquet", "tables")
