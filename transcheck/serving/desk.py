"""The desk: the page for editors, and what its program asks for.

The page is the one that ``report`` writes, without an article and with more of a program: it
takes texts in, sends them with what was changed, and shows the report that comes back.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import cache

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from transcheck.loading import FORMATS
from transcheck.reporters.html import articles
from transcheck.serving import page as pages
from transcheck.serving.api import Service, asked
from transcheck.serving.checking import Checked
from transcheck.serving.stories import Source, example


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
