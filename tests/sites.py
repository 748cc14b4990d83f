"""A site in three languages on 127.0.0.1, with what real sites do to their readers."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.fixture_cases import FIXTURES

ARTICLE = FIXTURES / "articles" / "homs"
LANGUAGES = ("uk", "en", "ru")


def page(language: str, head: str = "", above: str = "") -> str:
    """Return an article as a page."""
    title, *paragraphs = (ARTICLE / f"{language}.txt").read_text(encoding="utf-8").split("\n\n")
    body = "".join(f"<p>{' '.join(each.split())}</p>" for each in paragraphs)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{head}'
        f"<title>{title}</title></head><body>{above}<article><h1>{title}</h1>{body}"
        f"</article></body></html>"
    )


class Answer:
    """What the server says to one request."""

    def __init__(self, body: bytes | str = b"", code: int = 200, **headers: str) -> None:
        """Take the body and headers; an underscore in a header's name is a hyphen."""
        self.body = body.encode() if isinstance(body, str) else body
        self.code = code
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


Site = dict[str, Callable[[], Answer] | Answer]


class Served:
    """A running site and what it was asked for."""

    def __init__(self, root: str) -> None:
        """Take its address."""
        self.root = root
        self.asked: list[tuple[str, str]] = []
        """Path and User-Agent of each request."""


@contextmanager
def serving(site: Site) -> Iterator[Served]:
    """Serve pages by path until the end of the block; the path ``/endless`` never ends."""
    served = Served("")
    stopped = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, self.headers.get("User-Agent", "")))
            if self.path == "/endless":
                self._endless()
                return
            found = site.get(self.path, Answer("<p>nothing here</p>", 404))
            answer = found() if callable(found) else found
            self.send_response(answer.code)
            for name, value in ({"Content-Type": "text/html"} | answer.headers).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def _endless(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            with suppress(OSError):
                while not stopped.is_set():
                    self.wfile.write(b"<p>and so on</p>" * 4096)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served.root = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            stopped.set()
            server.shutdown()
            thread.join()


def hreflang(**paths: str) -> str:
    """Return links to the editions of a page."""
    return "".join(
        f'<link rel="alternate" hreflang="{language}" href="{path}">'
        for language, path in paths.items()
    )


def zipped(text: str) -> Answer:
    """Return an answer packed with gzip."""
    return Answer(gzip.compress(text.encode()), Content_Encoding="gzip")
