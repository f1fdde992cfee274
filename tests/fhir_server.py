"""A real FHIR server for the tests: `sekmet`, as a process of its own, with scopes that it enforces."""

import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx2
import pytest

SECRET = "secret-of-the-tests"
_START_SECONDS = 60


@dataclass(frozen=True)
class FhirServer:
    """The server; it starts without any resource."""

    base: str

    def token(self, scope: str = "patient/*.cruds") -> str:
        """Return an access token of the server's own, good for no more than `scope`."""
        form = {"grant_type": "client_credentials", "client_id": "app", "client_secret": SECRET, "scope": scope}
        reply = httpx2.post(self.base.removesuffix("/fhir") + "/auth/token", data=form)
        return str(reply.json()["access_token"])

    def put(self, resource: dict[str, Any]) -> dict[str, Any]:
        """Keep a resource under its own id; return it as the server has it."""
        where = f"{self.base}/{resource['resourceType']}/{resource['id']}"
        reply = httpx2.put(where, json=resource, headers=self._headers)
        assert reply.status_code in (200, 201), reply.text
        return self.get(f"{resource['resourceType']}/{resource['id']}")

    def get(self, path: str) -> dict[str, Any]:
        """Return what is at a path."""
        reply = httpx2.get(f"{self.base}/{path}", headers=self._headers)
        assert reply.status_code == 200, reply.text
        found: dict[str, Any] = reply.json()
        return found

    def all(self, kind: str) -> list[dict[str, Any]]:
        """Return all resources of a kind."""
        return [entry["resource"] for entry in self.get(f"{kind}?_count=200").get("entry", [])]

    @cached_property
    def _headers(self) -> dict[str, str]:
        return {"Content-Type": "application/fhir+json", "Authorization": f"Bearer {self.token()}"}


def make_note(id: str, text: str, **more: Any) -> dict[str, Any]:
    """Return the resource of an unsigned note."""
    attachment = {"contentType": "text/plain; charset=utf-8", "data": b64encode(text.encode()).decode()}
    return {
        "resourceType": "DocumentReference",
        "id": id,
        "status": "current",
        "docStatus": "preliminary",
        "type": {"coding": [{"system": "http://loinc.org", "code": "11508-9", "display": "Physical therapy note"}]},
        "subject": {"reference": "Patient/p1"},
        "date": "2026-11-20T15:00:00Z",
        "author": [{"reference": "Practitioner/dr1"}],
        "content": [{"attachment": attachment}],
        "context": {
            "encounter": [{"reference": "Encounter/e1"}],
            "period": {"start": "2026-11-20T14:00:00Z", "end": "2026-11-20T14:30:00Z"},
        },
        **more,
    }


@contextmanager
def running(folder: Path) -> Iterator[FhirServer]:
    """Run a server; its files go to a folder. The test is skipped where it is not installed."""
    if find_spec("sekmet") is None:
        pytest.skip("sekmet-fhir is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}/fhir"
    settings = folder / "settings.yaml"
    settings.write_text(
        f"""base_url: {base}
host: 127.0.0.1
port: {port}
data_dir: {folder}
validation: {{inbound: strict}}
simulator: {{enabled: false}}
server_auth:
  types: [smart]
  smart_clients: [{{client_id: app, client_secret: {SECRET}, scopes: "patient/*.cruds"}}]
"""
    )
    command = [sys.executable, "-m", "sekmet.cli", "serve", "--config", str(settings)]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, cwd=folder) as process:
        try:
            _wait(base, process)
            yield FhirServer(base)
        finally:
            process.terminate()
            process.wait(20)


def _wait(base: str, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + _START_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        try:
            if httpx2.get(f"{base}/metadata").status_code < 500:
                return
        except httpx2.HTTPError:
            time.sleep(0.2)
    pytest.fail("the FHIR server did not start")
