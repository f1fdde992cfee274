"""An EHR in memory, for tests of one module: what it holds, what it was asked, and how it fails at which request."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2

from rewriter.button.sites import Site
from rewriter.button.smart.client import Ehr
from rewriter.button.smart.sessions import Session
from tests.fhir_server import make_note

BASE = "https://ehr.example.org/fhir"
ALL = ("patient/*.cruds",)
_OFFERED = ("DocumentReference", "Provenance")


def make_session(*scopes: str, encounter: str = "Encounter/e1", **site: Any) -> Session:
    """Return the session of a clinician with patient p1."""
    made = Site(name="ehr", fhir=BASE, client_id="app", **site)
    return Session(made, "token", frozenset(scopes or ALL), "Practitioner/dr1", "Patient/p1", encounter, 1e12)


@dataclass
class SmallEhr:
    """The EHR. `fail` returns a status in place of an answer, 0 where the answer is lost, None for no failure."""

    resources: dict[str, dict[str, Any]] = field(default_factory=dict)
    offers: tuple[str, ...] = _OFFERED
    fail: Callable[[str, str], int | None] = lambda method, path: None
    asked: list[tuple[str, str]] = field(default_factory=list)

    @property
    def ehr(self) -> Ehr:
        """How the app sees it."""
        return Ehr(BASE, "token", httpx2.MockTransport(self._answer))

    def note(self, id: str, text: str, version: str = "1", **more: Any) -> None:
        """Keep a note."""
        self.put({**make_note(id, text, **more), "meta": {"versionId": version}})

    def put(self, resource: dict[str, Any]) -> None:
        """Keep a resource."""
        self.resources[f"{resource['resourceType']}/{resource['id']}"] = resource

    def all(self, kind: str) -> list[dict[str, Any]]:
        """Return the resources of a kind."""
        return [one for name, one in self.resources.items() if name.startswith(f"{kind}/")]

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        parts = urlsplit(str(request.url))
        path = parts.path.removeprefix("/fhir").strip("/")
        self.asked.append((request.method, path))
        status = self.fail(request.method, path)
        if status:
            return httpx2.Response(status, json={"issue": "planted words"})
        reply = self._serve(request, path, {name: one[0] for name, one in parse_qs(parts.query).items()})
        if status == 0:
            raise httpx2.ReadError("lost")
        return reply

    def _serve(self, request: httpx2.Request, path: str, query: dict[str, str]) -> httpx2.Response:
        if request.method == "POST" and not path:
            return httpx2.Response(200, json={"entry": self._transact(json.loads(request.content)["entry"])})
        if request.method == "POST":
            location = self._create(json.loads(request.content))
            return httpx2.Response(201, headers={"location": f"{location}/_history/1"})
        if path == "metadata":
            offered = [{"type": kind, "interaction": [{"code": "create"}]} for kind in self.offers]
            return httpx2.Response(200, json={"rest": [{"resource": offered}]})
        if path in self.resources:
            return httpx2.Response(200, json=self.resources[path])
        if "/" in path:
            return httpx2.Response(404)
        found = [{"resource": one} for one in self.all(path) if _matches(one, query)]
        return httpx2.Response(200, json={"resourceType": "Bundle", "entry": found})

    def _transact(self, entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Create all; what names an entry by its address in the transaction then names what became of it."""
        made: dict[str, str] = {}
        for entry in entries:
            text = json.dumps(entry["resource"])
            for name, reference in made.items():
                text = text.replace(f'"reference": "{name}"', f'"reference": "{reference}"')
            made[entry["fullUrl"]] = self._create(json.loads(text))
        return [{"response": {"location": f"{reference}/_history/1"}} for reference in made.values()]

    def _create(self, resource: dict[str, Any]) -> str:
        """Create a resource unless one is there under its name; return its reference."""
        kind = resource["resourceType"]
        there = [one["id"] for one in self.all(kind) if _name(one) == _name(resource)]
        id = there[0] if there else f"new{len(self.resources)}"
        if not there:
            self.put({**resource, "id": id, "meta": {**resource.get("meta", {}), "versionId": "1"}})
        return f"{kind}/{id}"


def _matches(resource: dict[str, Any], query: dict[str, str]) -> bool:
    if "identifier" in query:
        return query["identifier"].endswith(f"|{_name(resource)}")
    if "target" in query:
        return any(one["reference"] == query["target"] for one in resource["target"])
    return True


def _name(resource: dict[str, Any]) -> str:
    names = [one["value"] for one in resource.get("identifier", [])]
    return next(iter(names or [one["code"] for one in resource.get("meta", {}).get("tag", [])]), "")
