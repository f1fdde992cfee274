"""An EHR's authorization server: where it is, and the tokens that it gives for a code."""

import time
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from pydantic import ValidationError

from rewriter.button.settings import Issuer
from rewriter.button.sites import Site, is_private
from rewriter.button.smart.client import Silent, fetch, parse_object
from rewriter.button.smart.faults import FAILED, REFUSED, EhrProblem
from rewriter.button.smart.sessions import Session
from rewriter.button.smart.tickets import Ticket
from rewriter.button.tokens import BadToken, Keys, Tokens
from rewriter.fhir.shapes import is_id, reference

_KEEP_SECONDS = 600.0
_SIGNED_BY = ("RS256", "RS384", "ES256", "ES384")
_CLINICIANS = ("Practitioner", "PractitionerRole")


@dataclass(frozen=True, slots=True)
class Server:
    """The addresses of an authorization server, as the EHR's own configuration names them."""

    authorize: str
    token: str
    keys: str
    issuer: str


@dataclass
class Authority:
    """The authorization server of one site."""

    site: Site
    _server: Server | None = None
    _asked: float = field(default=0.0)

    async def find(self) -> Server:
        """Return where the server is. Raises EhrProblem."""
        now = time.monotonic()
        if self._server is None or now - self._asked > _KEEP_SECONDS:
            said = await self._get(f"{self.site.fhir}/.well-known/smart-configuration")
            self._server, self._asked = _read_server(said, self.site), now
        return self._server

    def address(self, server: Server, ticket: Ticket, launch: str, redirect: str) -> str:
        """Return where the browser goes to have the launch authorized."""
        query = {
            "response_type": "code",
            "client_id": self.site.client_id,
            "redirect_uri": redirect,
            "launch": launch,
            "scope": self.site.scopes,
            "state": ticket.state,
            "nonce": ticket.nonce,
            "aud": self.site.fhir,
            "code_challenge": ticket.challenge,
            "code_challenge_method": "S256",
        }
        return f"{server.authorize}{'&' if urlsplit(server.authorize).query else '?'}{urlencode(query)}"

    async def redeem(self, server: Server, ticket: Ticket, code: str, redirect: str, now: float) -> Session:
        """Return the session that a code is good for; `now` is seconds since the epoch. Raises EhrProblem."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect,
            "code_verifier": ticket.verifier,
        }
        headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
        secret = self.site.client_secret.get_secret_value()
        if secret:
            pair = f"{quote(self.site.client_id, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
        else:
            form["client_id"] = self.site.client_id
        try:
            reply = await fetch("POST", server.token, headers, urlencode(form).encode())
            said = parse_object(reply.content)
        except (Silent, ValueError):
            raise EhrProblem(FAILED) from None
        if reply.status_code != 200:
            raise EhrProblem(REFUSED, "The EHR did not accept this launch: start it again from the chart.")
        return self._session(said, await self._find_user(server, said, ticket.nonce), now)

    def _session(self, said: Mapping[str, Any], user: str, now: float) -> Session:
        token, patient, encounter = said.get("access_token"), said.get("patient"), said.get("encounter") or ""
        lasts, scope = said.get("expires_in"), said.get("scope")
        if not isinstance(token, str) or not token.isascii() or not token.isprintable() or not token:
            raise EhrProblem(FAILED)
        if str(said.get("token_type")).lower() != "bearer" or not isinstance(scope, str):
            raise EhrProblem(FAILED)
        if not isinstance(patient, str) or not is_id(patient):
            raise EhrProblem(REFUSED, "The launch named no patient: start it from a patient's chart.")
        if not isinstance(encounter, str) or (encounter and not is_id(encounter)):
            raise EhrProblem(FAILED)
        seconds = float(lasts) if isinstance(lasts, int | float) and not isinstance(lasts, bool) else 300.0
        return Session(
            site=self.site,
            token=token,
            scopes=frozenset(scope.split()),
            user=user,
            patient=f"Patient/{patient}",
            encounter=f"Encounter/{encounter}" if encounter else "",
            shows_patient=said.get("need_patient_banner") is not False,
            ends=now + min(seconds, self.site.session_minutes * 60),
        )

    async def _find_user(self, server: Server, said: Mapping[str, Any], nonce: str) -> str:
        """Return the clinician that the identity token names: without one nothing could be approved."""
        token = said.get("id_token")
        try:
            issuer = Issuer(
                name=self.site.name,
                issuer=server.issuer,
                audience=self.site.client_id,
                algorithms=_SIGNED_BY,
                jwks_url=server.keys,
            )
            if not isinstance(token, str):
                raise BadToken
            _, claims = await Tokens([Keys(issuer, time.monotonic)]).check(token)
        except (BadToken, ValidationError):
            raise EhrProblem(REFUSED, "The EHR did not say in a valid token who the clinician is.") from None
        user = claims.get("fhirUser")
        found = reference(user.removeprefix(f"{self.site.fhir}/"), *_CLINICIANS) if isinstance(user, str) else None
        if claims.get("nonce") != nonce or found is None:
            raise EhrProblem(REFUSED, "Only a clinician whom the EHR names can use this.")
        return str(found["reference"])

    async def _get(self, url: str) -> Mapping[str, Any]:
        try:
            reply = await fetch("GET", url, {"Accept": "application/json"})
            if reply.status_code == 200:
                return parse_object(reply.content)
        except (Silent, ValueError):
            pass
        raise EhrProblem(FAILED, "The EHR's SMART configuration cannot be read.")


def _read_server(said: Mapping[str, Any], site: Site) -> Server:
    """Return the addresses in a SMART configuration; none of them may be read on the way. Raises EhrProblem."""
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    found = [said.get(name) for name in names]
    methods = said.get("code_challenge_methods_supported")
    if not all(isinstance(one, str) and is_private(one) for one in found) or not isinstance(methods, list):
        raise EhrProblem(FAILED, "The EHR's SMART configuration lacks what a launch needs.")
    if "S256" not in methods:
        raise EhrProblem(FAILED, "The EHR does not support PKCE with S256.")
    issuer, (authorize, token, keys) = said.get("issuer"), (str(one) for one in found)
    return Server(authorize, token, keys, issuer if isinstance(issuer, str) and issuer else site.fhir)
