"""Make the pictures of the page and of the desk that the README shows.

Run: python benchmarks/screenshot.py [--output FILE.png] [--desk FILE.png] [--browser PATH]

Compares the editions of a fixture, opens the page in a headless Chromium and takes its
picture at the second error; then starts the desk and takes its picture while a sentence is
written. Needs the test dependencies (Playwright) and a Chromium.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

from transcheck import embedding, pipeline
from transcheck.model import Report
from transcheck.reporters import render
from transcheck.serving import Options, running

ROOT = Path(__file__).parents[1]
ARTICLE = ROOT / "fixtures/divergent/homs-many"
OUTPUT = ROOT / "fixtures/report.png"
DESK = ROOT / "fixtures/desk.png"
SIZE: ViewportSize = {"width": 1240, "height": 610}
STEPS = 3
"""How many findings are walked to: the third is a passage that one edition lacks."""


def page() -> bytes:
    """Return the page of the fixture, with paths as a visitor of the project knows them."""
    encoder = embedding.load(embedding.DEFAULT)
    editions = [Path(f"{ARTICLE}/{name}.txt").relative_to(ROOT) for name in ("uk", "en", "ru")]
    return render(
        Report((pipeline.check_files(None, editions, encoder),), pipeline.signature(encoder)),
        "html",
    )


def picture(path: Path, browser_path: str, output: Path) -> None:
    """Open the page at `path` and write its picture to `output`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
        )
        window = browser.new_page(viewport=SIZE, locale="en-GB", color_scheme="light")
        window.goto(path.as_uri())
        for _ in range(STEPS):
            window.keyboard.press("n")
        window.screenshot(path=output, animations="disabled")
        browser.close()


def desk_picture(browser_path: str, output: Path) -> None:
    """Correct a number of the example at the desk, begin to write a sentence, take the picture."""
    bound = running.bind("127.0.0.1", 0)
    server = running.server(Options())
    thread = threading.Thread(target=server.run, args=([bound],))
    thread.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"]
        )
        window = browser.new_page(viewport=SIZE, locale="en-GB", color_scheme="light")
        window.goto(running.address(bound))
        window.locator("[data-key='example']").click()
        window.locator(".card").first.wait_for()
        window.keyboard.press("n")
        window.locator("[data-key='advice']").click()
        window.locator(".card.done").wait_for()
        window.locator("[data-key='advice']").click()
        window.keyboard.type("While the bridge was under repair, buses to the hospital")
        window.locator(".toast").wait_for(state="detached")
        window.screenshot(path=output, animations="disabled")
        browser.close()
    server.should_exit = True
    thread.join()


def main() -> None:
    """Read the options and make the picture."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--output", type=Path, default=OUTPUT)
    parser.add_argument("--desk", type=Path, default=DESK)
    parser.add_argument("--browser", default=shutil.which("chromium"))
    options = parser.parse_args()
    if not options.browser:
        parser.error("no Chromium found: name it with --browser PATH")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(page())
        picture(path, options.browser, options.output.resolve())
    desk_picture(options.browser, options.desk.resolve())
    print(options.output, options.desk)


if __name__ == "__main__":
    main()
