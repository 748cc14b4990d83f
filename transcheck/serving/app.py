"""The application: which function answers which address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from transcheck.errors import TranscheckError
from transcheck.serving import Options, api, desk, keeping
from transcheck.serving.engine import Engine
from transcheck.serving.guarding import Guard

ROUTES = (
    Route("/", desk.page),
    Route("/desk/check", desk.check, methods=["POST"]),
    Route("/desk/stories", keeping.stories),
    Route("/desk/stories", keeping.save, methods=["POST"]),
    Route("/desk/stories/{story:int}", keeping.story),
    Route("/desk/stories/{story:int}", keeping.forget, methods=["DELETE"]),
    Route("/desk/glossary", keeping.glossary),
    Route("/desk/glossary", keeping.add_row, methods=["POST"]),
    Route("/desk/glossary/{row:int}", keeping.remove_row, methods=["DELETE"]),
    Route("/api/check", api.check, methods=["POST"]),
    Route("/openapi.json", api.openapi),
    Route("/health", api.health),
    Route("/favicon.ico", desk.icon, include_in_schema=False),
)


def application(options: Options, engine: Engine) -> Guard:
    """Return the application; the engine is closed with it."""
    service = api.Service.of(options, engine)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.service = service
        yield
        engine.close()
        if service.store is not None:
            service.store.close()

    inner = Starlette(
        routes=ROUTES,
        lifespan=lifespan,
        exception_handlers={
            TranscheckError: _refused,
            HTTPException: _unknown,
            Exception: _failed,
        },
    )
    return Guard(inner, options)


async def _refused(_: Request, error: Any) -> Response:
    return api.refused(error)


async def _unknown(_: Request, error: Any) -> Response:
    return JSONResponse({"error": {"message": error.detail}}, error.status_code, error.headers)


async def _failed(_: Request, __: Exception) -> Response:
    """Say that it is our fault, and no more: the guard tells who runs the server."""
    told = {"error": {"message": "the server has failed", "hint": "tell who runs it"}}
    return JSONResponse(told, 500)
