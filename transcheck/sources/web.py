"""Pages of the web: fetched as browsers do, within limits, and only what was asked for.

Redirects are followed one by one, so that each address can be looked at before anybody is
contacted. Names are resolved here where private addresses are not allowed: what is checked
is the very address that is connected to.

Editions from pages of the web: what came from an address, read as any page is.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from transcheck import __version__
from transcheck.errors import LoadError, UsageError, installing
from transcheck.languages import LANGUAGES
from transcheck.loading import load_bytes, text_format
from transcheck.model import Document

if TYPE_CHECKING:
    import httpx

_SHORT = 300
"""Letters below which what looks like an article may be a request for consent."""


def fetched(url: str, language: str | None, fetch: Callable[[str], Response]) -> Document:
    """Return the edition that an address holds, see `page`."""
    return page(url, fetch(url), language)


def page(url: str, response: Response, language: str | None = None) -> Document:
    """Return the edition of a page.

    Raises:
        LoadError: it has no article, or asks for consent before it shows one.
    """
    reader = text_format("plain text" if response.type == "text/plain" else "html")
    path = path_of(response.url)
    try:
        (document,) = load_bytes(
            path, response.data, reader, language=language, charset=response.charset
        )[:1]
    except LoadError as error:
        if _asks_for_consent(response):
            raise _wall(url) from None
        why = error.message.removeprefix(str(path)).strip()
        raise LoadError(f"{url} {why}", hint=error.hint) from None
    if sum(len(block.text) for block in document.blocks) < _SHORT and _asks_for_consent(response):
        raise _wall(url)
    return document


def _wall(url: str) -> LoadError:
    return LoadError(
        f"{url} shows a request for consent in place of the article",
        hint="open it in a browser, save the page and name the file",
    )


def _asks_for_consent(response: Response) -> bool:
    host = urlsplit(response.url).hostname or ""
    words = [word for language in LANGUAGES for word in language.words("consent")]
    text = response.data[:200_000].decode(response.charset or "utf-8", "replace").lower()
    return host.startswith("consent.") or sum(word in text for word in words) > 1


def path_of(url: str) -> Path:
    """Return what an edition is called whose page is at an address.

    Raises:
        UsageError: it is no address.
    """
    try:
        parts = urlsplit(url)
    except ValueError:  # such as http://[
        raise UsageError(f"{url} is no address of a page", hint="copy it from a browser") from None
    query = f"?{parts.query}" if parts.query else ""
    return Path(f"{parts.netloc}{parts.path}{query}")


EXTRA = "web"
AGENT = f"transcheck/{__version__} (compares editions of an article; asked for by its user)"
MOST_BYTES = 10_000_000
"""As for files: no page of news is larger."""
MOST_REDIRECTS = 10
DEADLINE = 60.0
"""Seconds for one page in all; a server that sends a byte now and then never times out."""
CONNECT, READ = 10.0, 20.0
"""Seconds until a connection stands, and between two packets."""
TRIES = 3
LONGEST_WAIT = 10.0
"""Seconds that a server may ask to wait before the next try."""
_RETRIED = frozenset({429, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_SAVE = "save the page in a browser and name the file"
_MARKUP = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "text/markdown"})


@dataclass(frozen=True, slots=True)
class Response:
    """What came from an address."""

    url: str
    """Where it came from in the end, after redirects."""
    data: bytes
    charset: str
    """The encoding that the server declares, or nothing."""
    type: str
    """The media type that the server declares, or nothing."""


def is_address(word: str) -> bool:
    """Return whether a word is the address of a page."""
    return _ADDRESS.match(word) is not None


def fetch(
    url: str, *, private: bool = True, pause: Callable[[float], None] = time.sleep
) -> Response:
    """Return what an address holds.

    Args:
        url: an http or https address.
        private: whether addresses of this machine and of private networks may be contacted.
        pause: waits for some seconds before the next try.

    Raises:
        LoadError: it cannot be had; the message says why, and what to do.
        UsageError: httpx is not installed.
    """
    try:
        import httpx
    except ImportError:
        raise UsageError("reading from the web needs httpx", hint=installing(EXTRA)) from None
    end = time.monotonic() + DEADLINE
    limits = httpx.Timeout(READ, connect=CONNECT)
    with httpx.Client(
        timeout=limits,
        headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5"},
        trust_env=private,  # a proxy would resolve names again
    ) as client:
        for number in range(TRIES):
            last = number == TRIES - 1
            try:
                response, wait = _follow(client, url, end, private=private)
            except httpx.RequestError as error:
                if last or not isinstance(error, httpx.NetworkError | httpx.TimeoutException):
                    raise LoadError(f"{url} {_why(error)}", hint="check the address") from None
                wait = 0.0
            else:
                if response.status_code not in _RETRIED or last:
                    return _taken(url, response)
            pause(min(max(wait, 0.5 * 2**number), LONGEST_WAIT))
    raise AssertionError("the last try returns or raises")  # pragma: no cover


def _follow(
    client: httpx.Client, url: str, end: float, *, private: bool
) -> tuple[httpx.Response, float]:
    """Return the answer at the end of the redirects, read within the limits."""
    here = url
    for _ in range(MOST_REDIRECTS + 1):
        request = _request(client, here, private=private)
        response = client.send(request, stream=True)
        try:
            target = response.headers.get("location", "")
            if response.status_code in _REDIRECTS and target:
                here = urljoin(here, target)
                if not is_address(here):
                    raise LoadError(f"{url} leads to {here}, which is no page", hint=_SAVE)
                continue
            data = _body(url, response, end)
        finally:
            response.close()
        wait = response.headers.get("retry-after", "")
        response.extensions["transcheck"] = (here, data)
        return response, float(wait) if wait.isdigit() else 0.0
    raise LoadError(f"{url} redirects more than {MOST_REDIRECTS} times", hint="check the address")


def _request(client: httpx.Client, url: str, *, private: bool) -> httpx.Request:
    import httpx

    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
        if not host:
            raise ValueError
        if private:
            return client.build_request("GET", url)
        address = _public_address(url, host, port or (443 if parts.scheme == "https" else 80))
        shown = f"[{address}]" if ":" in address else address
        pinned = httpx.URL(url).copy_with(host=shown)
        request = client.build_request("GET", pinned, headers={"Host": parts.netloc.split("@")[-1]})
        request.extensions["sni_hostname"] = host
        return request
    except (ValueError, httpx.InvalidURL):
        raise LoadError(f"{url} is no address of a page", hint="check the address") from None


def _public_address(url: str, host: str, port: int) -> str:
    """Return the address that a name stands for, if it is one of the public internet.

    Raises:
        LoadError: there is none, or one of them is private: nothing of it is contacted then.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise LoadError(f"{url}: no server has this name", hint="check the address") from None
    addresses = [str(info[4][0]) for info in found]
    for written in addresses:
        address = ipaddress.ip_address(written.partition("%")[0])
        inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
        if not (inner or address).is_global or (inner or address).is_multicast:
            raise LoadError(
                f"{url} is an address of a private network", hint="paste the text instead"
            )
    return addresses[0]


def _body(url: str, response: httpx.Response, end: float) -> bytes:
    """Return the bytes of an answer, unpacked.

    Raises:
        LoadError: it is too large, or does not end in time.
    """
    kept, size = [], 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > MOST_BYTES:
            raise LoadError(f"{url} is larger than {MOST_BYTES // 1_000_000} MB", hint=_SAVE)
        if time.monotonic() > end:
            raise LoadError(f"{url} did not end within {DEADLINE:.0f} seconds", hint=_SAVE)
        kept.append(piece)
    return b"".join(kept)


def _taken(url: str, response: httpx.Response) -> Response:
    code = response.status_code
    if code != 200:
        raise LoadError(f"{url} {_REASONS.get(code, f'answers with the error {code}')}", hint=_SAVE)
    here, data = response.extensions["transcheck"]
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _MARKUP:
        raise LoadError(f"{url} is {kind}, not a page", hint="name the page of the article")
    return Response(here, data, response.charset_encoding or "", kind)


_REASONS = {
    401: "asks for a password (401)",
    402: "asks for payment (402)",
    403: "refuses to answer programs (403)",
    404: "does not exist (404)",
    410: "is gone (410)",
    429: "asks to come back later (429)",
    451: "is blocked for legal reasons (451)",
}


def _why(error: Exception) -> str:
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return "does not answer in time"
    if isinstance(error, httpx.ConnectError):
        return f"cannot be reached: {error}"
    return f"cannot be read: {error}"
