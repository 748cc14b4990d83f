from __future__ import annotations

import gc
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


def test_using_the_library_leaves_the_collector_alone() -> None:
    import transcheck.api  # noqa: F401

    assert gc.get_threshold() == (700, 10, 10)
