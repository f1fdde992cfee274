"""How a session begins: an EHR sends a clinician here, the EHR's own login says who it is, and the app opens."""

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from rewriter.button.audit import plain
from rewriter.button.core import core_of
from rewriter.button.problems import FORBIDDEN, Problem
from rewriter.button.smart.faults import LAUNCH, REFUSED, EhrProblem
from rewriter.button.smart.guard import COOKIE, PREFIX, Smart, smart_of
from rewriter.button.smart.tickets import cookie_name, make_ticket, read_ticket, write_ticket
from rewriter.button.smart.tokens import Authority

LAUNCHED = "launched"
_LONGEST = 4096
_CALLBACK = f"{PREFIX}/callback"

router = APIRouter(prefix=PREFIX)


@router.get("/launch")
async def launch(request: Request) -> Response:
    """Send the browser to the EHR's login. `iss` must be a FHIR server that the settings name."""
    smart = smart_of(request)
    iss, launched = _one(request, "iss"), _one(request, "launch")
    authority = _find_site(smart, iss.rstrip("/"))
    server = await authority.find()
    ticket = make_ticket(authority.site.name)
    reply = RedirectResponse(authority.address(server, ticket, launched, smart.redirect), 302)
    written = write_ticket(ticket, core_of(request).seal.key, smart.now())
    smart.set_cookie(reply, cookie_name(ticket.state), written, _CALLBACK, 600)
    return reply


@router.get("/callback")
async def call_back(request: Request) -> Response:
    """Take the EHR's code, and open the app for whom and what it stands for."""
    smart, core = smart_of(request), core_of(request)
    state = _one(request, "state")
    ticket = read_ticket(request.cookies.get(cookie_name(state), ""), state, core.seal.key, smart.now())
    if ticket is None or ticket.site not in smart.authorities:
        raise Problem(FORBIDDEN, "This launch was not begun in this browser, or too long ago: start it again.")
    if "error" in request.query_params:
        raise EhrProblem(REFUSED, "The EHR did not allow the launch.")
    authority = smart.authorities[ticket.site]
    server = await authority.find()
    session = await authority.redeem(server, ticket, _one(request, "code"), smart.redirect, smart.now())
    await core.trail.add(
        LAUNCHED,
        request_id=request.scope["request_id"],
        client=f"{session.site.name}/smart",
        user=plain(session.user),
        patient=session.patient,
        encounter=session.encounter,
    )
    secret = smart.sessions.begin(session, smart.now())
    path = f"{PREFIX}/app/{session.id}/"
    reply = RedirectResponse(smart.base + path, 303)
    smart.set_cookie(reply, COOKIE, secret, path, session.ends - smart.now())
    reply.delete_cookie(cookie_name(state), path=_CALLBACK)
    return reply


def _find_site(smart: Smart, iss: str) -> Authority:
    """Return the site whose FHIR server it is: nothing else is ever fetched. Raises EhrProblem."""
    found = next((one for one in smart.authorities.values() if one.site.fhir == iss), None)
    if found is None:
        raise EhrProblem(LAUNCH, "This EHR is not one of the sites that this service is set up for.")
    return found


def _one(request: Request, name: str) -> str:
    """Return a parameter that must come once. Raises EhrProblem (400)."""
    values = request.query_params.getlist(name)
    if len(values) != 1 or not 0 < len(values[0]) <= _LONGEST:
        raise EhrProblem(LAUNCH, f"The parameter {name} is missing, or comes twice.")
    return values[0]
