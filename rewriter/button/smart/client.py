"""An EHR's FHIR server: reads, searches and creates. There is no update and no delete here.

Only the one server of a session is spoken to, redirects are not followed, and what it says in words is not repeated.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2

from rewriter.button.trust import trusted

_FHIR = "application/fhir+json"
_SECONDS = 20.0
_MOST_BYTES = 8 << 20
_LOCATION = re.compile(r"(?:^|/)([A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64})(?:/_history/[A-Za-z0-9.-]{1,64})?$")


class Refused(Exception):
    """The EHR does not allow it: 401 or 403. `status` is which."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Missing(Exception):
    """There is no such resource, or none that this session may see."""


class Rejected(Exception):
    """The EHR answered that it did not do it. `status` is its answer."""

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Silent(Exception):
    """No usable answer came: what was asked for may have been done, or not."""


@dataclass(frozen=True)
class Ehr:
    """A FHIR server, with the token of one session. `base` has no slash at its end."""

    base: str
    token: str = field(repr=False)
    transport: httpx2.AsyncBaseTransport | None = field(default=None, repr=False)

    async def read(self, path: str) -> dict[str, Any]:
        """Return a resource. Raises Refused, Missing, Rejected or Silent."""
        return _parse((await self._ask("GET", f"/{path}")).content)

    async def search(self, kind: str, query: Mapping[str, str]) -> list[dict[str, Any]]:
        """Return the resources of a kind that a search finds, those of its first page. Raises as read."""
        bundle = _parse((await self._ask("GET", f"/{kind}?{httpx2.QueryParams(query)}")).content)
        found = [entry.get("resource") for entry in _list(bundle.get("entry")) if isinstance(entry, dict)]
        return [one for one in found if isinstance(one, dict) and one.get("resourceType") == kind]

    async def create(self, resource: Mapping[str, Any], query: str) -> str:
        """Create a resource unless the search `query` finds one; return its reference, "" where none is told.

        Raises as read.
        """
        headers = {"If-None-Exist": query}
        reply = await self._ask("POST", f"/{resource['resourceType']}", resource, headers)
        return reference_of(reply.headers.get("location"))

    async def transact(self, bundle: Mapping[str, Any]) -> list[str]:
        """Do all of a transaction or nothing; return the references of its entries, "" where none is told.

        Raises as read.
        """
        reply = await self._ask("POST", "", bundle)
        entries = _list(_parse(reply.content).get("entry"))
        responses = [entry.get("response") if isinstance(entry, dict) else None for entry in entries]
        return [reference_of(one.get("location")) if isinstance(one, dict) else "" for one in responses]

    async def _ask(
        self, method: str, path: str, body: Mapping[str, Any] | None = None, headers: Mapping[str, str] | None = None
    ) -> httpx2.Response:
        sent = {"Authorization": f"Bearer {self.token}", "Accept": _FHIR, **(headers or {})}
        if body is not None:
            sent |= {"Content-Type": _FHIR, "Prefer": "return=minimal"}
        content = json.dumps(body).encode() if body is not None else None
        reply = await fetch(method, self.base + path, sent, content, self.transport)
        if reply.status_code in (401, 403):
            raise Refused(reply.status_code)
        if reply.status_code in (404, 410):
            raise Missing
        if 400 <= reply.status_code < 500 and reply.status_code not in (408, 429):
            raise Rejected(reply.status_code)
        if not 200 <= reply.status_code < 300:
            raise Silent
        return reply


async def fetch(
    method: str,
    url: str,
    headers: Mapping[str, str],
    content: bytes | None = None,
    transport: httpx2.AsyncBaseTransport | None = None,
) -> httpx2.Response:
    """Return the reply of a server, read whole. Raises Silent where none comes in time, or one that is too large."""
    try:
        async with (
            asyncio.timeout(_SECONDS),
            httpx2.AsyncClient(
                verify=trusted(), follow_redirects=False, trust_env=False, transport=transport, timeout=_SECONDS
            ) as client,
            client.stream(method, url, headers=dict(headers), content=content) as reply,
        ):
            data = b""
            async for some in reply.aiter_bytes():
                data += some
                if len(data) > _MOST_BYTES:
                    raise Silent
    except (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, OSError):
        raise Silent from None
    kept = {"location": reply.headers["location"]} if "location" in reply.headers else {}
    return httpx2.Response(reply.status_code, headers=kept, content=data)


def parse_object(data: bytes) -> dict[str, Any]:
    """Return the object that JSON is. Raises ValueError for anything else."""
    try:
        parsed = json.loads(data)
    except RecursionError:
        parsed = None
    if not isinstance(parsed, dict):
        raise ValueError("this is no JSON object")
    return parsed


def reference_of(location: object) -> str:
    """Return the reference that a Location names, "" for anything else."""
    found = _LOCATION.search(location) if isinstance(location, str) else None
    return found[1] if found else ""


def _parse(data: bytes) -> dict[str, Any]:
    try:
        return parse_object(data)
    except ValueError:
        raise Silent from None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
