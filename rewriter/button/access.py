"""Who gets in: a client by its key, whoever has a token of a known issuer, or, on this machine alone, anybody.

Only hashes of keys are known here. Keys are random, so a plain hash hides them well enough.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from rewriter.button.audit import plain
from rewriter.button.pace import Pace
from rewriter.button.problems import FORBIDDEN, NO_ACCESS, Problem
from rewriter.button.settings import Grant, Limits, ServeSettings, is_loopback
from rewriter.button.tokens import BadToken, Keys, Tokens

LOCAL = "local"
_CHALLENGE = {"WWW-Authenticate": "Bearer"}
# What a proxy adds: then whoever asks is somewhere else, whatever the connection looks like.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")


class Caller(NamedTuple):
    """Who asks: the client, the person where a token names one, and what the client may do."""

    client: str
    user: str
    limits: Limits


@dataclass
class Access:
    """The door of a service. `clock` is seconds."""

    settings: ServeSettings
    clock: Callable[[], float]
    pace: Pace = field(init=False)
    tokens: Tokens = field(init=False)

    def __post_init__(self) -> None:
        """Read the pinned keys. Raises SettingsError."""
        self.pace = Pace(self.clock)
        self.tokens = Tokens([Keys(issuer, self.clock) for issuer in self.settings.issuers])

    async def admit(self, request: HTTPConnection, needed: str) -> Caller:
        """Return who asks, and count the request. `needed` is what for. Raises Problem: 401, 403 or 429."""
        name, user, grant = await self._recognise(request)
        if needed not in grant.may:
            raise Problem(FORBIDDEN, f"This client may not use what is for {needed}.")
        self._check_origin(request, grant)
        self.pace.take(name, grant.limits)
        return Caller(name, user, grant.limits)

    async def _recognise(self, request: HTTPConnection) -> tuple[str, str, Grant]:
        if not self.settings.is_guarded:
            self._check_local(request)
            return LOCAL, "", self.settings.local
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret.strip():
            raise Problem(NO_ACCESS, headers=_CHALLENGE)
        found = await self._check_token(secret.strip()) if secret.count(".") == 2 else self._check_key(secret.strip())
        if found is None:
            raise Problem(NO_ACCESS, headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})
        return found

    def _check_key(self, key: str) -> tuple[str, str, Grant] | None:
        digest = hash_key(key)
        found = None
        for client in self.settings.clients:  # all of them: the time tells nothing
            for known in client.key_sha256:
                if hmac.compare_digest(known, digest):
                    found = client.name, "", client
        return found

    async def _check_token(self, token: str) -> tuple[str, str, Grant] | None:
        try:
            issuer, claims = await self.tokens.check(token)
        except BadToken:
            return None
        client = _claim(claims, issuer.client_claim) or "any"
        return f"{issuer.name}/{client}", _claim(claims, issuer.user_claim), issuer

    def _check_local(self, request: HTTPConnection) -> None:
        """Raise Problem where a request without a key may come from elsewhere, or was sent by another site's page."""
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        peer = request.client.host if request.client else ""
        if not is_loopback(peer) or not is_loopback(host) or any(name in request.headers for name in _FORWARDED):
            raise Problem(FORBIDDEN, "Without clients or issuers only this machine itself is served.")

    def _check_origin(self, request: HTTPConnection, grant: Grant) -> None:
        origin = request.headers.get("origin")
        if origin is None or origin.lower() in grant.origins or origin.lower() == self._own_origin(request):
            return
        raise Problem(FORBIDDEN, "This client may not be used from this site.")

    def _own_origin(self, request: HTTPConnection) -> str:
        public = urlsplit(self.settings.public_url)
        if public.netloc:
            return f"{public.scheme}://{public.netloc}".lower()
        return f"{request.url.scheme}://{request.headers.get('host', '')}".lower()


def hash_key(key: str) -> str:
    """Return the hash under which a key is known."""
    return hashlib.sha256(key.encode()).hexdigest()


def _claim(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return plain(value) if isinstance(value, str) else ""
