"""What a clinician does in a session: choose a note, have it improved, approve what is to be written."""

import json
import secrets
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path as FilePath
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import FileResponse, JSONResponse

from rewriter.amend import DRAFT_LINE
from rewriter.button.audit import ACCEPT, READ
from rewriter.button.bodies import SHA256, AcceptBody, Answers, ImproveBody, Signed, Text, VisitData
from rewriter.button.chain import WRITE
from rewriter.button.core import core_of, record_accept
from rewriter.button.events import while_there
from rewriter.button.problems import INVALID, STALE, Problem
from rewriter.button.seal import hash_text
from rewriter.button.smart.client import Ehr
from rewriter.button.smart.faults import CONFIRM, EhrProblem
from rewriter.button.smart.guard import PREFIX, SessionRoute, session_of, smart_of, who_of
from rewriter.button.smart.reading import Seen, list_notes, read_note, read_patient
from rewriter.button.smart.record import Approved
from rewriter.button.smart.sessions import Offer
from rewriter.button.smart.writing import Writing
from rewriter.button.turn import Done, Order
from rewriter.errors import InputError
from rewriter.fhir.document import NOTE
from rewriter.files import check_characters

_PAGE = FilePath(__file__).parent / "page.html"
Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9.-]{1,64}$")]
router = APIRouter(prefix=f"{PREFIX}/app/{{sid}}", route_class=SessionRoute)


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class AskBody(_Body):
    """How a note is to be improved: what the service asked, and what is known of the visit."""

    answers: Answers | None = None
    answered_on: str | None = None
    minutes: float | None = Field(default=None, ge=0, le=1440)
    visit: VisitData | None = None
    signed: Signed | None = None


class ApproveBody(_Body):
    """What the clinician approved: the text as it is to be written, for the version of the note that it came from.

    `confirmed`: it stays as it is although the check named something in it that the note does not bear out.
    """

    version: str = Field(max_length=64)
    base_sha256: str = Field(pattern=SHA256)
    text: Text
    confirmed: bool = False
    accepted: int = Field(default=0, ge=0, le=10_000)
    offered: int = Field(default=0, ge=0, le=10_000)


@router.get("/")
async def show_page(sid: str, request: Request) -> Response:
    """Return the app's page."""
    return FileResponse(_PAGE)


@router.get("/key")
async def show_key(sid: str, request: Request) -> dict[str, str]:
    """Return what the page's button shows in place of a cookie."""
    return {"key": session_of(request).key}


@router.get("/patient")
async def show_patient(sid: str, request: Request) -> dict[str, str]:
    """Return whose notes these are, where the EHR does not show it around the app."""
    session = session_of(request)
    if not session.shows_patient:
        return {}
    return await while_there(request.receive, read_patient(_ehr(request), session))


@router.get("/notes")
async def list_all(sid: str, request: Request) -> dict[str, Any]:
    """List the visit's notes, without their text."""
    session = session_of(request)
    notes = await while_there(request.receive, list_notes(_ehr(request), session))
    may_write = session.may_create(NOTE) and session.may_create("Provenance")
    return {"notes": notes, "may_write": may_write, "relation": session.site.relation}


@router.get("/notes/{id}")
async def show(sid: str, id: Id, request: Request) -> Response:
    """Return a note with its text."""
    seen = await _take(id, request)
    return JSONResponse(
        {
            "id": seen.id,
            "version": seen.version,
            "base_sha256": seen.sha256,
            "text": seen.text,
            "signed": seen.is_signed,
            "date": seen.date,
        }
    )


@router.post("/notes/{id}/improve")
async def improve(sid: str, id: Id, body: AskBody, request: Request) -> Response:
    """Rewrite a note as it is in the EHR now, or ask for what it lacks. Nothing is written."""
    seen = await _take(id, request)
    said = body.model_dump(exclude_none=True)
    return await _improve(seen, ImproveBody.model_validate({"offsets": "utf16", **said, "text": seen.text}), request)


@router.post("/notes/{id}/v1/improve")
@router.post("/notes/{id}/v1/improve/{result}/answers")
async def improve_for_button(sid: str, id: Id, body: ImproveBody, request: Request) -> Response:
    """Do the same for the button, which sends the text that it shows: that must be the note's."""
    seen = await _take(id, request)
    if hash_text(body.text) != body.base_sha256 or _lines(body.text) != _lines(seen.text):
        raise Problem(STALE)
    return await _improve(seen, body, request)


@router.post("/notes/{id}/v1/improve/{result}/accept", status_code=204)
async def accept(sid: str, id: Id, body: AcceptBody, request: Request) -> Response:
    """Record what a clinician took over into the field; nothing is written before it is approved."""
    await record_accept(core_of(request), who_of(request), body)
    return Response(status_code=204)


@router.post("/notes/{id}/approve")
async def approve(sid: str, id: Id, body: ApproveBody, request: Request) -> Response:
    """Write the approved text as a new note, with its Provenance. The original stays as it is."""
    core, session, who = core_of(request), session_of(request), who_of(request)
    offer = session.offers.get(id)
    if offer is None or (offer.version, offer.note_sha256) != (body.version, body.base_sha256):
        raise Problem(STALE, "This is not the version that was improved: improve the note again.")
    approved = Approved(id, body.version, body.base_sha256, body.text, offer)
    who_told = {"request_id": who.request_id, "client": who.client, "user": who.user}

    async def audit(event: str, **told: str | int | None) -> None:
        await core.trail.add(event, **who_told, **told)

    async with session.lock:
        await _judge(approved, body, request)
        await audit(
            ACCEPT,
            note_sha256=body.base_sha256,
            result_sha256=hash_text(body.text),
            accepted=body.accepted,
            offered=body.offered,
            confirmed=int(body.confirmed),
        )
        moment = datetime.fromtimestamp(smart_of(request).now(), UTC).isoformat(timespec="seconds")
        return JSONResponse(await Writing(_ehr(request), session, approved, audit, moment).write(WRITE))


@router.post("/end")
async def end(sid: str, request: Request) -> Response:
    """End the session: the EHR's token is forgotten."""
    smart_of(request).sessions.end(session_of(request))
    return Response(status_code=204)


async def _improve(seen: Seen, body: ImproveBody, request: Request) -> Response:
    """Return the result for a note; the session remembers by hashes that it was offered."""
    core, session = core_of(request), session_of(request)
    line = {**body.line(), "signed": (body.line().get("signed") or True) if seen.is_signed else False}
    if seen.date:
        line["visit"] = {"date": seen.date, **line.get("visit", {})}
    by_model = core.drive.engine is not None and body.engine == "default"
    order = Order(line, body.profile or core.settings.profile, body.offsets, by_model)

    async def work() -> Done:
        async with core.room.place(), aclosing(core.drive.improve(order, seen.sha256, who_of(request))) as way:
            async for event in way:
                if isinstance(event, Done):
                    return event
        raise AssertionError("the way of a note ends with its result")

    done = await while_there(request.receive, work())
    result = json.loads(done.json)
    session.offers[seen.id] = Offer(seen.version, seen.sha256, done.sha256, result["engine"], done.versions)
    head = {"id": secrets.token_urlsafe(12), "request_id": request.scope["request_id"], "note": seen.id}
    base = {"version": seen.version, "base_sha256": seen.sha256, "text": _to_approve(result)}
    return JSONResponse({**head, **base, **result})


async def _take(id: str, request: Request) -> Seen:
    """Return a note, once the audit knows who reads it. Raises Problem or JournalError."""
    session, who = session_of(request), who_of(request)
    seen = await while_there(request.receive, read_note(_ehr(request), session, id))
    await core_of(request).trail.add(
        READ,
        request_id=who.request_id,
        client=who.client,
        user=who.user,
        note=f"{NOTE}/{id}/_history/{seen.version or '0'}",
        note_sha256=seen.sha256,
        patient=session.patient,
    )
    return seen


async def _judge(approved: Approved, body: ApproveBody, request: Request) -> None:
    """Raise Problem where a text cannot be written as it is, or not without a second look; codes say why."""
    try:
        check_characters(body.text, "the text")
    except InputError as error:
        raise Problem(INVALID, str(error)) from None
    if DRAFT_LINE in body.text:
        raise Problem(INVALID, "The line that calls it a draft has to go before it is approved.")
    seen = await read_note(_ehr(request), session_of(request), approved.note)
    if seen.sha256 != approved.sha256:
        return  # the write refuses it, or finds what was written
    if seen.is_signed:
        if not _lines(body.text).rstrip().endswith(_lines(seen.text)):
            raise Problem(INVALID, "An addition to a signed note ends with the signed note, unchanged.")
        return
    order = Order({"rewrite": body.text, "source": seen.text}, core_of(request).settings.profile, "utf16")
    done = await core_of(request).drive.check(order, hash_text(body.text), who_of(request))
    findings = json.loads(done.json)["findings"]
    codes = sorted({str(one["code"]) for one in findings if one["level"] == "error"})
    if codes and not body.confirmed:
        raise EhrProblem(CONFIRM, codes=codes)


def _lines(text: str) -> str:
    """Return a text with the ends of its lines as a text field of a page has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _to_approve(result: dict[str, Any]) -> str | None:
    """Return the text of a result as it would be written once approved; None where there is none."""
    text = (result.get("record") or {}).get("text")
    return text.replace(DRAFT_LINE, "", 1).lstrip() if isinstance(text, str) else None


def _ehr(request: Request) -> Ehr:
    session = session_of(request)
    return Ehr(session.site.fhir, session.token)
