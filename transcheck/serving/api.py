"""The API for programs: editions in, the report out, as JSON or in another format.

A request of a program or of the desk's page, read: which texts, files and addresses it names.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import urlsplit

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from transcheck import __version__, reporters
from transcheck.errors import LoadError, TranscheckError, UsageError
from transcheck.languages import named
from transcheck.loading import FORMATS, Reader, format_for, naming
from transcheck.loading.alternates import find_alternates
from transcheck.loading.formats import UnreadableError
from transcheck.model import Report
from transcheck.serving import Options
from transcheck.serving.checking import Checked, changes_of, row_of, rows_of
from transcheck.serving.engine import BusyError, Engine, LateError
from transcheck.serving.store import Store
from transcheck.serving.stories import LONGEST_NAME, PAGE, PLAIN, Source, Story, TooLongError
from transcheck.sources import web
from transcheck.sources.cms import Text

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


MEDIA_TYPES = {
    "json": "application/json",
    "sarif": "application/sarif+json",
    "html": "text/html; charset=utf-8",
}
"""The formats of a report, with their media types."""
_FETCHING = 8
"""Addresses that are fetched at once, whoever asked for them."""


@dataclass(frozen=True, slots=True)
class Service:
    """What answers requests."""

    options: Options
    engine: Engine
    fetching: CapacityLimiter
    store: Store | None

    @classmethod
    def of(cls, options: Options, engine: Engine) -> Service:
        """Return a service with room to fetch addresses.

        Raises:
            UsageError: the folder of stories cannot be written to.
        """
        store = Store(options.store) if options.store else None
        return cls(options, engine, CapacityLimiter(_FETCHING), store)

    async def checked(self, asked: Mapping[str, Any]) -> Checked:
        """Return the report of what a request asks for, with the glossary that is kept here.

        Raises:
            TranscheckError: the request is wrong, or cannot be answered now.
        """
        fetch = partial(web.fetch, private=self.options.private)
        most = self.options.limits.editions
        story = await to_thread.run_sync(
            partial(read, asked, fetch, most), limiter=self.fetching, abandon_on_cancel=True
        )
        rows = rows_of(asked)
        if self.store is not None:
            kept = await to_thread.run_sync(self.store.glossary)
            rows += tuple(row_of(row) for _, row in kept)
        return await self.engine.check(story, changes_of(asked), rows)


async def asked(request: Request) -> Mapping[str, Any]:
    """Return the JSON object of a request.

    Raises:
        UsageError: it is none.
    """
    try:
        found = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise UsageError("the request is no JSON") from None
    if not isinstance(found, Mapping):
        raise UsageError("the request is no JSON object")
    return found


async def check(request: Request) -> Response:
    """Answer ``POST /api/check``."""
    name = request.query_params.get("format", "json")
    if name not in MEDIA_TYPES:
        raise UsageError(
            f"there is no format {name!r} here", hint=f"known: {', '.join(MEDIA_TYPES)}"
        )
    service: Service = request.app.state.service
    done = await service.checked(await asked(request))
    body = reporters.render(Report((done.report,), done.signature), name)
    return Response(body, media_type=MEDIA_TYPES[name])


async def health(_: Request) -> Response:
    """Answer ``GET /health``."""
    return JSONResponse({"status": "ok", "version": __version__})


async def openapi(_: Request) -> Response:
    """Answer ``GET /openapi.json``."""
    return Response(_description(), media_type="application/json")


@cache
def _description() -> bytes:
    """Return the description of the API, with the schema of the report in it."""
    text = (files(__package__) / "data" / "openapi.json").read_text(encoding="utf-8")
    described = json.loads(text)
    described["info"]["version"] = __version__
    schema = files("transcheck.reporters") / "data" / "report-1.schema.json"
    described["components"]["schemas"]["Report"] = json.loads(schema.read_text(encoding="utf-8"))
    return json.dumps(described, ensure_ascii=False).encode()


def status_of(error: TranscheckError) -> int:
    """Return the status of HTTP that says what kind of error it is."""
    if isinstance(error, TooLongError):
        return 413
    if isinstance(error, BusyError):
        return 503
    if isinstance(error, LateError):
        return 504
    if isinstance(error, LoadError):
        return 422
    return 400 if isinstance(error, UsageError) else 500


def refused(error: TranscheckError) -> Response:
    """Return the answer to a request that failed."""
    told = {"error": {"message": error.message, "hint": error.hint}}
    status = status_of(error)
    headers = {"retry-after": "1"} if status == 503 else {}
    return JSONResponse(told, status, headers)
