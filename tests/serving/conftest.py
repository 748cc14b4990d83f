from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desks import Desk, serving
from transcheck.serving import Limits, Options

TOKEN = "a word that nobody guesses"  # noqa: S105


@pytest.fixture(scope="session")
def desk() -> Iterator[Desk]:
    """A desk as anybody starts it on a machine of their own."""
    with serving(Options(limits=Limits(rate=0))) as running:
        yield running


@pytest.fixture(scope="session")
def closed() -> Iterator[Desk]:
    """A desk that asks for a token, and has little patience."""
    limits = Limits(rate=0, body=5_000, letters=2_000, patience=0.4, editions=3)
    with serving(Options(token=TOKEN, origins=("https://cms.example",), limits=limits)) as running:
        yield running
