"""A real browser with the network off, and pages of reports made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.sample_reports import SIGNATURE
from tests.windows import WIDE, Visitor
from transcheck.model import ArticleReport, Report
from transcheck.reporters import render


class Visit(Visitor):
    """One visitor of a page that is a file."""

    def __init__(self, context: BrowserContext, path: Path) -> None:
        self.path = path
        super().__init__(context, path.as_uri())


Opener = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open the page of some articles; every visitor starts without a memory."""
    visits: list[Visit] = []

    def open_page(
        *articles: ArticleReport,
        locale: str = "en-GB",
        size: tuple[int, int] = WIDE,
        script: str = "",
        theme: str = "light",
        bypass_csp: bool = False,
    ) -> Visit:
        path = tmp_path / "page.html"
        path.write_bytes(render(Report(articles, SIGNATURE), "html"))
        context = browser.new_context(
            offline=True,
            locale=locale,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            bypass_csp=bypass_csp,
            accept_downloads=True,
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        if script:
            context.add_init_script(script)
        visits.append(Visit(context, path))
        return visits[-1]

    yield open_page
    for each in visits:
        each.context.close()
        assert each.errors == []
        assert {url.partition(":")[0] for url in each.requests} <= {"file", "blob"}
