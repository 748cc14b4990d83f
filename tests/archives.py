"""Small archives for the audit, and its results as somebody else reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

TABLES = ("articles", "findings", "alignments", "unchecked")
UKRAINIAN = "Міст через річку відкрили {} грудня.\n\nЙого будували {} років і {} місяців.\n"
ENGLISH = "The bridge was opened on {} December.\n\nIt took {} years and {} months to build.\n"
SAID = re.compile(r"([\d,]+) articles compared, ([\d,]+) unchanged")


def story(number: int, *, months: int = 7) -> dict[str, str]:
    """Return an article; every third says another number of months in English."""
    there = 9 if number % 3 == 0 else 7
    return {
        "uk": UKRAINIAN.format(number % 28 + 1, 20 + number, months),
        "en": ENGLISH.format(number % 28 + 1, 20 + number, there),
    }


def write(folder: Path, articles: int) -> Path:
    for number in range(articles):
        put(folder, number, story(number))
    return folder


def put(folder: Path, number: int, editions: dict[str, str]) -> None:
    home = folder / f"story-{number:02}"
    home.mkdir(parents=True, exist_ok=True)
    for language, text in editions.items():
        (home / f"{language}.txt").write_text(text, encoding="utf-8")


def rows(articles: int) -> Iterator[dict[str, Any]]:
    """Yield rows in an order that keeps the editions of an article apart."""
    for language in ("en", "uk"):
        for number in range(articles):
            yield {
                "slug": f"story-{number:02}",
                "lang": "ua" if language == "uk" else language,
                "body": story(number)[language],
                "day": f"2024-{number % 3 + 1:02}-05T12:00:00Z",
                "views": number,
            }


COLUMNS = ("--column=article=slug", "--column=language=lang", "--column=text=body",
           "--column=date=day")  # fmt: skip


def write_lines(path: Path, written: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in written), encoding="utf-8")
    return path


def tables(folder: Path, *without: str) -> dict[str, list[str]]:
    """Return the rows of an audit's tables, sorted, but some columns."""
    found = {}
    for name in TABLES:
        table = pq.read_table(folder / name)
        kept = table.drop_columns([column for column in without if column in table.column_names])
        found[name] = sorted(json.dumps(row, sort_keys=True) for row in kept.to_pylist())
    return found


def frame(folder: Path, table: str) -> pd.DataFrame:
    return pd.read_parquet(folder / table)


def counts(said: str) -> tuple[int, int]:
    """Return how many articles a run says it compared, and how many were unchanged."""
    found = SAID.search(said)
    assert found, said
    return int(found[1]), int(found[2])
