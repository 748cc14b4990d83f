"""The partitions of an audit, one after another, by this process or several of this machine."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from transcheck import workers
from transcheck.auditing.partitions import Partition
from transcheck.auditing.work import Job, Plan, Progress
from transcheck.discovery import ArticleFiles
from transcheck.embedding import Encoder


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
