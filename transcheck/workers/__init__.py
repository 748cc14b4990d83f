"""Articles compared by several processes at once, with the same result as by one.

::

    this process        `crew`     gives out chunks of articles, takes reports, in order
      │  ▲              `wire`     what is said between the two, over pipes
      ▼  │
    other processes     `worker`   read, align and compare the articles of a chunk

Processes are started anew and not forked: FAISS and torch run threads, which do
not survive a fork. They are told everything over their pipes and end when these close, so
that none outlives the run, however that ends. A fast encoder is loaded by each of them; a
slow one (a transformer, half a gigabyte, with threads of its own) only by this process,
which encodes for all.

What is encoded together does not depend on the number of processes. Hence the same bytes,
but for one thing: of a text that several chunks have, a cache keeps the vector that was first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from math import ceil
from pathlib import Path

from transcheck.accepting import Policy
from transcheck.discovery import ArticleFiles
from transcheck.embedding import ENCODERS, Encoder
from transcheck.errors import TranscheckError
from transcheck.model import ArticleReport
from transcheck.workers.process import Crew
from transcheck.workers.worker import Setup, failed

AUTO = "auto"
PAYS = 20
"""Articles for which one more process pays: starting it costs about as much processor time
as comparing ten (`benchmarks/scale.py`)."""
_CGROUP = Path("/sys/fs/cgroup")


def jobs_for(asked: int | str, articles: int) -> int:
    """Return with how many processes so many articles are compared.

    Args:
        asked: a number of processes, or `AUTO`.
        articles: how many there are.
    """
    if isinstance(asked, int):
        return max(1, min(asked, articles))
    return max(1, min(cores(), articles // PAYS))


def cores(root: Path = _CGROUP) -> int:
    """Return the processors that this process may use, at least 1.

    Counted are those it is bound to (``taskset``), not those of the machine, and no more
    than a container has of them: its quota of time, where the control group `root` has one
    (docs.kernel.org/admin-guide/cgroup-v2.html, ``cpu.max``; version 1, ``cpu.cfs_quota_us``).
    """
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    quota = _quota(root)
    return max(1, min(bound or 1, ceil(quota) if quota else bound or 1))


def _quota(root: Path) -> float | None:
    """Return the processors' worth of time that a control group may use, or None for all."""
    for files in (
        (root / "cpu.max",),
        (root / "cpu/cpu.cfs_quota_us", root / "cpu/cpu.cfs_period_us"),
    ):
        try:
            quota, period = map(int, " ".join(file.read_text() for file in files).split())
        except (OSError, ValueError):  # another system or version, or "max"
            continue
        if quota > 0 and period > 0:
            return quota / period
    return None


__all__ = ["AUTO", "check_many", "jobs_for"]

_PLAIN = Policy()
FEW, MANY = 8, 32
"""Articles of a chunk: a slow encoder wants many sentences at once, and the same ones for any
number of processes. To a fast one they are all the same, and small chunks spread better."""


def check_many(
    groups: Iterable[ArticleFiles],
    encoder: Encoder,
    policy: Policy = _PLAIN,
    *,
    jobs: int = 1,
    progress: Callable[[int], None] = lambda _done: None,
) -> Iterator[ArticleReport]:
    """Compare article after article, in this process or in several others.

    An article on which the program fails, or a process dies, is reported as one that could
    not be checked, and the others are checked all the same.

    Args:
        groups: the files of each article; of an iterator no more is taken than is worked on.
        encoder: turns sentences into vectors.
        policy: which checks run, and what of their findings counts.
        jobs: processes to compare with; 1 is this one (`jobs_for` tells how many pay).
        progress: is told after each article how many are done.

    Yields:
        One report an article, in the order of `groups`.

    Raises:
        TranscheckError: the encoder fails, or no process can be started.
    """
    reports = _spread(groups, encoder, policy, jobs) if jobs > 1 else _here(groups, encoder, policy)
    for done, report in enumerate(reports, 1):
        progress(done)
        yield report


def _spread(
    groups: Iterable[ArticleFiles], encoder: Encoder, policy: Policy, jobs: int
) -> Iterator[ArticleReport]:
    own = encoder.name in ENCODERS.names() and not ENCODERS.get(encoder.name).slow
    with Crew(jobs, Setup(encoder.name, encoder.family, own, policy), encoder) as crew:
        yield from crew.reports(_chunks(groups, FEW if own else MANY))


def _here(
    groups: Iterable[ArticleFiles], encoder: Encoder, policy: Policy
) -> Iterator[ArticleReport]:
    from transcheck import pipeline

    for chunk in _chunks(groups, MANY):
        done = 0
        try:
            for report in pipeline.check_many(chunk, encoder, policy):
                done += 1
                yield report
        except TranscheckError:
            raise
        except Exception:
            yield from (_alone(group, encoder, policy) for group in chunk[done:])


def _alone(group: ArticleFiles, encoder: Encoder, policy: Policy) -> ArticleReport:
    from transcheck import pipeline

    try:
        return next(pipeline.check_many([group], encoder, policy))
    except TranscheckError:
        raise
    except Exception as error:
        return failed(group, error)


def _chunks(groups: Iterable[ArticleFiles], size: int) -> Iterator[Sequence[ArticleFiles]]:
    coming = iter(groups)
    while chunk := tuple(islice(coming, size)):
        yield chunk
