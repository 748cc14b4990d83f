from __future__ import annotations

import os
from pathlib import Path

import pytest

from transcheck import workers
from transcheck.workers import AUTO, jobs_for


@pytest.mark.parametrize(
    ("asked", "articles", "processors", "jobs"),
    [
        pytest.param(AUTO, 1, 8, 1, id="one article"),
        pytest.param(AUTO, 2 * workers.PAYS - 1, 8, 1, id="too few articles for a second"),
        pytest.param(AUTO, 2 * workers.PAYS, 8, 2, id="enough for a second"),
        pytest.param(AUTO, 1000, 8, 8, id="no more than processors"),
        pytest.param(AUTO, 1000, 1, 1, id="one processor"),
        pytest.param(AUTO, 0, 8, 1, id="nothing to do"),
        pytest.param(3, 1000, 1, 3, id="as asked"),
        pytest.param(8, 2, 8, 2, id="no more than articles"),
        pytest.param(8, 0, 8, 1, id="asked, and nothing to do"),
    ],
)
def test_how_many_processes(
    monkeypatch: pytest.MonkeyPatch, asked: int | str, articles: int, processors: int, jobs: int
) -> None:
    monkeypatch.setattr(workers, "cores", lambda: processors)
    assert jobs_for(asked, articles) == jobs


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, 16, id="no control groups"),
        pytest.param({"cpu.max": "max 100000\n"}, 16, id="no limit"),
        pytest.param({"cpu.max": "200000 100000\n"}, 2, id="two processors' time"),
        pytest.param({"cpu.max": "150000 100000\n"}, 2, id="one and a half"),
        pytest.param({"cpu.max": "50000 100000\n"}, 1, id="a half"),
        pytest.param({"cpu.max": "9900000 100000\n"}, 16, id="more than there are"),
        pytest.param({"cpu.max": "quota"}, 16, id="not understood"),
        pytest.param(
            {"cpu/cpu.cfs_quota_us": "300000\n", "cpu/cpu.cfs_period_us": "100000\n"},
            3,
            id="version 1",
        ),
        pytest.param(
            {"cpu/cpu.cfs_quota_us": "-1\n", "cpu/cpu.cfs_period_us": "100000\n"},
            16,
            id="version 1 without a limit",
        ),
    ],
)
def test_a_container_has_as_many_processors_as_its_quota(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, files: dict[str, str], expected: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(16)), raising=False)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert workers.cores(tmp_path) == expected


def test_processors_the_process_is_not_bound_to_do_not_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {5}, raising=False)
    assert workers.cores(tmp_path) == 1


def test_a_system_that_does_not_tell_is_asked_for_all_it_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert workers.cores(tmp_path) == 6
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert workers.cores(tmp_path) == 1
