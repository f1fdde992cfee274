"""Around everything: how large and how slow a request may be, what every reply carries, and what is logged of it.

A log line has an id, the route's template, the status and milliseconds: no path, no query, no header, no body. Nothing
that goes wrong inside gets past here with its own message.
"""

import asyncio
import logging
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rewriter.button.problems import BUSY, TOO_LARGE, TOO_LATE, Problem, explain, respond, wait_for
from rewriter.button.settings import ServeSettings

_LOG = logging.getLogger("rewriter.button")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NOWHERE = "none"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

# Told of each request at its end: route, status, seconds.
Count = Callable[[str, int, float], None]


@dataclass
class Shield:
    """The outermost layer of the service."""

    app: ASGIApp
    settings: ServeSettings
    count: Count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.monotonic()
        given = Headers(scope=scope).get("x-request-id", "")
        scope["request_id"] = request_id = given if _UUID.fullmatch(given) else str(uuid.uuid4())
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._add_headers(MutableHeaders(scope=message), scope, request_id)
            await send(message)

        try:
            await self.app(scope, self._limit(scope, receive), send_with_headers)
        except asyncio.CancelledError:  # the service ends: whoever waits is told, if it can be
            if not status:
                problem = Problem(BUSY, "The service is being stopped.", headers=wait_for(5))
                await respond(problem, request_id)(scope, receive, send_with_headers)
            raise
        except Exception as error:
            if not status:
                await respond(explain(error), request_id)(scope, receive, send_with_headers)
            else:
                explain(error)
        finally:
            seconds = time.monotonic() - began
            route = _name_route(scope)
            self.count(route, status, seconds)
            method = scope["method"] if scope["method"] in _METHODS else "other"
            _LOG.info("%s %s %s %s %.0f ms", request_id, method, route, status, seconds * 1000)

    def _limit(self, scope: Scope, receive: Receive) -> Receive:
        """Return what hands a request's body on as long as it is not too large and not too slow."""
        announced = Headers(scope=scope).get("content-length", "")
        too_large = announced.isdecimal() and (len(announced) > 15 or int(announced) > self.settings.most_bytes)
        ends = asyncio.get_running_loop().time() + self.settings.body_seconds
        size, whole = 0, False

        async def receive_some() -> Message:
            nonlocal size, whole
            if whole:
                return await receive()
            if too_large:
                raise Problem(TOO_LARGE, f"At most {self.settings.most_bytes:,} bytes are read.")
            try:
                async with asyncio.timeout_at(ends):
                    message = await receive()
            except TimeoutError:
                raise Problem(TOO_LATE) from None
            size += len(message.get("body", b""))
            if size > self.settings.most_bytes:
                raise Problem(TOO_LARGE, f"At most {self.settings.most_bytes:,} bytes are read.")
            whole = not message.get("more_body", False)
            return message

        return receive_some

    def _add_headers(self, headers: MutableHeaders, scope: Scope, request_id: str) -> None:
        ancestors = self.settings.frame_ancestors
        headers["X-Request-Id"] = request_id
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Content-Security-Policy"] = f"{_POLICY}; frame-ancestors {' '.join(ancestors) or _NONE}"
        headers.setdefault("Cache-Control", "no-store")
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not ancestors:
            headers["X-Frame-Options"] = "DENY"
        if self.settings.public_url.startswith("https:") or scope["scheme"] == "https":
            headers["Strict-Transport-Security"] = "max-age=31536000"


_NONE = "'none'"
# No inline code or styles, nothing from elsewhere.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)


def _name_route(scope: Scope) -> str:
    """Return the template of the route that a request found, so that no path is logged."""
    path = getattr(scope.get("route"), "path", None)
    return path if isinstance(path, str) and path else _NOWHERE
