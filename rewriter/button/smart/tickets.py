"""What the browser keeps between a launch and its callback: signed here, so that nobody can hand it another launch."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from typing import NamedTuple

import jwt

_ALGORITHM = "HS256"
_SECONDS = 600


class Ticket(NamedTuple):
    """One launch on its way: its site, and the secrets that make the callback its own."""

    site: str
    state: str
    verifier: str
    nonce: str

    @property
    def challenge(self) -> str:
        """What the EHR is told of the verifier (PKCE, S256)."""
        return urlsafe_b64encode(hashlib.sha256(self.verifier.encode()).digest()).decode().rstrip("=")


def make_ticket(site: str) -> Ticket:
    """Return a new ticket."""
    return Ticket(site, secrets.token_urlsafe(32), secrets.token_urlsafe(64), secrets.token_urlsafe(32))


def write_ticket(ticket: Ticket, key: bytes, now: float) -> str:
    """Return a ticket as a cookie holds it."""
    return jwt.encode({**ticket._asdict(), "ends": int(now) + _SECONDS}, _key(key), _ALGORITHM)


def read_ticket(written: str, state: str, key: bytes, now: float) -> Ticket | None:
    """Return the ticket of a cookie if it is one of ours, of this launch, and not too old."""
    try:
        said = jwt.decode(written, _key(key), algorithms=[_ALGORITHM])
        ticket, ends = Ticket(*(str(said[name]) for name in Ticket._fields)), int(said["ends"])
    except (jwt.PyJWTError, ValueError, KeyError, TypeError):
        return None
    is_same = hmac.compare_digest(ticket.state.encode(), state.encode("utf-8", "surrogatepass"))
    return ticket if is_same and now < ends else None


def cookie_name(state: str) -> str:
    """Return the name of a launch's cookie: two launches at once do not mix."""
    return f"note-launch-{hashlib.sha256(state.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _key(key: bytes) -> bytes:
    return hmac.new(key, b"launch", hashlib.sha256).digest()
