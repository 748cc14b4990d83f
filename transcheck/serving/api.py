"""The API for programs: editions in, the report out, as JSON or in another format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from transcheck import __version__, reporters
from transcheck.errors import LoadError, TranscheckError, UsageError
from transcheck.model import Report
from transcheck.serving import Options
from transcheck.serving.asking import read
from transcheck.serving.checking import Checked, changes_of, row_of, rows_of
from transcheck.serving.engine import BusyError, Engine, LateError
from transcheck.serving.store import Store
from transcheck.serving.stories import TooLongError
from transcheck.sources import web

FORMATS = {
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
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r} here", hint=f"known: {', '.join(FORMATS)}")
    service: Service = request.app.state.service
    done = await service.checked(await asked(request))
    body = reporters.render(Report((done.report,), done.signature), name)
    return Response(body, media_type=FORMATS[name])


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
