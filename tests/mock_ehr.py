"""A stand-in for an EHR: a login before a real FHIR server, with wires that can be cut.

The login is a real OAuth server (`tests.oauth_mock`). Where none is given the EHR is its own: that one can also say
what no OAuth server would, in tokens that are signed all the same. What comes for `/fhir` goes on to the server behind
it, with whatever token it came with.
"""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2

from tests.oauth_mock import OauthMock
from tests.signed_tokens import Signer

CLIENT, LAUNCH = "note-rewriter", "launch-1"
# What happens to a reply: nothing, it is lost after the server did its work, or the server never hears of it.
PASS, LOSE, CUT = "pass", "lose", "cut"


@dataclass
class MockEhr:
    """The EHR. `token` makes an access token; `redirect` is the address registered for the app."""

    fhir: str
    redirect: str
    token: Callable[[], str] = lambda: "token"
    login: OauthMock | None = None
    scope: str = "launch openid fhirUser patient/*.cruds"
    context: dict[str, Any] = field(default_factory=lambda: {"patient": "p1", "encounter": "e1"})
    user: str = "Practitioner/dr1"
    signer: Signer = field(default_factory=Signer)
    claims: dict[str, Any] = field(default_factory=dict)
    configuration: dict[str, Any] = field(default_factory=dict)
    fate: Callable[[str, str], str] = lambda method, path: PASS
    asked: list[tuple[str, str]] = field(default_factory=list)
    port: int = 0
    _codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The address of the FHIR server, as launches name it."""
        return f"http://127.0.0.1:{self.port}/fhir"

    def configure(self) -> dict[str, Any]:
        """Return the SMART configuration."""
        root = f"http://127.0.0.1:{self.port}/oauth"
        own = {
            "issuer": root,
            "authorization_endpoint": f"{root}/authorize",
            "token_endpoint": f"{root}/token",
            "jwks_uri": f"{root}/jwks",
        }
        found = self.login.endpoints if self.login else own
        return {**found, "code_challenge_methods_supported": ["S256"], **self.configuration}

    @property
    def registered(self) -> dict[str, str]:
        """What a launch must ask for."""
        return {
            "client_id": CLIENT,
            "redirect_uri": self.redirect,
            "aud": self.base,
            "launch": LAUNCH,
            "code_challenge_method": "S256",
        }

    @property
    def reply(self) -> dict[str, Any]:
        """What SMART adds to a token's reply, and the FHIR server's own token."""
        return {"access_token": self.token(), "scope": self.scope, "need_patient_banner": True, **self.context}

    @property
    def told(self) -> dict[str, Any]:
        """What the identity token claims of the clinician."""
        return {"fhirUser": f"{self.base}/{self.user}", **self.claims}

    def prepare(self) -> None:
        """Let the next launch be given what this EHR holds now."""
        if self.login:
            self.login.prepare(self.reply, self.told, self.registered)

    def authorize(self, query: dict[str, str]) -> str | None:
        """Return where the browser goes with a code, None where the request is not what was registered."""
        if any(query.get(name) != value for name, value in self.registered.items()):
            return None
        code = f"code-{len(self._codes)}"
        self._codes[code] = query
        return f"{self.redirect}?{urlencode({'code': code, 'state': query['state']})}"

    def redeem(self, form: dict[str, str]) -> dict[str, Any] | None:
        """Return the reply for a code, None where it is not good: unknown, used, or of another verifier."""
        query = self._codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if query is None or query["code_challenge"] != challenge or form.get("redirect_uri") != self.redirect:
            return None
        now = int(time.time())
        said = {"iss": self.configure()["issuer"], "aud": CLIENT, "iat": now, "exp": now + 300, "sub": "u1"}
        token = self.signer.sign({**said, "nonce": query["nonce"], **self.told})
        return {"token_type": "Bearer", "expires_in": 3600, "id_token": token, **self.reply}


@contextmanager
def serving(ehr: MockEhr) -> Iterator[MockEhr]:
    """Run the EHR at a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._serve()

        def do_POST(self) -> None:
            self._serve()

        def log_message(self, *_: object) -> None:
            pass

        def _serve(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            if parts.path == "/fhir/.well-known/smart-configuration":
                self._send(200, ehr.configure())
            elif parts.path == "/oauth/authorize":
                where = ehr.authorize(query)
                self._send(302 if where else 400, {}, {"Location": where} if where else {})
            elif parts.path == "/oauth/token":
                reply = ehr.redeem({name: values[0] for name, values in parse_qs(body.decode()).items()})
                self._send(200 if reply else 400, reply or {"error": "invalid_grant"})
            elif parts.path == "/oauth/jwks":
                self._send(200, ehr.signer.jwks())
            else:
                self._forward(body)

        def _forward(self, body: bytes) -> None:
            path = self.path.removeprefix("/fhir")
            fate = ehr.fate(self.command, path)
            ehr.asked.append((self.command, path))
            if fate != CUT:
                sent = {
                    name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")
                }
                reply = httpx2.request(self.command, ehr.fhir + path, headers=sent, content=body)
                if fate == PASS:
                    kept = {"Location": reply.headers["location"]} if "location" in reply.headers else {}
                    self._send(reply.status_code, reply.content, kept)

        def _send(self, status: int, body: dict[str, Any] | bytes, headers: dict[str, str] | None = None) -> None:
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            for name, value in {**(headers or {}), "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    ehr.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ehr
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
