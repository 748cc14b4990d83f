"""An audit that is killed goes on where it was, and comes to the same as one that is not."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from contextlib import chdir, redirect_stderr
from pathlib import Path

import pytest

from tests.archives import COLUMNS, ENGLISH, counts, put, rows, story, tables, write, write_lines
from transcheck.auditing.storage import LOCK
from transcheck.cli import main

ROOT = Path(__file__).parents[2]
MANY = 12
PATIENCE = 120
"""Seconds after which a test fails that waits for what never comes."""
FILES = ("audit", "stories", "-o", "audit", "--partition-size=4", "--jobs=1")
ROWS = ("audit", "export.jsonl", "-o", "audit", "--partition-size=4", "--jobs=1", *COLUMNS)
STORED = 4
"""Files of a partition, one a table."""


def kill(folder: Path, point: str, number: int, *arguments: str, name: str = "SIGKILL") -> str:
    """Run a command that gets a signal at a point, and return what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.killing", point, str(number), name, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == (-signal.SIGKILL if name == "SIGKILL" else 143), done.stderr
    return done.stderr


def complete(folder: Path, *arguments: str) -> tuple[int, int]:
    """Run a command to its end; how many articles it compared, and how many were there."""
    said = io.StringIO()
    with chdir(folder), redirect_stderr(said):
        assert main(arguments) == 0, said.getvalue()
    return counts(said.getvalue())


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".*")]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("undisturbed")
    write(folder / "stories", MANY)
    assert complete(folder, *FILES) == (MANY, 0)
    return tables(folder / "audit")


@pytest.fixture(scope="module")
def undisturbed_rows(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    folder = tmp_path_factory.mktemp("undisturbed-rows")
    write_lines(folder / "export.jsonl", list(rows(MANY)))
    assert complete(folder, *ROWS) == (MANY, 0)
    return tables(folder / "audit")


@pytest.mark.parametrize(
    ("point", "number", "stored"),
    [
        pytest.param("a report is copied", 1, 0, id="before the manifest is written"),
        pytest.param("a result comes", 1, 0, id="before the first article"),
        pytest.param("a result comes", 3, 0, id="in a partition"),
        pytest.param("a report is copied", 2, 0, id="with the first file half written"),
        pytest.param("a report is in place", 3, 0, id="between the files of a partition"),
        pytest.param("a report is in place", 1 + STORED, 1, id="with one partition stored"),
        pytest.param("a report is in place", 2 + STORED, 1, id="between those of the next"),
        pytest.param("a partition is stored", 3, 3, id="with three partitions stored"),
        pytest.param("a report is copied", 2 + 4 * STORED, 4, id="before the summary"),
        pytest.param("a report is in place", 2 + 4 * STORED + 5, 4, id="with everything in place"),
    ],
)
def test_the_next_run_compares_the_rest(
    tmp_path: Path, undisturbed: dict[str, list[str]], point: str, number: int, stored: int
) -> None:
    write(tmp_path / "stories", MANY)
    kill(tmp_path, point, number, *FILES)
    compared, unchanged = complete(tmp_path, *FILES)
    assert compared + unchanged == MANY, "none is lost, none is compared twice"
    assert (compared == MANY) == (stored == 0)
    assert (compared == 0) == (stored == 4)
    assert tables(tmp_path / "audit") == undisturbed
    assert hidden(tmp_path / "audit") == [LOCK], "nothing is left of the killed run"


@pytest.mark.parametrize(
    ("point", "number"),
    [
        pytest.param("rows are sorted", 1, id="while rows are sorted"),
        pytest.param("a result comes", 2, id="in a partition"),
        pytest.param("a partition is stored", 2, id="with two partitions stored"),
    ],
)
def test_so_it_is_with_rows(
    tmp_path: Path, undisturbed_rows: dict[str, list[str]], point: str, number: int
) -> None:
    write_lines(tmp_path / "export.jsonl", list(rows(MANY)))
    kill(tmp_path, point, number, *ROWS)
    assert sum(complete(tmp_path, *ROWS)) == MANY
    assert tables(tmp_path / "audit") == undisturbed_rows
    assert hidden(tmp_path / "audit") == [LOCK]


def test_so_it_is_with_several_processes(tmp_path: Path, undisturbed: dict[str, list[str]]) -> None:
    write(tmp_path / "stories", MANY)
    kill(tmp_path, "a result comes", 7, *FILES, "--jobs=2")
    compared, unchanged = complete(tmp_path, *FILES, "--jobs=2")
    assert compared + unchanged == MANY
    assert unchanged
    assert tables(tmp_path / "audit") == undisturbed


def test_killed_again_and_again_it_comes_to_an_end(
    tmp_path: Path, undisturbed: dict[str, list[str]]
) -> None:
    write(tmp_path / "stories", MANY)
    for _ in range(3):
        kill(tmp_path, "a partition is stored", 1, *FILES)
    assert 0 < complete(tmp_path, *FILES)[0] < MANY - 2
    assert tables(tmp_path / "audit") == undisturbed


@pytest.mark.parametrize("number", [2, 3, 4], ids=lambda n: f"{n - 1} files replaced")
def test_an_update_killed_between_files_leaves_no_mixture(
    tmp_path: Path, undisturbed: dict[str, list[str]], number: int
) -> None:
    write(tmp_path / "stories", MANY)
    complete(tmp_path, *FILES)
    put(tmp_path / "stories", 6, {"en": ENGLISH.format(7, 99, 99)})
    kill(tmp_path, "a report is in place", number, *FILES)
    put(tmp_path / "stories", 6, story(6))
    complete(tmp_path, *FILES)
    assert tables(tmp_path / "audit") == undisturbed


def test_a_signal_says_that_it_goes_on_and_what_was_done(tmp_path: Path) -> None:
    write(tmp_path / "stories", MANY)
    said = kill(tmp_path, "a result comes", 6, *FILES, name="SIGTERM")
    assert "interrupted: 5 articles were compared; run the same command again" in said
    assert "Traceback" not in said
    compared, _ = complete(tmp_path, *FILES)
    assert compared < MANY
