"""Two audits do not write into one folder at once: real processes, one of them held."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from tests.archives import counts, frame, put, story, tables, write
from transcheck.cli import main

ROOT = Path(__file__).parents[2]
MANY = 8
PATIENCE = 120
ARGUMENTS = ("audit", "stories", "-o", "audit", "--partition-size=4", "--no-progress")
HERE = "--jobs=1"
Held = subprocess.Popen[str]


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "stories", MANY)


@contextmanager
def held(point: str, number: int, *options: str) -> Iterator[Held]:
    """Run an audit that stops itself at a point, and wait until it has."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.killing", point, str(number), "SIGSTOP",
         *ARGUMENTS, *options],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    guard = threading.Timer(PATIENCE, process.kill)
    guard.start()
    try:
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), "it came to the point"
        yield process
    finally:
        guard.cancel()
        process.kill()
        process.communicate()


def finished(process: Held) -> str:
    """Let an audit go on to its end and return what it said."""
    process.send_signal(signal.SIGCONT)
    _, said = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, said
    return said


@pytest.mark.parametrize(
    ("point", "first", "second"),
    [
        pytest.param("a report is copied", HERE, HERE, id="before anything is written"),
        pytest.param("a result comes", HERE, HERE, id="in a partition"),
        pytest.param("a result comes", "--jobs=2", HERE, id="with several processes"),
        pytest.param("a result comes", HERE, "--dask=local:1", id="the second on a cluster"),
        pytest.param("a report is copied", "--dask=local:1", HERE, id="the first on a cluster"),
    ],
)
def test_a_second_audit_is_told_and_the_first_goes_on(
    stories: Path, capsys: pytest.CaptureFixture[str], point: str, first: str, second: str
) -> None:
    with held(point, 1, first) as process:
        before = sorted(Path("audit").rglob("*"))
        put(stories, 70, story(70))
        assert main([*ARGUMENTS, second]) == 2
        told = capsys.readouterr().err
        assert f"another audit is writing into {Path('audit').absolute()}" in told
        assert "wait until it has ended, or name another folder with --output" in told
        assert "Traceback" not in told
        assert sorted(Path("audit").rglob("*")) == before, "the second one touched nothing"
        assert counts(finished(process)) == (MANY, 0)
    assert sorted(frame(Path("audit"), "articles").article) == [
        f"story-{n:02}" for n in range(MANY)
    ]
    assert main([*ARGUMENTS, HERE]) == 0
    assert counts(capsys.readouterr().err) == (1, MANY), "it is free when the first one has ended"


def test_a_killed_audit_keeps_nobody_out(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with held("a partition is stored", 1, HERE) as process:
        process.kill()
        process.wait(PATIENCE)
        assert main([*ARGUMENTS, HERE]) == 0
    assert sum(counts(capsys.readouterr().err)) == len(list(stories.iterdir()))


def test_other_folders_are_free(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with held("a result comes", 1, HERE):
        assert main([*ARGUMENTS, HERE, "--output=other"]) == 0
    assert counts(capsys.readouterr().err) == (len(list(stories.iterdir())), 0)


def refusing(number: int) -> Callable[..., NoReturn]:
    def flock(*_: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return flock


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
def test_a_disk_without_locks_is_told_and_the_audit_goes_on(
    stories: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    assert main([*ARGUMENTS, HERE, "--output=guarded"]) == 0
    assert "locks" not in capsys.readouterr().err
    monkeypatch.setattr(fcntl, "flock", refusing(number))
    assert main([*ARGUMENTS, HERE]) == 0
    said = capsys.readouterr().err
    assert "the disk of the folder knows no locks: make sure that no other audit" in said
    assert counts(said) == (len(list(stories.iterdir())), 0)
    assert tables(Path("audit")) == tables(Path("guarded"))


@pytest.mark.usefixtures("stories")
def test_what_else_goes_wrong_with_the_lock_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcntl, "flock", refusing(errno.EIO))
    assert main([*ARGUMENTS, HERE]) == 3
    said = capsys.readouterr().err
    assert f"{Path('audit').absolute()} cannot be written: Input/output error" in said
    assert "Traceback" not in said
