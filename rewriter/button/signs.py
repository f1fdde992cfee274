"""Whether the service lives, is ready, and what it counted."""

from fastapi import APIRouter, Request, Response

from rewriter.button.bodies import PROBLEM
from rewriter.button.core import core_of
from rewriter.button.guarded import MetricsRoute
from rewriter.button.metrics import MEDIA_TYPE
from rewriter.button.problems import NOT_READY, Problem, wait_for

health = APIRouter()
counted = APIRouter(route_class=MetricsRoute)


@health.get("/healthz")
async def healthz() -> dict[str, str]:
    """Say that the service lives."""
    return {"status": "ok"}


@health.get("/readyz", responses={503: {"description": "Not ready.", **PROBLEM}})
async def readyz(request: Request) -> dict[str, str]:
    """Say whether requests can be served: the processes run, the audit can be written, no stop is under way."""
    if not core_of(request).is_ready:
        raise Problem(NOT_READY, headers=wait_for(1))
    return {"status": "ready"}


@counted.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {}}},
        **{status: PROBLEM | {"description": "No access."} for status in (401, 403, 429)},
    },
)
async def metrics(request: Request) -> Response:
    """Return the counters, for Prometheus."""
    return Response(core_of(request).metrics.show(), media_type=MEDIA_TYPE)
