"""How fast the desk is: to the first finding, after an edit, and with eight clients at once.

    python benchmarks/desk.py

It starts ``transcheck serve`` as a process of its own, opens the page in Chromium where there
is one, and asks the API from eight threads. Texts are made up: 3 × 40 sentences.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from transcheck.serving.stories import example

PARAGRAPHS = 10
CLIENTS, CHECKS, ROUNDS = 8, 50, 4
EDITS = 15


def texts() -> list[str]:
    """Return three editions of 40 sentences or more; every paragraph has numbers of its own."""
    made = []
    for source in example().values():
        title, *paragraphs = source.data.decode().strip().split("\n\n")
        pool = (paragraphs * PARAGRAPHS)[: 2 * PARAGRAPHS + 2]
        body = [
            re.sub(r"\b(46|12)\b", lambda found, n=n: str(int(found[1]) + n), paragraph)  # type: ignore[misc]
            for n, paragraph in enumerate(pool)
        ]
        made.append("\n\n".join([title, *body]))
    return made


@contextmanager
def desk() -> Iterator[tuple[str, int]]:
    """Run a server; yield its address and the number of its process."""
    command = [sys.executable, "-m", "transcheck", "serve", "--port", "0", "--rate", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        told = (process.stderr or sys.stdin).readline()
        address = re.search(r"http://\S+?(?=/;)", told)
        if address is None:
            raise SystemExit(told)
        try:
            yield address[0], process.pid
        finally:
            process.terminate()


def ask(root: str, asked: object) -> float:
    """Return the seconds that a check takes, from outside."""
    begun = time.perf_counter()
    request = urllib.request.Request(  # noqa: S310
        f"{root}/api/check", json.dumps(asked).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        answer.read()
    return time.perf_counter() - begun


def megabytes(process: int) -> float:
    """Return the memory that a process has, on Linux."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def at_once(root: str, process: int) -> None:
    """Ask from eight threads, several times over."""
    asked = {"article": "bridge", "editions": [{"text": text} for text in texts()]}
    ask(root, asked)
    for number in range(ROUNDS):
        begun = time.perf_counter()
        with ThreadPoolExecutor(CLIENTS) as clients:
            taken = list(clients.map(lambda _: ask(root, asked), range(CHECKS)))
        seconds = time.perf_counter() - begun
        print(
            f"round {number + 1}: {CHECKS} checks by {CLIENTS} clients in {seconds:.1f} s, "
            f"median {statistics.median(taken) * 1000:.0f} ms, longest {max(taken) * 1000:.0f} ms, "
            f"{megabytes(process):.0f} MB, no error"
        )


def in_browser(root: str) -> None:
    """Paste, press the button, type; tell how long the findings take."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        print("no Chromium: nothing measured in the browser")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(root)
        for number, text in enumerate(texts()):
            page.locator(f"#text-{number}").fill(text)
        first = float(page.evaluate(_PRESS))
        count = page.locator(".sentence").count()
        page.locator(".sentence[data-n='0']", has_text="млн").first.click()
        page.locator(".sentence.editing").wait_for()
        page.evaluate(_WATCH)
        taken = []
        for number in range(EDITS):
            page.keyboard.press("Control+A")
            page.keyboard.insert_text(f"Ремонт тривав вісім місяців і коштував {900 + number} мл")
            page.wait_for_timeout(400)
            page.keyboard.type("н")
            page.wait_for_timeout(600)
            taken.append(float(page.evaluate("window.drawn - window.typed")))
        browser.close()
    print(f"first finding {first:.0f} ms after the button, {count} sentences")
    print(
        f"new marks {statistics.median(taken):.0f} ms after the last key, "
        f"longest {max(taken):.0f} ms of {EDITS}"
    )


_PRESS = """() => new Promise((done) => {
    const begun = performance.now();
    new MutationObserver(() => {
        if (document.querySelector(".card")) done(performance.now() - begun);
    }).observe(document.body, {childList: true, subtree: true});
    document.querySelector("[data-key='check']").click();
})"""
_WATCH = """() => {
    addEventListener("input", () => { window.typed = performance.now(); });
    new MutationObserver(() => { window.drawn = performance.now(); })
        .observe(document.getElementById("list"), {childList: true, subtree: true});
}"""
"""The list is drawn anew when the server has answered, and for nothing else while one types."""


def main() -> None:
    """Measure and tell."""
    with desk() as (root, process):
        in_browser(root)
        at_once(root, process)


if __name__ == "__main__":
    main()
