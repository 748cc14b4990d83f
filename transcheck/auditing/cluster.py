"""The partitions of an audit as tasks of a Dask cluster.

A task reads its partition, compares, and writes its files into the folder of the audit, which
every worker must see under the same path. What travels is small: where the partition is, and
how many articles were compared. A task whose worker ends is given to another one by Dask; it
writes the same files again, so nothing is lost and nothing twice.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from transcheck import embedding, pipeline, workers
from transcheck.auditing.partitions import Partition
from transcheck.auditing.tables import library
from transcheck.auditing.work import Job, Plan, Progress
from transcheck.embedding import Encoder
from transcheck.errors import TranscheckError, UsageError

LOCAL = "local:"
_CONNECT = "10s"
_loading = threading.Lock()
_loaded: dict[str, Encoder] = {}
"""The encoder of this process, a worker of the cluster; at most one."""


def work(partitions: Iterable[Partition], job: Job, address: str) -> Iterator[Progress]:
    """Give every partition to a worker.

    Args:
        partitions: all of the run.
        job: what they have in common.
        address: of a scheduler (``tcp://host:8786``), or ``local:N`` for so many processes.

    Yields:
        What was done, partition by partition, in any order.

    Raises:
        TranscheckError: the cluster cannot be reached, or a worker cannot do the work.
    """
    distributed = library("distributed", "dask")
    with connected(address) as client:
        tasks = {client.submit(done, one, job, pure=False): one for one in partitions}
        again: set[Any] = set()
        finished = distributed.as_completed(tasks, loop=client.loop)
        for task in finished:
            partition = tasks.pop(task)
            error = task.exception()
            if isinstance(error, distributed.KilledWorker) and task not in again:
                # Some article ends every process that compares it: in one of its own it is
                # found and reported, and the others are compared.
                alone = client.submit(done, partition, job, isolated=True, pure=False)
                tasks[alone] = partition
                again.add(alone)
                finished.add(alone)
            elif error is not None:
                raise _failure(error)
            else:
                yield task.result()


def _failure(error: BaseException) -> TranscheckError:
    if isinstance(error, TranscheckError):
        return error
    return TranscheckError(
        f"a worker of the cluster failed: {type(error).__name__}: {error}",
        hint="install the same transcheck on all of them, and see what their logs say",
    )


def done(partition: Partition, job: Job, *, isolated: bool = False) -> Progress:
    """Do the work on one partition; runs on a worker."""
    _check(partition, job)
    encoder = loaded(job.encoder)
    if pipeline.signature(encoder, job.policy) != job.signature:
        raise TranscheckError(
            "a worker of the cluster has another version of transcheck, or of the encoder",
            hint="install the same on all of them; name a transformer with its precision,"
            " as in NAME:float32, where the processors differ",
        )
    plan = Plan.of(partition, job)
    progress = plan.before
    for report in workers.check_many(plan.articles, encoder, job.policy, jobs=2 if isolated else 1):
        progress += plan.take(report)
    plan.finish()
    return progress


def loaded(name: str) -> Encoder:
    """Return an encoder, loaded by the first task of the worker that needs it."""
    with _loading:
        if name not in _loaded:
            _loaded.clear()
            _loaded[name] = embedding.load(name)
        return _loaded[name]


def _check(partition: Partition, job: Job) -> None:
    if not (job.folder / "manifest.json").exists():
        raise TranscheckError(
            f"a worker of the cluster does not see {job.folder}",
            hint="the folder must be on a disk that all hosts share, under the same path",
        )
    if partition.relative and Path.cwd() != job.root:
        raise TranscheckError(
            f"a worker of the cluster runs in {Path.cwd()}, where other files may be meant",
            hint=f"name SOURCE by an absolute path, or start the workers in {job.root}",
        )


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """Connect with a cluster, or start one on this machine, and leave it in the end.

    Raises:
        UsageError: the address is none.
        TranscheckError: nobody answers there.
    """
    distributed = library("distributed", "dask")
    with ExitStack() as stack:
        target: Any = address
        if address.startswith(LOCAL):
            number = address.removeprefix(LOCAL)
            if not number.isdecimal() or int(number) < 1:
                raise UsageError(f"--dask {address} names no number of processes", hint="local:2")
            target = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=int(number),
                    threads_per_worker=1,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            )
        try:
            client = distributed.Client(target, timeout=_CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise TranscheckError(
                f"no Dask cluster at {address}: {error}", hint="start it: dask scheduler"
            ) from error
        yield stack.enter_context(client)
