"""What every request must pass before anybody reads it: who asks, from where, and how much.

A plain ASGI application around another one. It trusts nothing: not the name of the host (a
page of another site may point its own name at this machine), not the origin, not the length
that is stated. Answers get the headers that keep a browser from doing anything but showing them.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import json
import math
import sys
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from transcheck.serving import Options

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

OPEN = frozenset({"/", "/health", "/openapi.json", "/favicon.ico"})
"""What everybody may see: no text of anybody is in it."""
SAFE = frozenset({"GET", "HEAD"})
WITH_BODY = frozenset({"POST", "PUT", "PATCH"})
_MOST_CLIENTS = 10_000
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The policy of whatever is no page."""


def is_loopback(host: str) -> bool:
    """Return whether a host's name or address is this machine alone."""
    name = host.strip("[]").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class RefusedError(Exception):
    """A request that is not let in: status, what is wrong, and headers of the answer."""

    def __init__(self, status: int, message: str, **headers: str) -> None:
        """Take them; an underscore in a header's name is a hyphen."""
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


class Guard:
    """Lets requests through to an application that fulfil all conditions."""

    def __init__(self, application: Application, options: Options) -> None:
        """Take the application and who may ask it."""
        self._application = application
        self._options = options
        self._rate = Rate(options.limits.rate, options.limits.burst)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, see the ASGI specification."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        origin = headers.get("origin", "")
        allowed = origin if origin in self._options.origins else ""
        begun = False

        async def finished(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                message["headers"] = [*message.get("headers", ()), *_secured(message, allowed)]
            await send(message)

        try:
            if scope["method"] == "OPTIONS" and allowed:
                await _answer(finished, 204, None, _PREFLIGHT)
                return
            self._admit(scope, headers, allowed)
            body = await self._body(scope, headers, receive)
            await self._application(scope, _replay(body, receive), finished)
        except RefusedError as refused:
            if not begun:
                error = {"error": {"message": refused.message}}
                await _answer(finished, refused.status, error, refused.headers)
        except Exception as error:  # Starlette has answered, and tells its server
            if not begun:
                raise
            where = f"{scope['method']} {scope['path']}"
            sys.stderr.write(f"transcheck: {where}: {type(error).__name__}: {error}\n")

    def _admit(self, scope: Scope, headers: dict[str, str], allowed: str) -> None:
        """Raise where the one who asks may not."""
        client = (scope.get("client") or ("", 0))[0]
        wait = self._rate.wait(client)
        if wait:
            raise RefusedError(429, "too many requests", retry_after=str(math.ceil(wait)))
        host = headers.get("host", "")
        if not self._options.token and not self._known(host):
            raise RefusedError(
                403, f"{host[:200]} is no name of this server; start it with --name to allow it"
            )
        if not allowed and _is_foreign(scope, headers):
            raise RefusedError(403, "pages of other sites may not ask this server")
        if self._options.token and scope["path"] not in OPEN:
            kind, _, given = headers.get("authorization", "").partition(" ")
            known = hmac.compare_digest(given.strip().encode(), self._options.token.encode())
            if kind.lower() != "bearer" or not known:
                raise RefusedError(401, "a token is needed", www_authenticate="Bearer")

    def _known(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return is_loopback(name) or name in self._options.names

    async def _body(self, scope: Scope, headers: dict[str, str], receive: Receive) -> bytes:
        """Return the body of a request, which is JSON and arrives in time."""
        if scope["method"] not in WITH_BODY:
            return b""
        limit = self._options.limits.body
        stated = headers.get("content-length", "")
        if stated and (not stated.isdecimal() or int(stated) > limit):
            raise RefusedError(413, f"more than {limit:,} bytes", connection="close")
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise RefusedError(415, "send application/json", connection="close")
        parts: list[bytes] = []
        size = 0
        try:
            async with asyncio.timeout(self._options.limits.patience):
                while True:
                    message = await receive()
                    if message["type"] == "http.disconnect":
                        raise RefusedError(400, "the client is gone")
                    parts.append(message.get("body", b""))
                    size += len(parts[-1])
                    if size > limit:
                        raise RefusedError(413, f"more than {limit:,} bytes", connection="close")
                    if not message.get("more_body"):
                        return b"".join(parts)
        except TimeoutError:
            raise RefusedError(
                408, "the request did not arrive in time", connection="close"
            ) from None


def _is_foreign(scope: Scope, headers: dict[str, str]) -> bool:
    """Return whether a page of another site asks for more than it may be led to."""
    try:
        origin = urlsplit(headers.get("origin", ""))
    except ValueError:  # no address at all, such as http://[
        return True
    if scope["method"] in SAFE and scope["path"] in OPEN:
        return False
    own = origin.netloc.lower() == headers.get("host", "").lower()
    crossing = headers.get("sec-fetch-site") == "cross-site"
    return crossing or ("origin" in headers and not own)


_PREFLIGHT = {
    "access-control-allow-methods": "POST, GET",
    "access-control-allow-headers": "authorization, content-type",
    "access-control-max-age": "600",
}


def _secured(message: Message, allowed: str) -> list[tuple[bytes, bytes]]:
    """Return the headers that an answer lacks."""
    there = {name.lower() for name, _ in message.get("headers", ())}
    added = {"content-security-policy": NOTHING, **_HEADERS}
    if allowed:
        added |= {
            "access-control-allow-origin": allowed,
            "vary": "Origin",
            "cross-origin-resource-policy": "cross-origin",
        }
    return [(n.encode(), v.encode("latin-1")) for n, v in added.items() if n.encode() not in there]


async def _answer(send: Send, status: int, value: object, headers: dict[str, str]) -> None:
    body = b"" if value is None else json.dumps(value, ensure_ascii=False).encode()
    own = {"content-length": str(len(body)), "content-type": "application/json"} | headers
    pairs = [(name.encode(), text.encode("latin-1")) for name, text in own.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send({"type": "http.response.body", "body": body})


def _replay(body: bytes, receive: Receive) -> Receive:
    """Return a body once, and then what comes from the client after it."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


class Rate:
    """How often each client may ask: a bucket of tokens that fills up again."""

    def __init__(self, rate: float, burst: int) -> None:
        """Take the requests a second in the long run, and those at once."""
        self._rate = rate
        self._burst = float(burst)
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str, now: float | None = None) -> float:
        """Return the seconds until a client may ask; 0 where it may now, and has."""
        if not self._rate:
            return 0.0
        now = time.monotonic() if now is None else now
        level, since = self._buckets.pop(client, (self._burst, now))
        level = min(self._burst, level + (now - since) * self._rate)
        allowed = level >= 1.0
        self._buckets[client] = (level - allowed, now)
        if len(self._buckets) > _MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return 0.0 if allowed else (1.0 - level) / self._rate
