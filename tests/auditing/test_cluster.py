"""The audit on a Dask cluster: the same tables, also where workers are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.archives import COLUMNS, counts, frame, rows, tables, write, write_lines
from tests.fatal_paths import DyingRead
from transcheck import auditing, embedding, pipeline
from transcheck.accepting import Baseline, Policy
from transcheck.auditing import FileSource, Job, Machine, cluster
from transcheck.discovery import discover

pytest.importorskip("distributed")
ROOT = Path(__file__).parents[2]
MANY = 24
PATIENCE = 180
FILES = ("audit", "stories", "-o", "audit", "--partition-size=6", "--no-progress")


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}


def audit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "transcheck", *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Give the tables of a run without a cluster."""
    folder = tmp_path_factory.mktemp("alone")
    write(folder / "stories", MANY)
    assert audit(folder, *FILES, "--jobs=1").returncode == 0
    return tables(folder / "audit")


class Hosts:
    """A scheduler and workers, each a process of its own, as on several hosts."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.file = folder / "scheduler.json"
        self._folder = folder
        self._stack = stack
        self._start("distributed.cli.dask_scheduler", "--port=0", "--no-dashboard", "--no-show")

    def worker(self, point: str = "a result comes", number: int = 0) -> subprocess.Popen[bytes]:
        """Start a worker that kills itself at a point; the 0th time never comes."""
        killing = ("tests.killing", point, str(number), "SIGKILL", "dask-worker")
        options = ("--no-nanny", "--nthreads=1", "--no-dashboard")
        return self._start(*killing, *options)

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", *command, f"--scheduler-file={self.file}"],
            cwd=self._folder,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process

    @property
    def address(self) -> str:
        """Return where the scheduler is, once it says so."""
        client: Any = import_module("distributed").Client
        with client(scheduler_file=str(self.file), timeout=PATIENCE, set_as_default=False) as one:
            one.wait_for_workers(2, timeout=PATIENCE)
            return str(one.scheduler.address)


@pytest.fixture
def hosts(tmp_path: Path) -> Iterator[Hosts]:
    with ExitStack() as stack:
        yield Hosts(tmp_path, stack)


@pytest.mark.parametrize(
    ("point", "number"),
    [
        pytest.param("a result comes", 1, id="at its first article"),
        pytest.param("a result comes", 3, id="in a partition"),
        pytest.param("a report is copied", 1, id="before its first file is in place"),
        pytest.param("a report is in place", 2, id="between the files of a partition"),
        pytest.param("a partition is stored", 1, id="before it says that a partition is done"),
    ],
)
def test_a_worker_killed_in_the_middle_costs_nothing_but_time(
    tmp_path: Path, alone: dict[str, list[str]], hosts: Hosts, point: str, number: int
) -> None:
    write(tmp_path / "stories", MANY)
    doomed = hosts.worker(point, number)
    hosts.worker()
    done = audit(tmp_path, *FILES, "--dask", hosts.address)
    assert done.returncode == 0, done.stderr
    assert doomed.wait(PATIENCE) == -signal.SIGKILL, "it was in the middle of something"
    assert sum(counts(done.stderr)) == MANY
    assert tables(tmp_path / "audit") == alone
    again = audit(tmp_path, *FILES, "--jobs=1")
    assert counts(again.stderr) == (0, MANY), "what the cluster stored is complete"


def test_processes_of_this_machine_and_rows(tmp_path: Path) -> None:
    write_lines(tmp_path / "export.jsonl", list(rows(MANY)))
    arguments = ("audit", "export.jsonl", "--partition-size=8", "--no-progress", *COLUMNS)
    here = audit(tmp_path, *arguments, "-o", "here", "--jobs=1")
    there = audit(tmp_path, *arguments, "-o", "there", "--dask=local:2")
    assert (here.returncode, there.returncode) == (0, 0), there.stderr
    assert tables(tmp_path / "there") == tables(tmp_path / "here")
    assert there.stderr.replace("there", "here") == here.stderr, "nothing of Dask's own"


def test_an_encoder_is_loaded_once_in_a_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def load(name: str) -> embedding.Encoder:
        calls.append(name)
        return embedding.ENCODERS.get(name).load()

    monkeypatch.setattr(cluster, "_loaded", {})
    monkeypatch.setattr(embedding, "load", load)
    assert cluster.loaded("static") is cluster.loaded("static")
    assert calls == ["static"]


def test_an_article_that_ends_every_worker_is_found_and_the_others_are_compared(
    tmp_path: Path,
) -> None:
    stories = write(tmp_path / "stories", 6)
    groups = list(discover([stories]).articles)
    groups[3] = replace(groups[3], editions=tuple(map(DyingRead, groups[3].editions)))
    encoder = embedding.load()
    job = Job(
        folder=tmp_path / "audit",
        root=tmp_path,
        encoder=encoder.name,
        policy=Policy(),
        baseline=Baseline(),
        signature=pipeline.signature(encoder),
    )
    done = auditing.audit(FileSource(tuple(groups)), job, Machine(encoder, dask="local:1"))
    assert done.overview.unchecked == 1
    (lost,) = frame(tmp_path / "audit", "unchecked").itertuples()
    assert lost.article == "story-03"
    assert "the process that compared it ended (signal 9)" in str(lost.reason)
    assert sorted(frame(tmp_path / "audit", "findings").article) == ["story-00"]


def test_no_cluster_is_told(tmp_path: Path) -> None:
    write(tmp_path / "stories", 2)
    done = audit(tmp_path, *FILES, "--dask=tcp://127.0.0.1:9")
    assert done.returncode == 3
    assert "no Dask cluster at tcp://127.0.0.1:9" in done.stderr
    assert "Traceback" not in done.stderr
