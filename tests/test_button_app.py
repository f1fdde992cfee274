"""The service as a whole: its page, its signs, who may embed it, and what it does when there is too much to do."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import APIRouter
from starlette.testclient import TestClient

from rewriter.button.access import hash_key
from rewriter.button.app import ROUTERS, create_app
from rewriter.button.core import Core
from rewriter.errors import PackError
from tests.button import FULL, LOCAL, Scripted, engine_for, make_settings, records, serve, written

SITE, EVIL = "https://ehr.test", "https://evil.test"
KEY = {"Authorization": "Bearer key"}
CLIENTS = [{"name": "clinic", "key_sha256": [hash_key("key")], "origins": [SITE], "may": ["notes", "metrics"]}]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = make_settings(tmp_path_factory.mktemp("guarded"), host="0.0.0.0", clients=CLIENTS)
    with serve(settings) as client:
        yield client


def test_its_signs_need_no_key(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_what_is_about_notes_and_counts_needs_a_key(client: TestClient) -> None:
    for path in ("/v1/rules", "/metrics"):
        assert client.get(path).status_code == 401
    assert client.post("/v1/improve", content=b"not even read").status_code == 401
    assert client.post("/v1/improve", json={"text": FULL}, headers=KEY).json()["status"] == "accepted"
    shown = client.get("/metrics", headers=KEY)
    assert 'rewriter_requests_total{route="/v1/improve",status="401"} 1.0' in shown.text
    assert "clinic" not in shown.text


def test_a_browser_is_told_which_sites_may_ask(client: TestClient) -> None:
    wanted = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}
    allowed = client.options("/v1/improve", headers={"Origin": SITE, **wanted})
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, SITE)
    assert "access-control-allow-credentials" not in allowed.headers
    assert (
        "access-control-allow-origin" not in client.options("/v1/improve", headers={"Origin": EVIL, **wanted}).headers
    )


def test_a_site_can_read_that_it_was_refused(client: TestClient) -> None:
    refused = client.post("/v1/improve", json={"text": FULL}, headers={"Origin": SITE})
    assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (401, SITE)
    evil = client.post("/v1/improve", json={"text": FULL}, headers={"Origin": EVIL, **KEY})
    assert evil.status_code == 403
    assert "access-control-allow-origin" not in evil.headers


def test_pages_may_be_embedded_and_are_looked_at_anew(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert page.headers["cross-origin-resource-policy"] == "cross-origin"
    assert page.headers["cache-control"] == "no-cache"
    assert "<script>" not in page.text
    assert "style=" not in page.text


@pytest.mark.parametrize("path", ["/nowhere", "/../settings.py", "/%2e%2e/settings.py", "/v1/nowhere", "/docs"])
def test_what_is_not_there_is_a_problem(client: TestClient, path: str) -> None:
    reply = client.get(path)
    assert (reply.status_code, reply.headers["content-type"]) == (404, "application/problem+json")


def test_another_method_is_a_problem(client: TestClient) -> None:
    reply = client.delete("/v1/improve", headers=KEY)
    assert (reply.status_code, reply.headers["content-type"]) == (405, "application/problem+json")


def test_other_ways_in_are_added_as_routers(tmp_path: Path) -> None:
    more = APIRouter()

    @more.get("/cds-services")
    async def discover() -> dict[str, list[str]]:
        return {"services": []}

    app = create_app(make_settings(tmp_path), routers=(*ROUTERS, more))
    reply = TestClient(app, base_url=LOCAL).get("/cds-services")
    assert reply.json() == {"services": []}


def test_a_code_without_a_pack_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        create_app(make_settings(tmp_path, cpt="00000"))


class Running:
    """A service inside the test's own event loop."""

    def __init__(self, folder: Path, transport: Scripted, **more: Any) -> None:
        self.app = create_app(make_settings(folder, **more), engine=engine_for(transport))
        self.core: Core = self.app.state.core
        web = httpx2.ASGITransport(self.app, client=("127.0.0.1", 5))
        self.client = httpx2.AsyncClient(transport=web, base_url=LOCAL)
        self._live = self.app.router.lifespan_context(self.app)

    async def __aenter__(self) -> "Running":
        await self._live.__aenter__()
        return self

    async def __aexit__(self, *told: Any) -> None:
        await self.client.aclose()
        await self._live.__aexit__(*told)

    async def improve(self) -> httpx2.Response:
        return await self.client.post("/v1/improve", json={"text": FULL})


def test_a_model_writes_and_its_connections_end_with_the_service(tmp_path: Path) -> None:
    transport = Scripted([written()])

    async def go() -> None:
        async with Running(tmp_path, transport) as running:
            assert (await running.improve()).json()["engine"] == "scripted"
            alone = await running.client.post("/v1/improve", json={"text": FULL, "engine": "compose"})
            assert alone.json()["engine"] == "compose"

    asyncio.run(go())
    assert len(transport.asked) == 1
    assert transport.is_closed
    assert [one["event"] for one in records(tmp_path)] == ["opened", "model_call", "improve", "improve"]


def test_where_there_is_too_much_to_do_others_are_told_when_to_come_again(tmp_path: Path) -> None:
    transport = Scripted()

    async def go() -> None:
        async with Running(tmp_path, transport, at_once=1, waiting=0) as running:
            first = asyncio.create_task(running.improve())
            while not transport.asked:
                await asyncio.sleep(0.01)
            second = await running.improve()
            assert second.status_code == 503
            assert int(second.headers["retry-after"]) >= 1
            assert (await running.client.get("/readyz")).status_code == 200
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)

    asyncio.run(go())


def test_one_client_may_not_take_all_places(tmp_path: Path) -> None:
    transport = Scripted()

    async def go() -> None:
        local = {"limits": {"at_once": 1}}
        async with Running(tmp_path, transport, local=local) as running:
            first = asyncio.create_task(running.improve())
            while not transport.asked:
                await asyncio.sleep(0.01)
            assert (await running.improve()).status_code == 429
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)

    asyncio.run(go())


def test_a_request_has_an_end(tmp_path: Path) -> None:
    transport = Scripted()

    async def go() -> None:
        async with Running(tmp_path, transport, request_seconds=0.5) as running:
            reply = await running.improve()
            assert (reply.status_code, reply.headers["retry-after"]) == (503, "30")

    asyncio.run(go())
    assert transport.is_cancelled


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_a_client_that_goes_away_ends_the_call_to_the_model(tmp_path: Path, accept: str) -> None:
    transport = Scripted()

    async def go() -> None:
        async with Running(tmp_path, transport) as running:
            body = b'{"text": "' + FULL.encode() + b'"}'
            messages = [{"type": "http.request", "body": body, "more_body": False}]

            async def receive() -> dict[str, Any]:
                if messages:
                    return messages.pop()
                while not transport.asked:
                    await asyncio.sleep(0.01)
                return {"type": "http.disconnect"}

            async def send(message: Any) -> None:
                pass

            headers = {"host": "127.0.0.1", "content-type": "application/json", "accept": accept}
            raw = [(name.encode(), value.encode()) for name, value in headers.items()]
            scope: dict[str, Any] = {
                "type": "http",
                "method": "POST",
                "path": "/v1/improve",
                "scheme": "http",
                "headers": raw,
            }
            scope |= {"query_string": b"", "client": ("127.0.0.1", 5), "server": ("127.0.0.1", 80), "root_path": ""}
            await running.app(scope, receive, send)
            assert transport.is_cancelled
            assert running.core.room.in_work == 0

    asyncio.run(go())
    assert [one["event"] for one in records(tmp_path)] == ["opened", "model_call"]


def test_where_the_audit_cannot_be_written_nothing_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    transport = Scripted([written()])

    async def go() -> None:
        async with Running(tmp_path, transport) as running:
            with monkeypatch.context() as patch:
                patch.setattr("rewriter.button.audit.os.fsync", _fail)
                reply = await running.improve()
                assert reply.status_code == 503
                assert reply.json()["type"].endswith("no-audit")
                assert (await running.client.get("/readyz")).status_code == 503
            assert not transport.asked
            assert (await running.improve()).status_code == 200
            assert (await running.client.get("/readyz")).status_code == 200

    asyncio.run(go())


def test_a_service_that_is_being_stopped_is_not_ready(tmp_path: Path) -> None:
    async def go() -> None:
        async with Running(tmp_path, Scripted()) as running:
            running.core.is_stopping = True
            reply = await running.client.get("/readyz")
            assert (reply.status_code, reply.headers["retry-after"]) == (503, "1")

    asyncio.run(go())


def _fail(_: int) -> None:
    raise OSError(28, "No space left on device")
