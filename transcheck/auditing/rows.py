"""Rows of JSON Lines and Parquet files, one after another: an edition each.

Which columns of an archive's rows say what.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

from transcheck.auditing.tables import parquet
from transcheck.discovery.manifests import is_manifest
from transcheck.errors import TranscheckError, UsageError, because


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns; a row is one edition of an article."""

    article: str = "article"
    """What the editions of one article share: a slug, a number."""
    language: str = "language"
    text: str = "text"
    """Plain text; where a row has HTML too, that is read."""
    html: str = "html"
    """A page or the body of one."""
    title: str = "title"
    url: str = "url"
    date: str = "date"
    """The day of publication: a date, or text that begins with one as in ISO 8601."""
    given: frozenset[str] = field(default=frozenset(), compare=False)
    """The fields above that the user named: such a column must be there."""

    def check(self, there: Collection[str], file: str) -> None:
        """Make sure that a file has the columns.

        Raises:
            UsageError: one is missing; the message names those that there are.
        """
        wanted = {"article", "language"} | self.given
        missing = [getattr(self, f) for f in ROLES if f in wanted and getattr(self, f) not in there]
        if not missing and not {self.text, self.html} & set(there):
            missing = [f"{self.text} or {self.html}"]
        if missing:
            raise UsageError(
                f"{file} has no column {', '.join(missing)}; its columns: {', '.join(there)}",
                hint=f"say which column is what: --column {ROLES[0]}=NAME, also "
                f"{', '.join(ROLES[1:])}",
            )


ROLES = tuple(one.name for one in fields(Columns) if one.name != "given")
"""What columns can be named for."""


def columns_named(given: Sequence[str]) -> Columns:
    """Return the columns that ``ROLE=NAME`` texts name, the others by their usual names.

    Raises:
        UsageError: one is no such text, or a role is named twice.
    """
    named: dict[str, str] = {}
    for text in given:
        role, equals, name = text.partition("=")
        if role not in ROLES or not equals or not name or role in named:
            wrong = "is named twice" if role in named else "does not name a column"
            raise UsageError(
                f"--column {text} {wrong}", hint=f"write ROLE=NAME; roles: {', '.join(ROLES)}"
            )
        named[role] = name
    return Columns(**named, given=frozenset(named))


JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
PARQUET = (".parquet", ".pq")
_BATCH = 64
"""Rows of a Parquet file that are taken apart at once."""
_LOOKED_AT = 100
"""Lines from the beginning of a file in which its columns are looked for."""
_BLOCK = 1 << 20
_LONGEST = 32_000_000
"""Bytes of a line that are read: an edition of 10 MB, of which each letter is escaped."""
_DAMAGED = (OSError, EOFError, ValueError, zlib.error)
"""What reading a damaged file raises; zlib's own error is none of the others."""
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in its file."""

    place: str
    """File and number of the line or row, from 1."""
    article: str = ""
    language: str = ""
    content: str = ""
    html: bool = False
    title: str = ""
    url: str = ""
    date: str = ""
    """As in ISO 8601, or what stands there if it is no date."""
    problem: str = ""
    """Why nothing can be made of it."""


def is_rows(path: Path) -> bool:
    """Return whether a path is called as files of rows are, and is no manifest of files."""
    called = path.name.lower().endswith((*JSON_LINES, *PARQUET))
    return called and not path.is_dir() and not _is_manifest(path)


def _is_manifest(path: Path) -> bool:
    """Return whether a file begins as `transcheck.discovery.manifests` says."""
    if not is_manifest(path) or not path.is_file():
        return False
    with path.open("rb") as stream:
        first = _object(next((line for line in stream if line.strip()), b""))
    return isinstance(first, dict) and isinstance(first.get("editions"), dict)


def count(paths: Sequence[Path]) -> int:
    """Return how many rows the files have, at most: lines may be empty.

    Raises:
        UsageError: a file cannot be read.
    """
    return sum(_count(path) for path in paths)


def read(paths: Sequence[Path], columns: Columns) -> Iterator[Row]:
    """Yield the rows of all files.

    Raises:
        UsageError: a file cannot be read, or has not the columns.
    """
    for path in paths:
        try:
            yield from (_parquet if _is_parquet(path) else _json_lines)(path, columns)
        except TranscheckError:
            raise
        except _DAMAGED as error:
            raise _unreadable(path, error) from error


def _is_parquet(path: Path) -> bool:
    return path.name.lower().endswith(PARQUET)


def _unreadable(path: Path, error: Exception) -> UsageError:
    kind = "Parquet" if _is_parquet(path) else "JSON Lines"
    return UsageError(f"{path} cannot be read as {kind}: {because(error)}", hint="check the file")


def _count(path: Path) -> int:
    try:
        if _is_parquet(path):
            return int(parquet().read_metadata(path).num_rows)
        with _opened(path) as stream:
            return 1 + sum(block.count(b"\n") for block in iter(lambda: stream.read(_BLOCK), b""))
    except TranscheckError:
        raise
    except _DAMAGED as error:
        raise _unreadable(path, error) from error


def _opened(path: Path) -> IO[bytes]:
    if path.suffix.lower() == ".gz":
        return cast("IO[bytes]", gzip.open(path))
    return path.open("rb")


def _json_lines(path: Path, columns: Columns) -> Iterator[Row]:
    with _opened(path) as stream:
        there = [_object(line) for line in islice(_lines(stream), _LOOKED_AT) if line.strip()]
        # Where no line is JSON, each is reported for itself.
        if names := dict.fromkeys(name for one in there if isinstance(one, dict) for name in one):
            columns.check(names, str(path))
    with _opened(path) as stream:
        for number, line in enumerate(_lines(stream), 1):
            if line.strip():
                found = _object(line)
                place = f"{path.as_posix()}:{number}"
                yield (
                    _row(place, found, columns)
                    if isinstance(found, dict)
                    else Row(place, problem=f"the line is {found}")
                )


def _lines(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a stream; of one that is too long only so much that it is seen to be.

    A small compressed file may hold gigabytes without a line end.
    """
    while line := stream.readline(_LONGEST + 1):
        yield line
        whole = len(line) <= _LONGEST
        while not whole and not line.endswith(b"\n"):
            line = stream.readline(_BLOCK) or b"\n"


def _object(line: bytes) -> dict[str, Any] | str:
    """Return the object that a line holds, or what is wrong with it."""
    if len(line) > _LONGEST:
        return f"longer than {_LONGEST // 1_000_000} MB"
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return f"no valid JSON: {because(error)}"
    return found if isinstance(found, dict) else "no JSON object"


def _parquet(path: Path, columns: Columns) -> Iterator[Row]:
    with parquet().ParquetFile(path) as file:
        names = file.schema_arrow.names
        columns.check(names, str(path))
        wanted = [name for role in ROLES if (name := getattr(columns, role)) in names]
        number = 0
        for batch in file.iter_batches(_BATCH, columns=wanted):
            for found in batch.to_pylist():
                number += 1
                yield _row(f"{path.as_posix()}:{number}", found, columns)


def _row(place: str, found: Mapping[str, object], columns: Columns) -> Row:
    said = {role: _text(found.get(getattr(columns, role))) for role in ROLES}
    missing = [role for role in ("article", "language") if not said[role].strip()]
    if missing:
        what = " and ".join(f"no {role} ({getattr(columns, role)})" for role in missing)
        return Row(place, problem=f"the row has {what}")
    return Row(
        place,
        said["article"].strip(),
        said["language"].strip(),
        said["html"] if said["html"].strip() else said["text"],
        bool(said["html"].strip()),
        said["title"],
        said["url"].strip(),
        said["date"].strip(),
    )


def _text(cell: object) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    # JSON may hold half a surrogate pair, as where a title was cut; no file of text can.
    return "" if cell is None else _HALVES.sub("\ufffd", str(cell))
