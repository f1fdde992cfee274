"""CDS Hooks 2.0: a card beside the chart that opens the SMART app. The card itself improves nothing.

An EHR calls a hook each time somebody opens a chart, so no model is asked here, and no note is read: the EHR is asked
for a count alone. Whoever calls shows a token signed for exactly this address, by an issuer that may use hooks, and
each token counts once. What a body says beside ids, hooks and counts is not looked at, kept or logged.
"""

import json
import re
import time
import uuid
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse

from rewriter.button.audit import plain
from rewriter.button.core import core_of
from rewriter.button.problems import INVALID, NO_ACCESS, UNKNOWN, Problem
from rewriter.button.replays import Replays
from rewriter.button.settings import HOOKS, Issuer, ServeSettings
from rewriter.button.tokens import BadToken
from rewriter.fhir.shapes import is_id

HOOK, FEEDBACK = "hook", "hook_feedback"
_BASE = "/cds-services"
_NOT_NOW = {"code": "not-now", "system": "urn:note-rewriter:override", "display": "Not now"}
_OUTCOMES = ("accepted", "overridden")
_USER = re.compile(r"[A-Z][A-Za-z]{1,40}/[A-Za-z0-9.-]{1,64}")
_MOST_FEEDBACK = 100


class Service(NamedTuple):
    """A hook that is answered: its id here, the hook, what it is for, and the ids it must come with."""

    id: str
    hook: str
    about: str
    needed: tuple[str, ...]
    query: str


_SERVICES = {
    service.id: service
    for service in (
        Service(
            "note-on-chart",
            "patient-view",
            "Offers to improve the therapy notes of the patient whose chart is open.",
            ("userId", "patientId"),
            "DocumentReference?patient={{context.patientId}}&category=clinical-note&_summary=count",
        ),
        Service(
            "note-on-discharge",
            "encounter-discharge",
            "Offers to improve the therapy notes of a stay before its patient is discharged.",
            ("userId", "patientId", "encounterId"),
            "DocumentReference?encounter=Encounter/{{context.encounterId}}&category=clinical-note&_summary=count",
        ),
    )
}


class Malformed(Problem):
    """A request that is not what CDS Hooks says it should be: 400."""

    def __init__(self, detail: str) -> None:
        super().__init__(INVALID, detail)
        self.status_code = self.body["status"] = 400


def add_routes(app: FastAPI, settings: ServeSettings) -> None:
    """Add the routes to a service where an issuer may use hooks; else there are none."""
    if any(HOOKS in issuer.may for issuer in settings.issuers):
        app.include_router(make_router(settings))


def make_router(settings: ServeSettings, *, clock: Callable[[], float] = time.time) -> APIRouter:
    """Return the routes. `clock` is seconds since the epoch, as the times in tokens are."""
    router, replays = APIRouter(), Replays()
    base = settings.public_url.rstrip("/")

    async def admit(request: Request, address: str) -> tuple[Issuer, str]:
        """Return the issuer and the client of a request's token. Raises Problem (401, 403, 429 or 503)."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        try:
            if scheme.lower() != "bearer" or not base:
                raise BadToken
            issuer, claims = await core_of(request).access.tokens.check(token.strip(), audience=base + address)
            if HOOKS not in issuer.may:
                raise BadToken
            replays.take(issuer, claims, clock())
        except BadToken:
            raise Problem(NO_ACCESS, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'}) from None
        core_of(request).access.pace.take(f"{issuer.name}/hooks", issuer.limits)
        subject = claims.get("sub")
        return issuer, plain(subject) if isinstance(subject, str) else ""

    @router.get(_BASE)
    async def discover() -> dict[str, Any]:
        """List the hooks that are answered; open to all, as the specification has it."""
        return {"services": [_describe(service) for service in _SERVICES.values()]}

    @router.post(_BASE + "/{id}")
    async def answer(id: str, request: Request) -> Response:
        """Answer a hook with a card that opens the SMART app, or with none where there is no note."""
        service = _find(id)
        issuer, subject = await admit(request, f"{_BASE}/{service.id}")
        body = await _read(request)
        ids = _check_context(service, body)
        cards = [] if _count_notes(body) == 0 else [_make_card(base, service)]
        await core_of(request).trail.add(
            HOOK,
            request_id=request.scope["request_id"],
            client=f"{issuer.name}/hooks",
            user=ids["userId"],
            subject=subject,
            service=service.id,
            instance=body["hookInstance"],
            patient=ids["patientId"],
            encounter=ids.get("encounterId"),
            cards=len(cards),
        )
        return JSONResponse({"cards": cards})

    @router.post(_BASE + "/{id}/feedback")
    async def take_feedback(id: str, request: Request) -> Response:
        """Take note of what became of cards: outcomes alone. What a user wrote to explain them is not kept."""
        service = _find(id)
        issuer, subject = await admit(request, f"{_BASE}/{service.id}/feedback")
        body = await _read(request)
        given = body.get("feedback")
        if not isinstance(given, list) or not 0 < len(given) <= _MOST_FEEDBACK:
            raise Malformed(f"`feedback` must be a list of 1 to {_MOST_FEEDBACK} objects.")
        for card, outcome in [_check_feedback(one) for one in given]:
            await core_of(request).trail.add(
                FEEDBACK,
                request_id=request.scope["request_id"],
                client=f"{issuer.name}/hooks",
                subject=subject,
                service=service.id,
                card=card,
                outcome=outcome,
            )
        return JSONResponse({})

    return router


def _describe(service: Service) -> dict[str, Any]:
    return {
        "id": service.id,
        "hook": service.hook,
        "title": "Improve note",
        "description": service.about,
        "prefetch": {"notes": service.query},
    }


def _make_card(base: str, service: Service) -> dict[str, Any]:
    return {
        "uuid": str(uuid.uuid4()),
        "summary": "Therapy notes can be improved before they are signed",
        "detail": "Opens the notes of this visit. You see each change beside your own words, and nothing is written "
        "before you approve it.",
        "indicator": "info",
        "source": {"label": "Note rewriter"},
        "overrideReasons": [_NOT_NOW],
        "links": [
            {
                "label": "Open the note improver",
                "url": f"{base}/smart/launch",
                "type": "smart",
                "appContext": urlencode({"from": service.id}),
            }
        ],
    }


def _find(id: str) -> Service:
    if id not in _SERVICES:
        raise Problem(UNKNOWN)
    return _SERVICES[id]


async def _read(request: Request) -> Mapping[str, Any]:
    """Return the object that a body is. Raises Malformed for whatever else it may be."""
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise Malformed("The body is not JSON.") from None
    if not isinstance(body, dict):
        raise Malformed("The body must be an object.")
    return body


def _check_context(service: Service, body: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the ids that a hook came with. Raises Malformed."""
    context = body.get("context")
    if body.get("hook") != service.hook:
        raise Malformed(f"`hook` must be {service.hook}.")
    if not _is_uuid(body.get("hookInstance")):
        raise Malformed("`hookInstance` must be a UUID.")
    if not isinstance(context, dict):
        raise Malformed("`context` must be an object.")
    ids = {}
    for name in ("userId", "patientId", "encounterId"):
        value = context.get(name)
        if value is None and name not in service.needed:
            continue
        if not isinstance(value, str) or not (_USER.fullmatch(value) if name == "userId" else is_id(value)):
            raise Malformed(f"`context.{name}` must be an id, as the hook {service.hook} has it.")
        ids[name] = value
    return ids


def _count_notes(body: Mapping[str, Any]) -> int | None:
    """Return how many notes the EHR says there are, None where it does not say."""
    prefetch = body.get("prefetch")
    notes = prefetch.get("notes") if isinstance(prefetch, dict) else None
    total = notes.get("total") if isinstance(notes, dict) and notes.get("resourceType") == "Bundle" else None
    return total if isinstance(total, int) and not isinstance(total, bool) else None


def _check_feedback(given: object) -> tuple[str, str]:
    """Return which card it is about, and what became of it. Raises Malformed."""
    if not isinstance(given, dict):
        raise Malformed("`feedback` must hold objects.")
    card, outcome = given.get("card"), given.get("outcome")
    if not isinstance(card, str) or not _is_uuid(card):
        raise Malformed("`card` must be the UUID of a card.")
    if outcome not in _OUTCOMES:
        raise Malformed(f"`outcome` must be {' or '.join(_OUTCOMES)}.")
    return card, str(outcome)


def _is_uuid(value: object) -> bool:
    try:
        return isinstance(value, str) and str(uuid.UUID(value)) == value.lower()
    except ValueError:
        return False
