"""``transcheck cache``, and what a run says of a cache that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stand_ins import Pipeline, Run
from transcheck import embedding
from transcheck.embedding.vector_store import FILE, MEGABYTE, VectorStore


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path / "vectors"))
    monkeypatch.delenv("TRANSCHECK_CACHE_MB")
    return tmp_path / "vectors"


def filled(folder: Path) -> VectorStore:
    store = VectorStore(folder, MEGABYTE)
    store.put({bytes([n]): bytes(1536) for n in range(50)})
    return store


def test_show_names_path_entries_and_size(run: Run, folder: Path) -> None:
    filled(folder)
    result = run("cache", "show")
    assert (result.code, result.err) == (0, "")
    path, entries, size = (line.split(maxsplit=1) for line in result.out.splitlines())
    assert path == ["path", str(folder / FILE)]
    assert entries == ["entries", "50"]
    assert size == ["size", "0.1 MB"]


def test_show_of_no_cache_makes_none(run: Run, folder: Path) -> None:
    result = run("cache", "show")
    assert (result.code, result.err) == (0, "")
    assert "entries  0\n" in result.out
    assert not folder.exists()


def test_clear_removes_it(run: Run, folder: Path) -> None:
    filled(folder)
    result = run("cache", "clear")
    assert (result.code, result.err) == (0, "")
    assert result.out == f"removed 0.1 MB from {folder}\n"
    assert not folder.exists()
    assert run("cache", "clear").code == 0


def test_clear_removes_a_damaged_one_without_opening_it(run: Run, folder: Path) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(b"no database")
    result = run("cache", "clear")
    assert (result.code, result.err) == (0, "")
    assert not folder.exists()


def test_what_cannot_be_cleared_is_named(run: Run, folder: Path) -> None:
    (folder / FILE / "inside").mkdir(parents=True)
    result = run("cache", "clear")
    assert (result.code, result.out) == (3, "")
    assert FILE in result.err
    assert "Traceback" not in result.err


def test_a_size_that_is_no_number_is_wrong_usage(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANSCHECK_CACHE_MB", "large")
    result = run("cache", "show")
    assert (result.code, result.out) == (2, "")
    assert "TRANSCHECK_CACHE_MB is 'large'" in result.err
    assert not folder.exists()


@pytest.mark.parametrize("arguments", [(), ("show",), ("clear",)])
def test_its_help_needs_no_cache(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    result = run("cache", *arguments, "--help")
    assert (result.code, result.err) == (0, "")
    assert not folder.exists()


def test_the_help_says_where_it_is_and_has_examples(run: Run) -> None:
    out = run("cache", "--help").out
    for name in ("TRANSCHECK_CACHE", "XDG_CACHE_HOME", "TRANSCHECK_CACHE_MB"):
        assert f"${name}" in out
    assert "    transcheck cache clear" in out


@pytest.mark.parametrize(
    ("options", "heard"), [((), True), (("--quiet",), False)], ids=["said", "quiet"]
)
def test_a_run_says_that_it_works_without(
    run: Run,
    pipeline: Pipeline,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    heard: bool,
) -> None:
    def load(_name: str, *, remark: embedding.Remark) -> str:
        remark("works without the cache")
        return "labse"

    monkeypatch.setattr(embedding, "load", load)
    result = run("gate", "stories", "--encoder", "labse", *options)
    assert result.code == 0
    assert pipeline.encoder == "labse"
    assert ("transcheck: works without the cache\n" in result.err) is heard
