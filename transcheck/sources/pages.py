"""Editions from pages of the web: what came from an address, read as any page is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from transcheck.errors import LoadError, UsageError
from transcheck.languages import LANGUAGES
from transcheck.loading import load_bytes, text_format
from transcheck.model import Document
from transcheck.sources import web

_SHORT = 300
"""Letters below which what looks like an article may be a request for consent."""


def fetched(url: str, language: str | None, fetch: Callable[[str], web.Response]) -> Document:
    """Return the edition that an address holds, see `page`."""
    return page(url, fetch(url), language)


def page(url: str, response: web.Response, language: str | None = None) -> Document:
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


def _asks_for_consent(response: web.Response) -> bool:
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
