"""Bearer tokens (JWT): whose they are, and whether their signature, audience and time hold.

The keys of an issuer are pinned in a file, or come from the one address that the settings name: never from where a
token says. Only signatures that need the issuer's own key are taken.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
import jwt

from rewriter.button.settings import Issuer
from rewriter.button.trust import trusted
from rewriter.errors import SettingsError

_LOG = logging.getLogger("rewriter.button")
_KEEP_SECONDS, _AGAIN_SECONDS = 600.0, 30.0
_FETCH_SECONDS, _MOST_BYTES = 5.0, 1 << 18
_LONGEST = 8192
_REQUIRED = ("iss", "aud", "exp", "iat")


class BadToken(Exception):
    """A token that is not to be believed; the message says nothing of it."""


@dataclass
class Keys:
    """The keys of one issuer by their ids. Those from an address are kept a while; `clock` is seconds."""

    issuer: Issuer
    clock: Callable[[], float]
    transport: httpx2.AsyncBaseTransport | None = None
    _known: Mapping[str, jwt.PyJWK] = field(default_factory=dict, repr=False)
    _asked: float | None = None
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)

    def __post_init__(self) -> None:
        if self.issuer.jwks is None:
            return
        try:
            self._known = _parse(self.issuer.jwks.read_bytes())
        except (OSError, ValueError, jwt.PyJWTError):
            raise SettingsError(f"the keys of the issuer {self.issuer.name} cannot be read") from None

    async def find(self, name: str) -> jwt.PyJWK | None:
        """Return the key with this id, None where there is none."""
        if self.issuer.jwks_url is None:
            return self._known.get(name)
        async with self._lock:
            age = None if self._asked is None else self.clock() - self._asked
            if age is None or age > _KEEP_SECONDS or (name not in self._known and age > _AGAIN_SECONDS):
                self._asked = self.clock()
                await self._fetch(self.issuer.jwks_url)
        return self._known.get(name)

    async def _fetch(self, url: str) -> None:
        """Get the keys anew; where that fails, the old ones are kept."""
        try:
            async with (
                asyncio.timeout(_FETCH_SECONDS),
                httpx2.AsyncClient(
                    verify=trusted(), follow_redirects=False, trust_env=False, transport=self.transport
                ) as client,
                client.stream("GET", url, headers={"Accept": "application/json"}) as reply,
            ):
                reply.raise_for_status()
                data = b""
                async for some in reply.aiter_bytes():
                    data += some
                    if len(data) > _MOST_BYTES:
                        raise ValueError("too many keys")
            self._known = _parse(data)
        except (httpx2.HTTPError, TimeoutError, ValueError, jwt.PyJWTError) as error:
            _LOG.warning("the keys of the issuer %s cannot be fetched: %s", self.issuer.name, type(error).__name__)


@dataclass(frozen=True)
class Tokens:
    """Whose tokens are taken."""

    keys: Sequence[Keys]

    async def check(self, token: str, *, audience: str | None = None) -> tuple[Issuer, Mapping[str, Any]]:
        """Return who issued a token and what it claims. `audience` stands in place of the issuer's own.

        Raises BadToken.
        """
        if len(token) > _LONGEST:
            raise BadToken
        try:
            head = jwt.get_unverified_header(token)
            said = jwt.decode(token, options={"verify_signature": False})
            keys = next((one for one in self.keys if one.issuer.issuer == said.get("iss")), None)
            name = head.get("kid")
            if keys is None or head.get("alg") not in keys.issuer.algorithms or not isinstance(name, str):
                raise BadToken
            key = await keys.find(name)
            if key is None:
                raise BadToken
            claims: Mapping[str, Any] = jwt.decode(
                token,
                key.key,
                algorithms=list(keys.issuer.algorithms),
                audience=audience or keys.issuer.audience,
                issuer=keys.issuer.issuer,
                leeway=keys.issuer.leeway,
                options={"require": list(_REQUIRED)},
            )
        except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
            raise BadToken from None
        return keys.issuer, claims


def _parse(data: bytes) -> dict[str, jwt.PyJWK]:
    """Return the keys of a JWK set that are for signatures. Raises ValueError or PyJWTError."""
    listed = json.loads(data)
    rows = listed.get("keys") if isinstance(listed, dict) else None
    if not isinstance(rows, list):
        raise ValueError("this is no set of keys")
    keys = {}
    for row in rows:
        is_public = isinstance(row, dict) and row.get("kty") in ("EC", "RSA", "OKP") and row.get("use") in (None, "sig")
        if is_public and isinstance(row.get("kid"), str):
            keys[row["kid"]] = jwt.PyJWK.from_dict(row)
    return keys
