"""Routes of a session: each request shows the secret of the launch that its address names, and comes from its page.

The cookie is bound to the session's own path, so two charts open side by side never mix: each tab has its own session.
An EHR shows the app in a frame, where a browser sends cookies only if they say so; then it is the origin that keeps
other sites out.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from rewriter.button.audit import plain
from rewriter.button.bodies import known_names
from rewriter.button.core import core_of
from rewriter.button.drive import Who
from rewriter.button.guarded import check_json
from rewriter.button.problems import FORBIDDEN, Problem, invalid
from rewriter.button.settings import Limits, ServeSettings
from rewriter.button.smart.faults import ENDED, EhrProblem
from rewriter.button.smart.sessions import Session, Sessions
from rewriter.button.smart.tokens import Authority

PREFIX = "/smart"
COOKIE = "note-session"
_KNOWN = known_names() | {"version", "text", "confirmed", "accepted", "offered"}
_LIMITS = Limits()

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


@dataclass
class Smart:
    """What the SMART app of one service holds: `request.app.state.smart`."""

    settings: ServeSettings
    now: Callable[[], float]
    sessions: Sessions = field(default_factory=Sessions)
    authorities: dict[str, Authority] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare what is known of each site's authorization server: nothing yet."""
        self.authorities = {site.name: Authority(site) for site in self.settings.sites}

    @property
    def base(self) -> str:
        """The address of the service, as launches are told it."""
        return self.settings.public_url.rstrip("/")

    @property
    def redirect(self) -> str:
        """The one address that an EHR sends a code to."""
        return f"{self.base}{PREFIX}/callback"

    def set_cookie(self, reply: Response, name: str, value: str, path: str, seconds: float) -> None:
        """Give the browser a cookie that no script can read; the path keeps it to where it belongs."""
        secure = self.base.startswith("https:")
        reply.set_cookie(
            name,
            value,
            max_age=int(seconds),
            path=urlsplit(self.base).path + path,
            secure=secure,
            httponly=True,
            samesite="none" if secure else "lax",
        )
        if secure:  # in a frame a browser keeps it only apart for each site around it
            reply.raw_headers[-1] = (reply.raw_headers[-1][0], reply.raw_headers[-1][1] + b"; Partitioned")


class SessionRoute(APIRoute):
    """A route for whoever holds a session; its path names the session in `sid`."""

    def get_route_handler(self) -> Handler:
        """Return what serves a request, once its session is known."""
        serve = super().get_route_handler()

        async def serve_guarded(request: Request) -> Response:
            smart = smart_of(request)
            scheme, _, key = request.headers.get("authorization", "").partition(" ")
            secret = key if scheme.lower() == "bearer" else request.cookies.get(COOKIE, "")
            session = smart.sessions.find(request.path_params["sid"], secret, smart.now())
            if session is None:
                raise EhrProblem(ENDED)
            _check_origin(request, smart)
            core_of(request).access.pace.take(_client(session), _LIMITS)
            request.state.session = session
            if self.body_field is not None:
                check_json(request)
            try:
                return await serve(request)
            except RequestValidationError as error:
                raise invalid(error.errors(), _KNOWN) from None

        return serve_guarded


def smart_of(request: Request) -> Smart:
    """Return the SMART app that a request came to."""
    smart: Smart = request.app.state.smart
    return smart


def session_of(request: Request) -> Session:
    """Return the session of a request that a route let in."""
    session: Session = request.state.session
    return session


def who_of(request: Request) -> Who:
    """Return who works in a session, as the audit has it."""
    session = session_of(request)
    return Who(request.scope["request_id"], _client(session), plain(session.user))


def _client(session: Session) -> str:
    return f"{session.site.name}/smart"


def _check_origin(request: Request, smart: Smart) -> None:
    """Raise Problem where another site's page sends a request: only the app's own page may change anything."""
    parts = urlsplit(smart.base)
    own = f"{parts.scheme}://{parts.netloc}".lower()
    origin = request.headers.get("origin")
    if request.method == "GET" and origin is None:
        return
    if origin is None or origin.lower() != own:
        raise Problem(FORBIDDEN, "Only the app's own page may do this.")
