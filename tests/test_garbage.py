from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from transcheck.cli import main


@pytest.fixture(autouse=True)
def _the_usual_collector() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*usual)


def test_a_command_collects_garbage_seldom_but_does_collect_it() -> None:
    main(["--help"])

    assert gc.isenabled()
    assert gc.get_threshold()[0] > 10_000


def test_a_command_ends_without_a_last_look_at_everything() -> None:
    program = """
import atexit, gc
atexit.register(lambda: print(gc.get_freeze_count() > 1000))  # the first one comes last
from transcheck.cli import main
main(["--version"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[-1] == "True"


def test_using_the_library_leaves_the_collector_alone() -> None:
    import transcheck.api  # noqa: F401

    assert gc.get_threshold() == (700, 10, 10)
