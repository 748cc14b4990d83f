"""A desk in the tests' process and a real browser before it: one of each for the folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page

from tests import windows
from tests.desks import EXAMPLE, Desk, serving
from transcheck.serving import Limits, Options


@pytest.fixture(scope="session")
def desk() -> Iterator[Desk]:
    options = Options(
        private=True,
        edit_url="https://cms.example/{article}/{language}",
        limits=Limits(rate=0),
    )
    with serving(options) as running:
        yield running


class Visitor(windows.Visitor):
    """Somebody at the desk, which may tell the console what is no error."""

    faults = frozenset({"error", "warning"})

    def __init__(self, context: BrowserContext, root: str) -> None:
        self.root = root
        super().__init__(context, f"{root}/")

    def paste(self, *texts: str) -> Page:
        """Put texts into the boxes and have them checked."""
        for number, text in enumerate(texts):
            self.page.locator(f"#text-{number}").fill(text)
        return self.check()

    def check(self) -> Page:
        """Press the button, and wait for what comes of it."""
        self.page.locator("[data-key='check']").click()
        self.page.locator("body.at-article").wait_for()
        return self.page


Opener = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, desk: Desk) -> Iterator[Opener]:
    """Open the desk; every visitor starts without a memory."""
    visitors: list[Visitor] = []

    def open_desk(
        root: str = desk.root,
        locale: str = "en-GB",
        size: tuple[int, int] = windows.WIDE,
        theme: str = "light",
        *,
        bypass_csp: bool = False,
    ) -> Visitor:
        context = browser.new_context(
            locale=locale,
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            bypass_csp=bypass_csp,
            accept_downloads=True,
            reduced_motion="reduce",
        )
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        visitors.append(Visitor(context, root))
        return visitors[-1]

    yield open_desk
    for each in visitors:
        each.context.close()
        assert each.errors == []
        own = (each.root, f"blob:{each.root}")
        assert [url for url in each.requests if not url.startswith(own)] == []


@pytest.fixture
def at_work(visit: Opener) -> Page:
    """The desk with the example on it: a number is wrong in English, a sentence is missing."""
    return visit().paste(*EXAMPLE.values())


def copied(page: Page, language: str) -> str:
    """Return what the button that copies an edition puts on the clipboard."""
    page.locator("#status").evaluate("status => status.replaceChildren()")
    page.locator(f".head [data-copy='{language}']").click()
    page.locator("#status", has_text="copied").wait_for()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def edit(page: Page, edition: int, word: str) -> None:
    """Click at a sentence and let it be changed."""
    page.locator(f".sentence[data-n='{edition}']", has_text=word).first.click()
    page.locator(".sentence.editing", has_text=word).wait_for()


def upload(name: str, data: bytes) -> FilePayload:
    """Return a file as a browser takes it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}
