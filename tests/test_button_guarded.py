"""A guarded route lets its sender in before it reads, and does not repeat what it was sent."""

from pathlib import Path

from fastapi import APIRouter
from starlette.requests import Request
from starlette.testclient import TestClient

from rewriter.button.access import hash_key
from rewriter.button.app import create_app
from rewriter.button.bodies import AcceptBody
from rewriter.button.core import caller_of
from rewriter.button.guarded import GuardedRoute, MetricsRoute
from tests.button import LOCAL, make_settings

CLIENTS = [{"name": "clinic", "key_sha256": [hash_key("key")]}]
KEY = {"Authorization": "Bearer key"}


def make(folder: Path) -> TestClient:
    notes, counts = APIRouter(route_class=GuardedRoute), APIRouter(route_class=MetricsRoute)

    @notes.post("/mine")
    async def mine(body: AcceptBody) -> dict[str, int]:
        return {"accepted": body.accepted}

    @counts.get("/counts")
    async def count() -> dict[str, int]:
        return {}

    app = create_app(make_settings(folder, clients=CLIENTS), routers=(notes, counts))
    return TestClient(app, base_url=LOCAL)


def test_the_sender_is_looked_at_before_the_body(tmp_path: Path) -> None:
    client = make(tmp_path)
    assert client.post("/mine", content=b"\xff" * 100).status_code == 401
    assert client.post("/mine", content=b"{}", headers=KEY).status_code == 415
    assert client.post("/mine", json={"planted": "planted"}, headers=KEY).status_code == 422
    assert "planted" not in client.post("/mine", json={"planted": "planted"}, headers=KEY).text


def test_who_may_work_on_notes_may_not_see_counts(tmp_path: Path) -> None:
    assert make(tmp_path).get("/counts", headers=KEY).status_code == 403


def test_a_route_knows_who_asks(tmp_path: Path) -> None:
    seen = []
    router = APIRouter(route_class=GuardedRoute)

    @router.get("/who")
    async def who(request: Request) -> dict[str, str]:
        seen.append(caller_of(request).client)
        return {}

    app = create_app(make_settings(tmp_path, clients=CLIENTS), routers=(router,))
    assert TestClient(app, base_url=LOCAL).get("/who", headers=KEY).status_code == 200
    assert seen == ["clinic"]
