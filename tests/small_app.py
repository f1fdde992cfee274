"""The SMART app with an EHR in memory, without a login: sessions are begun here."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rewriter.button.sites import Site
from rewriter.button.smart import working
from rewriter.button.smart.guard import COOKIE, Smart
from rewriter.button.smart.sessions import Session
from tests.button import LOCAL, make_settings, serve
from tests.small_ehr import BASE, SmallEhr, make_session


@dataclass
class SmallApp:
    """A service, the EHR behind it, and one session."""

    client: TestClient
    small: SmallEhr
    session: Session
    secret: str = ""

    @property
    def smart(self) -> Smart:
        """What the service holds."""
        smart: Smart = self.client.app.state.smart  # type: ignore[attr-defined]
        return smart

    def begin(self, *scopes: str, **more: Any) -> "SmallApp":
        """Begin another session."""
        self.session = make_session(*scopes, **more)
        self.secret = self.smart.sessions.begin(self.session, self.smart.now())
        return self

    def get(self, path: str, **headers: str) -> Any:
        """Return the reply to the session's browser."""
        return self.client.get(self._at(path), headers={"Cookie": f"{COOKIE}={self.secret}", **headers})

    def post(self, path: str, body: object = None, **headers: str) -> Any:
        """Return the reply to what the app's own page sends."""
        own = {"Cookie": f"{COOKIE}={self.secret}", "Origin": LOCAL, "Content-Type": "application/json"}
        sent = {name: value for name, value in {**own, **headers}.items() if value}
        return self.client.post(self._at(path), content=json.dumps(body or {}), headers=sent)

    def _at(self, path: str) -> str:
        return f"/smart/app/{self.session.id}/{path}"


@contextmanager
def opened(folder: Path) -> Iterator[SmallApp]:
    """Run a service whose sessions speak to an EHR in memory."""
    sites = (Site(name="ehr", fhir=BASE, client_id="app"),)
    small = SmallEhr()
    with pytest.MonkeyPatch.context() as patch, serve(make_settings(folder, public_url=LOCAL, sites=sites)) as client:
        patch.setattr(working, "_ehr", lambda request: small.ehr)
        yield SmallApp(client, small, make_session()).begin()
