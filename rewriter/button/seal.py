"""The id of a result: proof of which note it was about, without a word of the note.

An answer to a question comes with the id of the result that asked, and with the note again. The service keeps nothing
between the two: what it does not keep it cannot lose, it answers after a restart and beside others of its kind, and
memory does not grow with the notes that nobody goes on with. The id is a moment and three keyed digests; it says
nothing to whoever finds it in a log.
"""

import base64
import hashlib
import hmac
import json
import struct
from binascii import Error
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_TAG = 16
_EXPIRY = struct.Struct(">Q")
_LENGTH = _EXPIRY.size + 3 * _TAG
# What may differ when the answers come: they are what is new.
_NOT_BOUND = frozenset({"text", "answers", "answered_on", "base_sha256", "offsets", "engine"})


class Unknown(Exception):
    """The id is none of ours, or was given to another client."""


class Expired(Exception):
    """The id is too old."""


class Stale(Exception):
    """The id is of another note, or of another visit."""


@dataclass(frozen=True)
class Seal:
    """Makes and checks ids. `lasts` is seconds; times are seconds since the epoch."""

    key: bytes
    lasts: float

    def make(self, client: str, sha256: str, terms: Mapping[str, Any], now: float) -> str:
        """Return the id of a result: for this client, about the note with this hash, under these terms."""
        expiry = _EXPIRY.pack(int(now + self.lasts))
        body = expiry + self._tag(b"note", client, expiry, sha256) + self._tag(b"terms", client, expiry, _say(terms))
        return base64.urlsafe_b64encode(body + self._tag(b"id", client, body, "")).decode().rstrip("=")

    def check(
        self, written: str, client: str, now: float, *, sha256: str, terms: Mapping[str, Any] | None = None
    ) -> None:
        """Check an id against a note, and against its terms where they are given. Raises Unknown, Expired or Stale."""
        try:
            raw = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
        except (Error, ValueError):
            raise Unknown from None
        body, tag = raw[:-_TAG], raw[-_TAG:]
        if len(raw) != _LENGTH or not hmac.compare_digest(tag, self._tag(b"id", client, body, "")):
            raise Unknown
        expiry, note, bound = body[: _EXPIRY.size], body[_EXPIRY.size : -_TAG], body[-_TAG:]
        if _EXPIRY.unpack(expiry)[0] < now:
            raise Expired
        if not hmac.compare_digest(note, self._tag(b"note", client, expiry, sha256)):
            raise Stale
        if terms is not None and not hmac.compare_digest(bound, self._tag(b"terms", client, expiry, _say(terms))):
            raise Stale

    def _tag(self, use: bytes, client: str, body: bytes, said: str) -> bytes:
        parts = [use, client.encode(), body, said.encode()]
        message = b"".join(struct.pack(">I", len(part)) + part for part in parts)
        return hmac.new(self.key, message, hashlib.sha256).digest()[:_TAG]


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8, as `base_sha256` has it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _say(terms: Mapping[str, Any]) -> str:
    bound = {name: value for name, value in terms.items() if name not in _NOT_BOUND and value is not None}
    return json.dumps(bound, sort_keys=True, separators=(",", ":"))
