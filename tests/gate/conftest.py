from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.repositories import ISOLATED, Repository
from tests.stand_ins import Result, Run
from transcheck.cli import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def run(*arguments: str | Path) -> Result:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Return a repository with three articles whose editions agree; it is the working folder."""
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    repository = Repository(tmp_path / "newsroom")
    for name in ("court", "homs", "sport"):
        shutil.copytree(ROOT / "fixtures/articles" / name, repository.folder / "stories" / name)
    repository.commit("three stories")
    monkeypatch.chdir(repository.folder)
    return repository
