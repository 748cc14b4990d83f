"""Partitions: the articles of an archive in heaps of about the same size, by their names.

A name's hash decides, so an article stays in its heap whatever comes and goes around it. The
number of heaps is a power of two and the first bits of the hash count: when there are twice as
many heaps, each has been cut in two.

Rows sorted into partitions on disk, so that those of one article may stand anywhere.

Room for a copy of the texts is needed while an audit runs; in memory there is never more than
a few megabytes, however large the archive.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from transcheck.auditing.rows import Row
from transcheck.discovery import ArticleFiles
from transcheck.languages import known
from transcheck.loading.fragment import is_fragment
from transcheck.model import Skipped
from transcheck.sources.cms import Text

SIZE = 256
"""Articles of a partition at most, on average: what a run that is killed has to do again for
each process is less."""


def number_of_partitions(articles: int, size: int = SIZE, before: int = 1) -> int:
    """Return how many partitions so many articles make: a power of two, not less than `before`."""
    number = before
    while number * size < articles:
        number *= 2
    return number


def partition_of(article: str, of: int) -> int:
    """Return in which of `of` partitions (a power of two, at most 2^32) an article is."""
    digest = hashlib.sha256(article.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4]) * of >> 32


class Partition(Protocol):
    """Some of the articles of an archive, where they can be had."""

    @property
    def number(self) -> int:
        """From 0."""

    @property
    def of(self) -> int:
        """How many there are."""

    @property
    def relative(self) -> bool:
        """Whether something of it is found only from the folder of the run."""

    def articles(self) -> Iterator[ArticleFiles]:
        """Yield its articles in any order; those of rows bring their texts with them."""


@dataclass(frozen=True, slots=True)
class Files:
    """Articles whose editions are files."""

    number: int
    of: int
    groups: tuple[ArticleFiles, ...]

    @property
    def relative(self) -> bool:
        """Whether a file is named from the folder of the run."""
        return any(not path.is_absolute() for one in self.groups for path in one.editions)

    def articles(self) -> Iterator[ArticleFiles]:
        """Yield the articles."""
        return iter(self.groups)


@dataclass(frozen=True, slots=True)
class Rows:
    """Articles whose editions are rows, gathered in a file by `transcheck.auditing.partitions`."""

    number: int
    of: int
    file: Path
    """An absolute path; there is no such file where the partition is empty."""

    @property
    def relative(self) -> bool:
        """Nothing is."""
        return False

    def articles(self) -> Iterator[ArticleFiles]:
        """Yield the articles."""
        together: dict[str, list[dict[str, Any]]] = {}
        if self.file.exists():
            with self.file.open(encoding="utf-8") as lines:
                for row in map(json.loads, lines):
                    # Exports may have a row twice; that is no second edition.
                    own = together.setdefault(row["article"], [])
                    if row not in own:
                        own.append(row)
        return (_article(name, rows) for name, rows in together.items())


def _article(name: str, rows: Sequence[Mapping[str, Any]]) -> ArticleFiles:
    problem = next((row["problem"] for row in rows if row["problem"]), "")
    if problem:
        return ArticleFiles(name, (), Skipped(name, problem, "mend the row"))
    found = sorted(((known(row["language"]), row) for row in rows), key=lambda one: _order(one[0]))
    texts = {}
    codes = []
    for language, row in found:
        if language is None:  # `sorting` leaves such rows out
            continue
        text = _text(row)
        path = text.path(name, language.code)
        if path in texts:
            path = Text(text.content, text.format).path(name, language.code)
        while path in texts:
            path = path.with_name(f"{path.name}+")
        texts[path] = partial(Text.document, text, path, language.code)
        codes.append(language.code)
    return ArticleFiles(name, tuple(texts), languages=tuple(codes), texts=texts)


def _order(language: Any) -> tuple[int, str]:
    return (language.rank, language.code) if language else (0, "")


def _text(row: Mapping[str, Any]) -> Text:
    content, format_ = row["content"], "plain text"
    if row["html"]:
        format_ = "html fragment" if is_fragment(content) else "html"
    date = dt.date.fromisoformat(row["date"]) if row["date"] else None
    return Text(content, format_, row["title"], row["url"], date)


def fingerprint(article: ArticleFiles, *more: str) -> str:
    """Return 32 hexadecimal digits that change with all that an article's result depends on.

    Args:
        article: read are the bytes of its files, or its texts.
        more: what else it depends on.
    """
    parts: list[object] = [more, article.name, article.problem, article.required]
    for path, language in zip(
        article.editions, article.languages or [None] * len(article.editions), strict=True
    ):
        loader = article.texts.get(path)
        content = loader.args[0] if isinstance(loader, partial) else _digest(path)
        parts.append((path.as_posix(), language, content))
    told = repr(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:32]


def _digest(path: Path) -> str:
    try:
        if not path.is_file():
            return "no file"
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        return f"cannot be read: {error.strerror}"


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
