"""The routes of version 1."""

import time
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.security import HTTPBearer

from rewriter.button.bodies import (
    PROBLEM,
    AcceptBody,
    AnswersBody,
    CheckBody,
    CheckReply,
    ImproveBody,
    ImproveReply,
    RulesReply,
)
from rewriter.button.core import caller_of, core_of, record_accept, who_of
from rewriter.button.events import MEDIA_TYPE, Event, EventStream, encode, while_there
from rewriter.button.guarded import GuardedRoute
from rewriter.button.problems import EXPIRED, STALE, UNKNOWN, Problem
from rewriter.button.seal import Expired, Stale, Unknown, hash_text
from rewriter.button.turn import DONE, Done, Order, Told
from rewriter.rulebook import FIRST

_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": about, **PROBLEM}
    for status, about in {
        400: "The body is not JSON.",
        401: "No valid key or token came with the request.",
        403: "The client or the site may not do this.",
        408: "The body took too long to arrive.",
        409: "The note is not the one that `base_sha256` or the id is about.",
        413: "The body is too large.",
        415: "The body is not `application/json`.",
        422: "The request cannot be used: `errors` or `detail` say why, without its text.",
        429: "Too many requests: see `Retry-After`.",
        503: "Too much to do, or the audit cannot be written: see `Retry-After`.",
    }.items()
}
_ID_PROBLEMS: dict[int | str, dict[str, Any]] = {
    404: {"description": "There is no result with this id.", **PROBLEM},
    410: {"description": "The id is too old.", **PROBLEM},
}
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The result; with `Accept: text/event-stream`, progress as events: `reading`, `questions`, "
        "`draft`, `checked`, then `done` with the result, or `problem`.",
        "content": {MEDIA_TYPE: {"schema": {"type": "string"}}},
    }
}
Id = Annotated[str, Path(min_length=1, max_length=128, description="the id of a result")]

router = APIRouter(
    prefix="/v1",
    route_class=GuardedRoute,
    responses=_PROBLEMS,
    dependencies=[Depends(HTTPBearer(auto_error=False, description="An API key, or a token (JWT) of a known issuer."))],
)


@router.post("/improve", response_model=ImproveReply, responses=_STREAM)
async def improve(body: ImproveBody, request: Request) -> Response:
    """Rewrite a note, or ask for what it lacks."""
    return await _improve(body, request)


@router.post("/improve/{id}/answers", response_model=ImproveReply, responses={**_STREAM, **_ID_PROBLEMS})
async def answer(id: Id, body: AnswersBody, request: Request) -> Response:
    """Improve the note again with answers to what was asked about it.

    The note comes again: nothing of it was kept. It must be the one that the id is about.
    """
    _check_id(id, request, hash_text(body.text), _terms(body))
    return await _improve(body, request)


@router.post("/improve/{id}/accept", status_code=204, responses=_ID_PROBLEMS)
async def accept(id: Id, body: AcceptBody, request: Request) -> Response:
    """Record that a clinician took a rewrite over, whole or in part.

    What has happened is recorded however old the id is by now.
    """
    _check_id(id, request, body.base_sha256, may_be_old=True)
    await record_accept(core_of(request), who_of(request), body)
    return Response(status_code=204)


@router.post("/check", response_model=CheckReply)
async def check(body: CheckBody, request: Request) -> Response:
    """Judge a text by the rules of its code; with `source`, compare the two as well."""
    core, who = core_of(request), who_of(request)
    sha256 = _match_hash(body.rewrite, body.base_sha256)
    order = Order(body.line(), body.profile or core.settings.profile, body.offsets)
    async with await _enter(request):
        done = await while_there(request.receive, core.drive.check(order, sha256, who), core.settings.request_seconds)
    return _reply({"request_id": who.request_id, "base_sha256": sha256}, done)


@router.get("/rules", response_model=RulesReply, responses={304: {"description": "The rules are as they were."}})
async def rules(
    request: Request,
    name: Annotated[
        str, Query(pattern=r"^[A-Za-z0-9_.-]{1,40}$", description="a pack, `all`, or the code of a rule")
    ] = FIRST,
) -> Response:
    """Return the rules by which texts are judged."""
    data = await core_of(request).list_rules(name)
    headers = {"ETag": f'"{hash_text(data.decode())[:32]}"', "Cache-Control": "private, max-age=3600"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(data, media_type="application/json", headers=headers)


async def _improve(body: ImproveBody, request: Request) -> Response:
    core, who = core_of(request), who_of(request)
    sha256 = _match_hash(body.text, body.base_sha256)
    by_model = core.drive.engine is not None and body.engine == "default"
    order = Order(body.line(), body.profile or core.settings.profile, body.offsets, by_model)
    head = {
        "id": core.seal.make(who.client, sha256, _terms(body), time.time()),
        "request_id": who.request_id,
        "base_sha256": sha256,
    }
    async with await _enter(request) as held:
        way = core.drive.improve(order, sha256, who)
        if MEDIA_TYPE in request.headers.get("accept", ""):
            return EventStream(_to_events(way, head), held.pop_all(), core.settings.request_seconds, who.request_id)
        return _reply(head, await while_there(request.receive, _await_result(way), core.settings.request_seconds))


async def _enter(request: Request) -> AsyncExitStack:
    """Return what holds a place among the requests in work, and among those of the client. Raises Problem."""
    core, caller = core_of(request), caller_of(request)
    async with AsyncExitStack() as stack:
        stack.enter_context(core.access.pace.work(caller.client, caller.limits))
        await while_there(request.receive, stack.enter_async_context(core.room.place()))
        return stack.pop_all()


async def _await_result(way: AsyncGenerator[Told | Done, None]) -> Done:
    async with aclosing(way):
        async for event in way:
            if isinstance(event, Done):
                return event
    raise AssertionError("the way of a note ends with its result")


async def _to_events(way: AsyncGenerator[Told | Done, None], head: dict[str, str]) -> AsyncGenerator[Event, None]:
    async with aclosing(way):
        async for event in way:
            if isinstance(event, Done):
                yield Event(DONE, _join(head, event))
            else:
                yield Event(event.event, encode(event.data))


def _reply(head: dict[str, str], done: Done) -> Response:
    return Response(_join(head, done), media_type="application/json")


def _join(head: dict[str, str], done: Done) -> bytes:
    """Return two JSON objects as one: the result stays as its process wrote it."""
    return encode(head)[:-1] + b"," + done.json[1:]


def _match_hash(text: str, wanted: str | None) -> str:
    """Return the hash of a text. Raises Problem (409) where the caller means another one."""
    sha256 = hash_text(text)
    if wanted not in (None, sha256):
        raise Problem(STALE, base_sha256=sha256)
    return sha256


def _check_id(
    written: str, request: Request, sha256: str, terms: dict[str, Any] | None = None, *, may_be_old: bool = False
) -> None:
    """Raise Problem where an id is not of this note, this visit and this client."""
    now = 0.0 if may_be_old else time.time()  # no id is older than the epoch
    try:
        core_of(request).seal.check(written, caller_of(request).client, now, sha256=sha256, terms=terms)
    except Unknown:
        raise Problem(UNKNOWN) from None
    except Expired:
        raise Problem(EXPIRED) from None
    except Stale:
        raise Problem(STALE, base_sha256=sha256) from None


def _terms(body: ImproveBody) -> dict[str, Any]:
    return {**body.line(), "profile": body.profile}
