"""Who works in the SMART app: a clinician, with one patient's notes, for as long as the EHR's token holds."""

import hashlib
import hmac
import secrets
from asyncio import Lock
from collections.abc import Mapping
from dataclasses import dataclass, field

from rewriter.button.sites import Site

_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Offer:
    """A rewrite that was shown: of which version of a note, of which text, and what made it. Hashes, no text."""

    version: str
    note_sha256: str
    result_sha256: str
    engine: str
    versions: Mapping[str, str | None]


@dataclass
class Session:
    """One launch. `user` and `patient` are references, `encounter` is "" where the launch named none."""

    site: Site
    token: str = field(repr=False)
    scopes: frozenset[str]
    user: str
    patient: str
    encounter: str
    ends: float
    # Whether the app itself has to show whose notes these are.
    shows_patient: bool = False
    id: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    # What the page's scripts show in place of the cookie, which the button does not send.
    key: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    offers: dict[str, Offer] = field(default_factory=dict)
    # One approval at a time: a second click waits, and finds what the first one wrote.
    lock: Lock = field(default_factory=Lock, repr=False)

    def may_create(self, kind: str) -> bool:
        """Return whether the EHR granted that resources of a kind are created."""
        return any(_grants(scope, kind) for scope in self.scopes)


@dataclass
class Sessions:
    """All sessions, each under its id, with the hash of the secret that its browser holds. Times are seconds."""

    _known: dict[str, tuple[Session, bytes]] = field(default_factory=dict)

    def begin(self, session: Session, now: float) -> str:
        """Keep a session; return its secret. The one that ends first makes room where there are too many."""
        for old in [name for name, (one, _) in self._known.items() if one.ends <= now]:
            del self._known[old]
        if len(self._known) >= _MOST:
            del self._known[min(self._known, key=lambda name: self._known[name][0].ends)]
        secret = secrets.token_urlsafe(32)
        self._known[session.id] = session, _digest(secret)
        return secret

    def find(self, id: str, secret: str, now: float) -> Session | None:
        """Return the session with this id, if the secret or the key is its own and it has not ended."""
        session, digest = self._known.get(id, (None, b""))
        if session is None or session.ends <= now:
            return None
        given = _digest(secret)
        is_own = hmac.compare_digest(digest, given) | hmac.compare_digest(_digest(session.key), given)
        return session if is_own else None

    def end(self, session: Session) -> None:
        """Forget a session, and the EHR's token with it."""
        self._known.pop(session.id, None)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def _grants(scope: str, kind: str) -> bool:
    """Return whether a scope, of SMART 1 or 2, lets resources of a kind be created."""
    who, _, rest = scope.partition("/")
    what, _, may = rest.partition("?")[0].partition(".")
    return who in ("patient", "user") and what in (kind, "*") and (may in ("write", "*") or "c" in may)
