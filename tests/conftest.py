"""What holds for every test: the user's own folders are left alone, and no clock decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

# A busy machine is no defect.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


@pytest.fixture(scope="session", autouse=True)
def no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Switch the cache of vectors off, in the processes that tests start as well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRANSCHECK_CACHE", str(tmp_path_factory.mktemp("no-cache") / "cache"))
        patch.setenv("TRANSCHECK_CACHE_MB", "0")
        yield
