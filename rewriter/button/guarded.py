"""Routes that let only those in who may: before a byte of the body is read."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from rewriter.button.bodies import known_names
from rewriter.button.core import core_of
from rewriter.button.problems import UNSUPPORTED, Problem, invalid
from rewriter.button.settings import METRICS, NOTES

_KNOWN = known_names()
_JSON = "application/json"

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class GuardedRoute(APIRoute):
    """A route for those who may work on notes; give it to a router as its `route_class`."""

    needed = NOTES

    def get_route_handler(self) -> Handler:
        """Return what serves a request, once its sender is let in."""
        serve = super().get_route_handler()

        async def serve_guarded(request: Request) -> Response:
            request.state.caller = await core_of(request).access.admit(request, self.needed)
            if self.body_field is not None:
                check_json(request)
            try:
                return await serve(request)
            except RequestValidationError as error:
                raise invalid(error.errors(), _KNOWN) from None

        return serve_guarded


class MetricsRoute(GuardedRoute):
    """A route for those who may see the metrics."""

    needed = METRICS


def check_json(request: Request) -> None:
    """Raise Problem where a body is not called JSON."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _JSON:
        raise Problem(UNSUPPORTED, f"The body must be {_JSON}.")
