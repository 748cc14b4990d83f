"""A request of a program or of the desk's page, read: which texts, files and addresses it names."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import urlsplit

from transcheck.errors import LoadError, UsageError
from transcheck.languages import named
from transcheck.loading import FORMATS, Reader, format_for, naming
from transcheck.loading.alternates import find_alternates
from transcheck.loading.formats import UnreadableError
from transcheck.serving.stories import LONGEST_NAME, PAGE, PLAIN, Source, Story
from transcheck.sources import web
from transcheck.sources.texts import Text

Fetch = Callable[[str], web.Response]


def read(request: Mapping[str, Any], fetch: Fetch, most: int) -> Story:
    """Return the story of a request; addresses in it are fetched.

    Raises:
        UsageError: the request is none.
        LoadError: an address cannot be fetched.
    """
    given = request.get("editions")
    if isinstance(given, Mapping):
        given = [
            {**each, "language": language}
            if isinstance(each, Mapping)
            else {"language": language, "text": each}
            for language, each in given.items()
        ]
    if not isinstance(given, Sequence) or isinstance(given, str) or not given:
        raise UsageError(
            'the request has no list "editions"', hint='{"editions": {"uk": "…", "en": "…"}}'
        )
    if len(given) > most:
        raise UsageError(f"{len(given)} editions are too many", hint=f"at most {most}")
    name = request.get("article", "")
    if not isinstance(name, str):
        raise UsageError('"article" is no text')
    sources = [_source(each, fetch) for each in given]
    if len(sources) == 1 and sources[0].url:
        sources += _others(sources[0], fetch)
    return Story(" ".join(name.split())[:LONGEST_NAME], tuple(sources))


def _source(given: object, fetch: Fetch) -> Source:
    if not isinstance(given, Mapping):
        raise UsageError("an edition is no object", hint='{"language": "uk", "text": "…"}')
    texts = {
        key: _text(given, key)
        for key in ("language", "text", "data", "url", "name", "format", "title", "charset",
                    "published")
    }  # fmt: skip
    language = named(texts["language"]).code if texts["language"] else None
    if texts["url"] and not (texts["text"] or texts["data"]):
        return fetched(texts["url"], language, fetch)
    if texts["data"]:
        return _file(texts, language)
    text = Text(texts["text"], texts["format"], texts["title"])
    return Source(
        _base(texts["name"]),
        text.whole.encode("utf-8", "surrogatepass"),
        text.reader.name,
        language,
        published=_day(texts["published"]),
    )


def _text(given: Mapping[str, Any], key: str) -> str:
    value = given.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f'"{key}" of an edition is no text')
    return value or ""


def _file(texts: Mapping[str, str], language: str | None) -> Source:
    try:
        data = base64.b64decode(texts["data"], validate=True)
    except (ValueError, binascii.Error):
        raise UsageError('"data" of an edition is no base64') from None
    name = _base(texts["name"])
    if texts["format"]:
        reader: Reader = FORMATS.get(texts["format"])
    else:
        try:
            reader = format_for(Path(name).suffix)
        except UnreadableError as error:
            raise LoadError(f"{name} {error.reason}", hint=error.hint) from None
    return Source(
        name,
        data,
        reader.name,
        language or naming.read_name(Path(name)).language,
        texts["charset"],
        texts["url"] if web.is_address(texts["url"]) else "",
        _day(texts["published"]),
    )


def _base(name: str) -> str:
    """Return the last part of a file's name: where it lies on somebody's disk is no matter."""
    return PurePosixPath(PureWindowsPath(name).name).name.replace("\0", "")


def fetched(url: str, language: str | None, fetch: Fetch) -> Source:
    """Return the page at an address, or why it cannot be had.

    Raises:
        UsageError: it is no address.
    """
    if not web.is_address(url):
        raise UsageError(f"{url} is no address of a page", hint="begin it with https://")
    try:
        response = fetch(url)
    except LoadError as error:
        return Source(url, b"", PAGE, language, problem=error)
    form = PLAIN if response.type == "text/plain" else PAGE
    slug = PurePosixPath(urlsplit(response.url).path).name or "page"
    name = slug if slug.endswith((".html", ".htm", ".txt")) else f"{slug}.html"
    return Source(name, response.data, form, language, response.charset, response.url)


def _others(source: Source, fetch: Fetch) -> Iterator[Source]:
    """Yield the editions that a page names."""
    page = source.data.decode(source.charset or "utf-8", "replace")
    for other in find_alternates(page, source.url):
        yield fetched(other.url, other.language, fetch)


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written[:10]) if written else None
    except ValueError:
        raise UsageError(f"{written} is no date", hint="write 2024-12-05") from None
