"""What an audit comes to, counted from its tables one partition at a time."""

from __future__ import annotations

import csv
import heapq
import io
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from transcheck.auditing.partitions import partition_of
from transcheck.auditing.storage import Storage
from transcheck.auditing.tables import ARTICLES, FINDINGS, UNCHECKED, parquet
from transcheck.model import Severity
from transcheck.reporters.html.archive import NONE, Count, Overview, Unchecked, Worst, page
from transcheck.reporters.tables import OPEN, inert

MOST = 100
"""Articles that the page names as the worst."""
_REASONS, _FIRST = 30, 3
PAGE = "summary.html"
_GRAVITY = ("errors", "warnings", "infos")
_NAMED = ("article", "month", "title", "path")
_WORST = (*_NAMED, *_GRAVITY)
_ONE = {"families": "family", "editions": "edition", "months": "month"}
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}$")
"""An address stands in the tables without the scheme."""
_Counts = defaultdict[str, Counter[str]]


def overview(storage: Storage, of: int, signature: str) -> Overview:
    """Return what the tables of an audit with `of` partitions come to."""
    families: _Counts = defaultdict(Counter)
    editions: _Counts = defaultdict(Counter)
    months: _Counts = defaultdict(Counter)
    totals: Counter[str] = Counter()
    for file in storage.files(FINDINGS, of):
        last: dict[tuple[str, str], str] = {}
        columns = ("article", "status", "severity", "family", "month", "suspects")
        for row in _rows(file, columns):
            if row["status"] != OPEN:
                continue
            totals[row["severity"]] += 1
            months[row["month"] or NONE][row["severity"]] += 1
            named = [(families, row["family"])]
            named += [(editions, code) for code in (row["suspects"] or NONE).split()]
            for counts, name in named:
                counts[name][row["severity"]] += 1
                key = ("e" if counts is editions else "f", name)
                if last.get(key) != row["article"]:  # rows of one article stand together
                    last[key] = row["article"]
                    counts[name]["articles"] += 1
    for row in _all(storage, ARTICLES, of, ("month", "checked", "accepted")):
        months[row["month"] or NONE]["articles"] += 1
        totals.update(articles=1, unchecked=not row["checked"], accepted=row["accepted"])
    reasons = islice(_all(storage, UNCHECKED, of, ("article", "reason", "hint")), _REASONS)
    return Overview(
        articles=totals["articles"],
        unchecked=totals["unchecked"],
        findings=_count("", totals),
        accepted=totals["accepted"],
        families=tuple(sorted(_counts(families), key=lambda one: (-one.total, one.name))),
        editions=tuple(sorted(_counts(editions), key=lambda one: (one.name == NONE, one.name))),
        months=tuple(sorted(_counts(months), key=lambda one: (one.name == NONE, one.name))),
        worst=tuple(_worst(storage, of)),
        reasons=tuple(Unchecked(**row) for row in reasons),
        signature=signature,
    )


def write(storage: Storage, found: Overview) -> None:
    """Write the page, and its tables as CSV."""
    folder = storage.folder / "summary"
    folder.mkdir(exist_ok=True)
    for name, counts in (
        ("families", found.families), ("editions", found.editions), ("months", found.months)
    ):  # fmt: skip
        rows = ((one.name, one.articles, one.errors, one.warnings, one.infos) for one in counts)
        head = (_ONE[name], "articles", *_GRAVITY)
        storage.replace(folder / f"{name}.csv", _csv(head, rows))
    worst = ([getattr(one, name) for name in _WORST] for one in found.worst)
    storage.replace(folder / "worst.csv", _csv(_WORST, worst))
    storage.replace(storage.folder / PAGE, page(found).encode())


def _counts(counts: _Counts) -> Iterator[Count]:
    return (_count(name, own) for name, own in counts.items())


def _count(name: str, own: Counter[str]) -> Count:
    errors, warnings, infos = (own[severity.value] for severity in Severity)
    return Count(name, errors, warnings, infos, own["articles"])


def _worst(storage: Storage, of: int) -> Iterator[Worst]:
    rows = _all(storage, ARTICLES, of, (*_WORST, "languages"))
    found = (row for row in rows if any(row[name] for name in _GRAVITY))
    worst = heapq.nsmallest(
        MOST, found, key=lambda row: (*(-row[name] for name in _GRAVITY), row["article"])
    )
    said = _said(storage, of, [row["article"] for row in worst])
    for row in worst:
        article, month, title, path = (row[name] or "" for name in _NAMED)
        errors, warnings, infos = (row[name] for name in _GRAVITY)
        first = tuple(said[article][:_FIRST])
        language = next(iter(row["languages"]), "")
        link = _link(storage.folder, article, path)
        yield Worst(article, month, title, path, errors, warnings, infos, first, language, link)


def _link(folder: Path, article: str, path: str) -> str:
    """Return where a page in a folder leads to for what a table calls the path of an article."""
    if path and Path(path).is_file():
        return quote(os.path.relpath(path, folder).replace(os.sep, "/"))
    host, _, rest = path.partition("/")
    return f"https://{host}/{quote(rest)}" if _HOST.match(host) and host != article else ""


def _said(storage: Storage, of: int, articles: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Return what the findings of some articles say, the gravest first."""
    found: dict[str, list[tuple[int, dict[str, Any]]]] = {article: [] for article in articles}
    # A name that is not shown as it is may stand in another partition; it goes without.
    numbers = {partition_of(article, of) for article in articles}
    columns = ("article", "status", "severity", "code", "message", "wording")
    for number in sorted(numbers):
        for row in _rows(storage.path(FINDINGS, number, of), columns):
            if row["status"] == OPEN and row["article"] in found:
                rank = -Severity(row["severity"]).rank
                wording = json.loads(row["wording"])
                told = {"code": row["code"], "message": row["message"], **wording}
                found[row["article"]].append((rank, told))
    return {
        article: [told for _, told in sorted(own, key=lambda one: one[0])]
        for article, own in found.items()
    }


def _all(storage: Storage, table: str, of: int, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    return (row for file in storage.files(table, of) for row in _rows(file, columns))


def _rows(file: Path, columns: Sequence[str]) -> list[dict[str, Any]]:
    with parquet().ParquetFile(file) as opened:
        rows: list[dict[str, Any]] = opened.read(columns=list(columns)).to_pylist()
    return rows


def _csv(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(head)
    table.writerows([inert(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
