"""A desk that runs on 127.0.0.1, in a thread of the tests' own process."""

from __future__ import annotations

import base64
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import httpx

from transcheck.serving import Options, running

EXAMPLE = {
    language: (files("transcheck.serving") / f"data/example/{language}.txt").read_text("utf-8")
    for language in ("uk", "en", "ru")
}


@dataclass(frozen=True)
class Desk:
    """The address of a running desk."""

    root: str
    port: int

    def post(self, path: str, asked: object, **headers: str) -> httpx.Response:
        """Send JSON; an underscore in a header's name is a hyphen."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return httpx.post(f"{self.root}{path}", json=asked, headers=named, timeout=60)

    def check(self, *editions: Mapping[str, str], **more: object) -> Any:
        """Return what the desk answers to a check that it accepts."""
        answer = self.post("/desk/check", {"editions": editions, **more})
        assert answer.status_code == 200, answer.text
        return answer.json()


@contextmanager
def serving(options: Options) -> Iterator[Desk]:
    """Run a desk until the end of the block."""
    bound = running.bind("127.0.0.1", 0)
    server = running.server(options)
    thread = threading.Thread(target=server.run, args=([bound],))
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    port = bound.getsockname()[1]
    try:
        yield Desk(f"http://127.0.0.1:{port}", port)
    finally:
        server.should_exit = True
        thread.join()


def texts(languages: tuple[str, ...] = ("uk", "en", "ru")) -> list[dict[str, str]]:
    """Return the example as pastes."""
    return [{"text": EXAMPLE[language]} for language in languages]


def file(name: str, data: bytes) -> dict[str, str]:
    """Return a file as a request has it."""
    return {"name": name, "data": base64.b64encode(data).decode()}


def bytes_of(source: Mapping[str, str]) -> bytes:
    """Return what a source in an answer holds."""
    return base64.b64decode(source["data"])
