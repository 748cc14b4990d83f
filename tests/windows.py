"""Windows of a real browser: what they ask for, what goes wrong in them, what axe finds there."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

WIDE = (1440, 900)
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Visitor:
    """Somebody at an address: windows, what they asked for, what went wrong."""

    faults: frozenset[str] | None = None
    """Types of messages on the console that are faults; None: all are."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page = self.window()

    def window(self, fragment: str = "") -> Page:
        page = self.context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._told)
        page.on("dialog", lambda dialog: self.errors.append(f"dialog {dialog.message}"))
        page.goto(self.address + fragment)
        return page

    def _told(self, message: ConsoleMessage) -> None:
        if self.faults is None or message.type in self.faults:
            self.errors.append(message.text)


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong on a page."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)
    assert len(found["passes"]) > 10, "axe looked at something"
    return [
        f"{each['impact']} {each['id']}: {node['html'][:150]} {node['failureSummary'][:300]}"
        for each in found["violations"]
        for node in each["nodes"][:2]
    ]
