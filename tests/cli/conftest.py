from __future__ import annotations

import sys
from pathlib import Path

import pytest

import transcheck
from tests.stand_ins import Pipeline, Result, Run
from transcheck import embedding
from transcheck.cli import main


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def run(*arguments: str | Path) -> Result:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    """Put stand-ins under the command line, and an article where it runs."""
    stand_in = Pipeline()
    monkeypatch.setitem(sys.modules, "transcheck.pipeline", stand_in)
    monkeypatch.setattr(transcheck, "pipeline", stand_in, raising=False)
    monkeypatch.setattr(embedding, "load", lambda name, **_: name)
    monkeypatch.chdir(tmp_path)
    for language in ("uk", "en", "ru"):
        file = tmp_path / f"stories/homs/{language}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("…", encoding="utf-8")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return stand_in
