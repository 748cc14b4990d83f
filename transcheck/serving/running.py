"""The server: an address that is bound, and a loop that ends gracefully.

The application: which function answers which address.
"""

from __future__ import annotations

import asyncio
import errno
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from transcheck.errors import TranscheckError, UsageError
from transcheck.serving import Options, api, desk
from transcheck.serving.engine import Engine
from transcheck.serving.guarding import Guard, is_loopback

ROUTES = (
    Route("/", desk.page),
    Route("/desk/check", desk.check, methods=["POST"]),
    Route("/desk/stories", desk.stories),
    Route("/desk/stories", desk.save, methods=["POST"]),
    Route("/desk/stories/{story:int}", desk.story),
    Route("/desk/stories/{story:int}", desk.forget, methods=["DELETE"]),
    Route("/desk/glossary", desk.glossary),
    Route("/desk/glossary", desk.add_row, methods=["POST"]),
    Route("/desk/glossary/{row:int}", desk.remove_row, methods=["DELETE"]),
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


KEEP_ALIVE = 15
"""Seconds that a connection may be idle."""
GRACE = 15
"""Seconds that requests have to end once the server is asked to."""
MOST_CONNECTIONS = 400
LEAST_TOKEN = 16
_WHY = {
    errno.EADDRINUSE: "another program listens there already",
    errno.EACCES: "this user may not listen there",
    errno.EADDRNOTAVAIL: "this machine has no such address",
}


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        UsageError: there is nothing to listen on.
    """
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        bound = socket.create_server((host, port), family=family, backlog=256)
    except (OSError, OverflowError) as error:
        why = _WHY.get(getattr(error, "errno", None) or 0, str(error))
        raise UsageError(f"{host}:{port}: {why}", hint="choose another --port or --host") from None
    bound.set_inheritable(True)
    return bound


def address(bound: socket.socket) -> str:
    """Return the address that a browser opens."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def must_have_token(host: str, token: str) -> None:
    """Refuse to listen where others can ask, and nothing is asked of them.

    Raises:
        UsageError: that would be so.
    """
    if not token and not is_loopback(host):
        raise UsageError(
            f"{host} can be reached from other machines, so a token is needed",
            hint="--token-file FILE with a long random word in it, or --host 127.0.0.1",
        )
    if token and len(token) < LEAST_TOKEN:
        raise UsageError(
            f"the token has {len(token)} characters, which can be guessed",
            hint=f"{LEAST_TOKEN} or more: openssl rand -hex 24 > FILE",
        )


def server(options: Options) -> uvicorn.Server:
    """Return a server that is ready to run on sockets.

    Raises:
        EncoderError: the encoder does not load.
    """
    patience = options.limits.patience

    class Impatient(_Impatient):
        patience_ = patience

    config = uvicorn.Config(
        application(options, Engine(options)),
        http=Impatient,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=MOST_CONNECTIONS,
    )
    return uvicorn.Server(config)


class _Impatient(H11Protocol):
    """Ends connections whose request does not begin, or whose head does not end, in time.

    uvicorn waits for a head as long as anybody likes; a few hundred such connections would
    keep everybody else out.
    """

    patience_ = 20.0
    _hurry: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Go on waiting where what came is no whole head."""
        super().data_received(data)
        if not getattr(self.cycle, "response_complete", True):
            self._stop()
        elif self._hurry is None and not self.transport.is_closing():
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._hurry = self.loop.call_later(self.patience_, self.transport.close)

    def _stop(self) -> None:
        if self._hurry is not None:
            self._hurry.cancel()
            self._hurry = None
