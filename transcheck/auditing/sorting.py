"""Rows sorted into partitions on disk, so that those of one article may stand anywhere.

Room for a copy of the texts is needed while an audit runs; in memory there is never more than
a few megabytes, however large the archive.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from transcheck.auditing.partitions import Rows, partition_of
from transcheck.auditing.rows import Row
from transcheck.languages import known

_IN_MEMORY = 16_000_000
"""Characters that wait to be written."""


@dataclass(slots=True)
class Sorted:
    """What became of the rows."""

    partitions: tuple[Rows, ...] = ()
    editions: int = 0
    foreign: Counter[str] = field(default_factory=Counter)
    """Rows in languages that nobody here knows, by what they call them: they are left out."""
    undated: int = 0
    """Rows whose date is none."""


def sort(rows: Iterable[Row], folder: Path, of: int) -> Sorted:
    """Write every row into the file of its partition, in their order.

    Args:
        rows: of all files.
        folder: an empty one, absolute.
        of: how many partitions there are.
    """
    done = Sorted(tuple(Rows(n, of, folder / f"{n:05}.jsonl") for n in range(of)))
    waiting: dict[int, list[str]] = defaultdict(list)
    size = 0
    for row in rows:
        if not row.problem and known(row.language) is None:
            done.foreign[row.language] += 1
            continue
        line = _line(row, done)
        waiting[partition_of(row.article or row.place, of)].append(line)
        done.editions += 1
        size += len(line)
        if size > _IN_MEMORY:
            _write(waiting, done.partitions)
            size = 0
    _write(waiting, done.partitions)
    return done


def _line(row: Row, done: Sorted) -> str:
    date = row.date[:10]
    try:
        dt.date.fromisoformat(date or "2000-01-01")
    except ValueError:
        date = ""
        done.undated += 1
    return json.dumps(
        {
            "article": row.article or row.place,
            "language": row.language,
            "content": row.content,
            "html": row.html,
            "title": row.title,
            "url": row.url,
            "date": date,
            "problem": row.problem,
        },
        ensure_ascii=False,
    )


def _write(waiting: dict[int, list[str]], partitions: tuple[Rows, ...]) -> None:
    for number, lines in waiting.items():
        with partitions[number].file.open("a", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in lines)
    waiting.clear()
