"""Problems, as RFC 9457 has them: what went wrong, in words that hold nothing of what was sent."""

import logging
import math
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rewriter.batch import fault
from rewriter.errors import JournalError

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger("rewriter.button")
_TYPE = "urn:note-rewriter:problem:"

NOT_JSON, INVALID, STALE, EXPIRED, UNKNOWN = "not-json", "invalid", "stale", "expired", "unknown-id"
TOO_LARGE, TOO_LATE, TOO_MANY, BUSY, SLOW = "too-large", "too-late", "too-many", "busy", "slow"
NO_ACCESS, FORBIDDEN, NO_AUDIT, FAULT, GONE = "no-access", "forbidden", "no-audit", "fault", "gone"
UNSUPPORTED, NOT_READY = "unsupported", "not-ready"
_TITLES: Mapping[str, tuple[int, str]] = {
    NOT_JSON: (400, "The body is not JSON."),
    INVALID: (422, "The request cannot be used."),
    STALE: (409, "The note is not the one this is about."),
    EXPIRED: (410, "The id is too old: improve the note again."),
    UNKNOWN: (404, "There is no result with this id."),
    TOO_LARGE: (413, "The request is too large."),
    TOO_LATE: (408, "The request took too long to arrive."),
    TOO_MANY: (429, "Too many requests."),
    BUSY: (503, "The service is busy."),
    SLOW: (503, "The text took too long to read."),
    NO_ACCESS: (401, "A valid key or token is needed."),
    FORBIDDEN: (403, "This is not allowed."),
    NO_AUDIT: (503, "The audit cannot be written, so nothing is done."),
    FAULT: (500, "The service made a mistake. Nothing was changed."),
    UNSUPPORTED: (415, "This kind of body is not read."),
    NOT_READY: (503, "The service is not ready."),
    GONE: (499, "The client went away."),
}


class Problem(HTTPException):
    """What a request ends with where it cannot be done; `more` are members of the reply beside the usual ones."""

    def __init__(
        self, kind: str, detail: str = "", *, headers: Mapping[str, str] | None = None, **more: object
    ) -> None:
        status, title = _TITLES[kind]
        super().__init__(status, title, dict(headers or {}))
        self.body: dict[str, Any] = {"type": _TYPE + kind, "title": title, "status": status}
        if detail:
            self.body["detail"] = detail
        self.body |= more


def wait_for(seconds: float) -> dict[str, str]:
    """Return the header that says when to try again, in whole seconds, one at least."""
    return {"Retry-After": str(max(1, math.ceil(seconds)))}


def respond(problem: HTTPException, request_id: str = "") -> Response:
    """Return the reply for a problem, or for what the framework itself refuses."""
    if isinstance(problem, Problem):
        body = dict(problem.body)
    else:
        status = problem.status_code
        body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    if request_id:
        body["request_id"] = request_id
    return JSONResponse(body, problem.status_code, problem.headers, MEDIA_TYPE)


async def show_problem(request: Request, error: Exception) -> Response:
    """Answer a request that ended with an error."""
    return respond(explain(error), request.scope.get("request_id", ""))


def explain(error: Exception) -> HTTPException:
    """Return the problem that an error is to whoever asked. What nobody foresaw is logged by its kind and place."""
    if isinstance(error, HTTPException):
        return error
    if isinstance(error, JournalError):
        _LOG.error("%s", error)
        return Problem(NO_AUDIT, headers=wait_for(30))
    if isinstance(error, TimeoutError):
        return Problem(BUSY, "The request took too long.", headers=wait_for(30))
    _LOG.error("%s", fault(error))
    return Problem(FAULT)


def invalid(faults: Iterable[Mapping[str, Any]], known: frozenset[str]) -> Problem:
    """Return the problem of a body that does not have its form. A key that nobody knows is not repeated."""
    errors = []
    for one in faults:
        if one["type"] == "json_invalid":
            return Problem(NOT_JSON, f"The fault is at character {one['loc'][-1]}.")
        place = [str(part) if isinstance(part, int) or part in known else "?" for part in one["loc"]]
        errors.append({"at": ".".join(place), "what": one["msg"].removeprefix("Value error, ")})
    return Problem(INVALID, errors=errors)
