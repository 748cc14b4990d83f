from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_reports import homs
from tests.stand_ins import Pipeline, Run


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(("stories",), id="a folder"),
        pytest.param(("stories/homs/uk.txt", "stories/homs/en.txt"), id="the editions of one"),
    ],
)
def test_the_page_is_written(
    run: Run, pipeline: Pipeline, tmp_path: Path, paths: tuple[str, ...]
) -> None:
    pipeline.reports = (homs(),)
    result = run("report", *paths, "--output", "page.html", "--quiet")
    assert (result.code, result.out, result.err) == (1, "", "")
    assert (tmp_path / "page.html").read_bytes().startswith(b"<!doctype html>")
    assert bool(pipeline.groups[0].keys) == (len(paths) == 1)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param((), id="nowhere to write it"),
        pytest.param(("--output", "page.json"), id="another format"),
    ],
)
def test_without_a_page_to_write_it_says_how(
    run: Run, pipeline: Pipeline, options: tuple[str, ...]
) -> None:
    result = run("report", "stories", *options)
    assert result.code == 2
    assert "--output FILE.html" in result.err
    assert not pipeline.groups


def test_other_formats_may_come_along(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    pipeline.reports = (homs(),)
    run("report", "stories", "--output", "html=a.html", "--output", "json=a.json", "--quiet")
    assert sorted(path.name for path in tmp_path.glob("a.*")) == ["a.html", "a.json"]
