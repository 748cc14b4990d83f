"""What holds for every test: the user's own folders are left alone, and no clock decides."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
MISSING = "no Chromium: pages are tested in a real browser; apt-get install chromium"

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser, one for all tests of pages."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
