"""A whole archive compared, and what was found kept as tables; the next run does what changed.

::

    rows ─ sorting ─┐
                    ├─ partitions ─ work ─┬─ storage ─ overview
    discovery ──────┘                     │
                        local or cluster ─┘

The articles are cut into partitions by their names (`partitions`); rows of JSON Lines and
Parquet files are sorted into them on disk first. A partition is looked at, what changed in it
is compared, and its files are replaced (`work`, `storage`): one after another with the processes
of this machine (`local`), or as tasks of a Dask cluster (`cluster`). The page and its tables are
counted from the files in the end (`overview`). Meanwhile no other audit gets into the folder
(`locking`). What was killed at any point goes on from the
last partition that was stored as a whole.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import Protocol

from transcheck.auditing import cluster, overview, partitions, rows, work
from transcheck.auditing.partitions import SIZE, Files, Partition, number_of_partitions
from transcheck.auditing.partitions import partition_of as _partition_of
from transcheck.auditing.rows import Columns, columns_named
from transcheck.auditing.storage import UNFINISHED, Storage, alone
from transcheck.auditing.tables import parquet
from transcheck.auditing.work import Job, Progress
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Encoder
from transcheck.languages import LANGUAGES
from transcheck.reporters.html.archive import Overview

__all__ = [
    "SIZE",
    "Columns",
    "Cut",
    "FileSource",
    "Job",
    "Machine",
    "Outcome",
    "Overview",
    "Progress",
    "RowSource",
    "Source",
    "audit",
    "columns_named",
]


@dataclass(frozen=True, slots=True)
class Cut:
    """A source cut into partitions."""

    partitions: tuple[Partition, ...]
    editions: int
    foreign: Mapping[str, int] = field(default_factory=dict)
    """Editions that are left out, by their languages."""
    undated: int = 0
    """Editions whose date is none."""


class Source(Protocol):
    """What is audited."""

    @property
    def articles(self) -> int:
        """How many there are, about."""

    def cut(self, of: int, folder: Path) -> Cut:
        """Cut it into `of` partitions; `folder` is empty and may be used while they are."""


@dataclass(frozen=True, slots=True)
class FileSource:
    """Articles that are files, as `transcheck.discovery` finds them."""

    groups: tuple[ArticleFiles, ...]

    @property
    def articles(self) -> int:
        """Return how many there are."""
        return len(self.groups)

    def cut(self, of: int, folder: Path) -> Cut:  # noqa: ARG002 - needs no room
        """Return the partitions."""
        cut: list[list[ArticleFiles]] = [[] for _ in range(of)]
        for group in self.groups:
            cut[_partition_of(group.name, of)].append(group)
        partitions = tuple(Files(n, of, tuple(own)) for n, own in enumerate(cut))
        return Cut(partitions, sum(len(group.editions) for group in self.groups))


@dataclass(frozen=True, slots=True)
class RowSource:
    """Articles whose editions are rows of JSON Lines or Parquet files."""

    paths: tuple[Path, ...]
    columns: Columns = field(default_factory=Columns)

    @property
    def articles(self) -> int:
        """Return how many there are if all have an edition in every language."""
        return ceil(rows.count(self.paths) / len(LANGUAGES.names()))

    def cut(self, of: int, folder: Path) -> Cut:
        """Return the partitions; their texts are in `folder`."""
        done = partitions.sort(rows.read(self.paths, self.columns), folder, of)
        return Cut(done.partitions, done.editions, done.foreign, done.undated)


@dataclass(frozen=True, slots=True)
class Machine:
    """What an audit runs on."""

    encoder: Encoder
    jobs: int = 1
    """Processes of this machine."""
    dask: str = ""
    """The address of a cluster, see `transcheck.auditing.cluster`; empty for this machine."""

    def work(self, partitions: Sequence[Partition], job: Job) -> Iterator[Progress]:
        """Do the work and yield what was done since."""
        if self.dask:
            return cluster.work(partitions, job, self.dask)
        return work.work(partitions, job, self.encoder, jobs=self.jobs)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did, and what the audit comes to."""

    done: Progress
    overview: Overview


def audit(
    source: Source,
    job: Job,
    machine: Machine,
    *,
    size: int = SIZE,
    cut: Callable[[Cut], None] = lambda _cut: None,
    progress: Callable[[Progress], None] = lambda _done: None,
    unguarded: Callable[[], None] = lambda: None,
) -> Outcome:
    """Bring the audit in a folder up to date with a source.

    Args:
        source: what is audited; what is not in it any more is removed from the results.
        job: where results go, and what they depend on.
        machine: what to run on.
        size: articles of a partition, on average at most.
        cut: is told how the source was cut, before the work begins.
        progress: is told what was done since the beginning.
        unguarded: is called where the disk cannot keep another audit out of the folder.

    Raises:
        UsageError: the folder is another one, another audit writes there, or the source cannot
            be read.
        TranscheckError: the encoder fails, or a result cannot be written.
    """
    parquet()  # better now than after an hour
    storage = Storage(job.folder)
    storage.manifest()  # a folder of something else is left as it is
    with alone(job.folder, unguarded):
        of = number_of_partitions(source.articles, size, storage.manifest().get("partitions", 1))
        storage.prepare(partitions=of, signature=job.signature, complete=False)
        done = Progress()
        with _room(job.folder) as folder:
            parts = source.cut(of, folder)
            cut(parts)
            for more in machine.work(parts.partitions, job):
                done += more
                progress(done)
        storage.finish(of)
        return Outcome(done, _summed_up(storage, of, job.signature))


def _summed_up(storage: Storage, of: int, signature: str) -> Overview:
    """Write the page, its tables and the manifest of an audit that is complete."""
    found = overview.overview(storage, of, signature)
    overview.write(storage, found)
    counts = {"error": found.findings.errors, "warning": found.findings.warnings}
    storage.write_manifest(
        partitions=of,
        signature=signature,
        complete=True,
        articles=found.articles,
        checked=found.articles - found.unchecked,
        findings={**counts, "info": found.findings.infos},
    )
    return found


@contextmanager
def _room(folder: Path) -> Iterator[Path]:
    """Make an empty folder in a folder and remove it in the end."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=UNFINISHED) as name:
        yield Path(name).absolute()
