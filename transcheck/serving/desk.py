"""The desk: the page for editors, and what its program asks for.

The page is the one that ``report`` writes, without an article and with more of a program: it
takes texts in, sends them with what was changed, and shows the report that comes back.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache, partial
from typing import Any, TypeVar

from anyio import to_thread
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from transcheck.errors import UsageError
from transcheck.loading import FORMATS
from transcheck.reporters.html import articles
from transcheck.serving import page as pages
from transcheck.serving.api import Service, asked
from transcheck.serving.checking import MOST_ROWS, Checked, row_of
from transcheck.serving.store import Store
from transcheck.serving.stories import LONGEST_NAME, Source, example


async def page(request: Request) -> Response:
    """Answer ``GET /``."""
    service: Service = request.app.state.service
    options = service.options
    made = _page(options.edit_url, keeps=options.store is not None)
    return Response(
        made.text,
        media_type="text/html; charset=utf-8",
        headers={"content-security-policy": made.policy},
    )


async def icon(_: Request) -> Response:
    """Answer ``GET /favicon.ico``, which browsers ask for: there is none."""
    return Response(status_code=204)


@cache
def _page(edit_url: str, *, keeps: bool) -> pages.Page:
    """Return the page, which is the same for everybody."""
    settings = {
        "editUrl": edit_url,
        "keeps": keeps,
        "example": [source.data.decode() for source in example().values()],
        "suffixes": sorted(suffix for reader in FORMATS for suffix in reader.suffixes),
    }
    return pages.page(settings)


async def check(request: Request) -> Response:
    """Answer ``POST /desk/check``: the report as the page's program has it, and the sources."""
    service: Service = request.app.state.service
    return JSONResponse(answer(await service.checked(await asked(request))))


def answer(done: Checked) -> Mapping[str, object]:
    """Return what the program of the page needs of a story that was checked."""
    report = done.report
    return {
        "article": articles.article(report),
        "entry": articles.entry(report),
        "signature": done.signature,
        "sources": [_source(source) for source in done.story.sources],
        "holders": [done.holders[edition.language] for edition in report.editions],
        "notes": list(report.notes),
    }


def _source(source: Source) -> Mapping[str, str]:
    """Return a source as the next request gives it back."""
    return {
        "name": source.name,
        "data": base64.b64encode(source.data).decode("ascii"),
        "format": source.format,
        "language": source.language or "",
        "charset": source.charset,
        "url": source.url,
        "published": source.published.isoformat() if source.published else "",
    }


_Result = TypeVar("_Result")
_KINDS = {"name": str, "languages": list, "left": int, "content": dict}


async def stories(request: Request) -> Response:
    """Answer ``GET /desk/stories``."""
    found = await _run(_store(request).stories)
    return JSONResponse({"stories": [asdict(each) for each in found]})


async def story(request: Request) -> Response:
    """Answer ``GET /desk/stories/{story}``, with ``?state=`` an earlier state of it."""
    store, number = _store(request), request.path_params["story"]
    wanted = request.query_params.get("state", "")
    state = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 16 else None
    content = await _run(partial(store.state, number, state))
    if content is None:
        raise HTTPException(404, "there is no such story")
    states = await _run(partial(store.states, number))
    told = [{"id": each, "saved": saved} for each, saved in states]
    return JSONResponse({"content": content, "states": told})


async def save(request: Request) -> Response:
    """Answer ``POST /desk/stories``."""
    store, given = _store(request), await asked(request)
    for key, kind in _KINDS.items():
        if not isinstance(given.get(key), kind):
            raise UsageError(f'"{key}" of the story is no {kind.__name__}')
    number = await _run(partial(_save, store, given))
    return JSONResponse({"id": number})


def _save(store: Store, given: Mapping[str, Any]) -> int:
    languages = [str(language)[:LONGEST_NAME] for language in given["languages"][:LONGEST_NAME]]
    left = max(0, min(given["left"], 10**6))
    return store.save(given["name"][:LONGEST_NAME], languages, left, given["content"])


async def forget(request: Request) -> Response:
    """Answer ``DELETE /desk/stories/{story}``."""
    await _run(partial(_store(request).forget, request.path_params["story"]))
    return Response(status_code=204)


async def glossary(request: Request) -> Response:
    """Answer ``GET /desk/glossary``: the rows that all stories share."""
    found = await _run(_store(request).glossary)
    return JSONResponse({"rows": [{"id": number, "row": row} for number, row in found]})


async def add_row(request: Request) -> Response:
    """Answer ``POST /desk/glossary``, a row by the codes of languages, ``code`` and ``reason``."""
    store, given = _store(request), await asked(request)
    row_of(given)
    if len(await _run(store.glossary)) >= MOST_ROWS:
        raise UsageError("the glossary is full", hint="take out rows that nobody needs")
    row = {str(key): value for key, value in given.items() if isinstance(value, str)}
    return JSONResponse({"id": await _run(partial(store.add_row, row))})


async def remove_row(request: Request) -> Response:
    """Answer ``DELETE /desk/glossary/{row}``."""
    await _run(partial(_store(request).remove_row, request.path_params["row"]))
    return Response(status_code=204)


def _store(request: Request) -> Store:
    service: Service = request.app.state.service
    if service.store is None:
        raise HTTPException(404, "nothing is kept here; start the server with --store")
    return service.store


async def _run(work: Callable[[], _Result]) -> _Result:
    return await to_thread.run_sync(work)
