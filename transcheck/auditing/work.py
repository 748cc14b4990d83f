"""The work on one partition: what is to be done, and how it is put with what was done before.

The partitions of an audit, one after another, by this process or several of this machine.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from transcheck import workers
from transcheck.accepting import Baseline, Policy, accept
from transcheck.auditing.partitions import Partition, fingerprint
from transcheck.auditing.storage import Storage
from transcheck.auditing.tables import Result, result
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Encoder
from transcheck.model import ArticleReport
from transcheck.reporters.visible import visible


@dataclass(frozen=True)
class Job:
    """What all partitions of a run have in common; it can be sent to other processes."""

    folder: Path
    """Where the results go, absolute."""
    root: Path
    """The working folder of the run."""
    encoder: str
    """The name that loads it."""
    policy: Policy
    baseline: Baseline
    signature: str
    """What results depend on besides the texts and what was accepted."""

    def fingerprint(self, article: ArticleFiles) -> str:
        """Return what tells whether the result of an article is still good."""
        return fingerprint(article, self.signature, *self._accepted[_last(article.name)])

    @cached_property
    def _accepted(self) -> defaultdict[str, tuple[str, ...]]:
        """What was accepted, by the ends of the names of articles.

        A name in a baseline may be longer or shorter than ours, but it ends alike.
        """
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for entry in self.baseline.entries:
            said = hashlib.sha256(repr((entry.order, entry.reason)).encode("utf-8", "replace"))
            found[_last(entry.article)] += (said.hexdigest(),)
        return found


def _last(name: str) -> str:
    return name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far something is; two are joined with ``+``."""

    compared: int = 0
    unchanged: int = 0
    """Articles whose results were there already."""
    editions: int = 0
    """Of both."""

    def __add__(self, other: Progress) -> Progress:
        """Return both together."""
        return Progress(
            self.compared + other.compared,
            self.unchanged + other.unchanged,
            self.editions + other.editions,
        )


@dataclass(slots=True)
class Plan:
    """What is to be done about a partition."""

    partition: Partition
    job: Job
    wanted: list[tuple[ArticleFiles, str]] = field(default_factory=list)
    """Articles to compare, sorted by name, with their fingerprints."""
    before: Progress = field(default_factory=Progress)
    """What is there already."""
    write: bool = False
    """Whether the files of the partition change."""
    _results: list[Result] = field(default_factory=list)
    _compared: int = 0

    @classmethod
    def of(cls, partition: Partition, job: Job) -> Plan:
        """Look at the articles of a partition and at what is stored of them."""
        there = [(one, job.fingerprint(one)) for one in partition.articles()]
        there.sort(key=lambda one: one[0].name)
        plan = cls(partition, job)
        storage = Storage(job.folder)
        keys = storage.keys(partition.number, partition.of)
        if keys == frozenset((visible(one.name), known) for one, known in there):
            plan.before = Progress(0, len(there), sum(len(one.editions) for one, _ in there))
            return plan
        old = {
            (r.article, r.fingerprint): r for r in storage.results(partition.number, partition.of)
        }
        plan.write = True
        for one, known in there:
            if kept := old.get((visible(one.name), known)):
                plan._results.append(kept)
                plan.before += Progress(0, 1, len(one.editions))
            else:
                plan.wanted.append((one, known))
        return plan

    @property
    def articles(self) -> Sequence[ArticleFiles]:
        """Return the articles to compare."""
        return [one for one, _ in self.wanted]

    def take(self, report: ArticleReport) -> Progress:
        """Take the report of the next article that is to be compared."""
        article, known = self.wanted[self._compared]
        accepted = accept(report, self.job.baseline).report
        self._results.append(result(article, accepted, known))
        self._compared += 1
        return Progress(1, 0, len(article.editions))

    @property
    def complete(self) -> bool:
        """Whether nothing is left to compare."""
        return self._compared == len(self.wanted)

    def finish(self) -> None:
        """Store the partition."""
        if self.write:
            Storage(self.job.folder).write(self.partition.number, self.partition.of, self._results)


def work(
    partitions: Iterable[Partition], job: Job, encoder: Encoder, *, jobs: int = 1
) -> Iterator[Progress]:
    """Compare what is to be compared and store it, partition by partition.

    The processes do not wait at the end of a partition: they have articles of the next.

    Yields:
        What was done since.
    """
    waiting: deque[Plan] = deque()
    settled: deque[Progress] = deque()

    def articles() -> Iterator[ArticleFiles]:
        for partition in partitions:
            plan = Plan.of(partition, job)
            settled.append(plan.before)
            if plan.complete:
                plan.finish()
            else:
                waiting.append(plan)
                yield from plan.articles

    for report in workers.check_many(articles(), encoder, job.policy, jobs=jobs):
        yield from _drained(settled)
        yield waiting[0].take(report)
        if waiting[0].complete:
            waiting.popleft().finish()
    yield from _drained(settled)


def _drained(settled: deque[Progress]) -> Iterator[Progress]:
    while settled:
        yield settled.popleft()
