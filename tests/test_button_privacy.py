"""A planted name goes every way, and is found in no log, no metric, no error, no audit and no header."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rewriter.button.seal import hash_text
from rewriter.loop import UNREACHABLE, Reply
from tests.button import FULL, Scripted, engine_for, events, make_settings, serve, written

NAME = "Zzplantedname"
NOTE = f"Pt {NAME} {FULL}"
STREAM = {"Accept": "text/event-stream"}
# What holds no text of anybody: a way to send the name, and the status that comes back.
HOSTILE: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/v1/improve", {"json": {"text": NOTE, "cpt": NAME}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, NAME: NAME}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "visit": {NAME: NAME}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "visit": {"minutes": NAME}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "visit": {"plan": {"started": NAME}}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "visit": {"minutes_by_code": {NAME: NAME}}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "answers": {NAME: NAME}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "answers": {"DOC999": NAME}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "answers": {"DOC130": {NAME: NAME}}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "answers": {"DOC130": "x"}, "answered_on": NAME}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "signed": {"entered": NAME}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "signed": {"author": NAME + "\ud800"}}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE, "base_sha256": "0" * 64}}),
    ("POST", "/v1/improve", {"json": {"text": NOTE + "\x00"}}),
    ("POST", "/v1/improve", {"json": [NOTE]}),
    ("POST", "/v1/improve", {"json": NOTE}),
    ("POST", "/v1/improve", {"content": NOTE.encode(), "headers": {"content-type": "application/json"}}),
    ("POST", "/v1/improve", {"content": NOTE.encode(), "headers": {"content-type": f"text/{NAME}"}}),
    ("POST", f"/v1/improve/{NAME}/answers", {"json": {"text": NOTE, "answers": {"DOC130": "x"}}}),
    ("POST", f"/v1/improve/{NAME}/accept", {"json": {"base_sha256": NAME, "text_sha256": NAME}}),
    ("POST", "/v1/check", {"json": {"rewrite": NOTE, "source": 5, "cpt": NAME}}),
    ("GET", f"/v1/rules?name={NAME}", {}),
    ("GET", f"/{NAME}?patient={NAME}", {}),
    ("DELETE", f"/v1/improve?patient={NAME}", {}),
    ("GET", "/healthz", {"headers": {"origin": f"https://{NAME}.test", "x-request-id": NAME, "user-agent": NAME}}),
    ("GET", "/v1/rules", {"headers": {"origin": f"https://{NAME}.test"}}),
    ("GET", "/v1/rules", {"headers": {"host": f"{NAME}.test"}}),
    ("OPTIONS", "/v1/improve", {"headers": {"origin": f"https://{NAME}", "access-control-request-method": NAME}}),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("private")


@pytest.fixture(scope="module")
def transport() -> Scripted:
    return Scripted()


@pytest.fixture(scope="module")
def client(folder: Path, transport: Scripted) -> Iterator[TestClient]:
    local = {"limits": {"burst": 1000}, "may": ["notes", "metrics"]}
    with serve(make_settings(folder, local=local), engine_for(transport)) as client:
        yield client


@pytest.fixture(autouse=True)
def nothing_leaks(
    client: TestClient, folder: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> Iterator[None]:
    caplog.set_level(logging.DEBUG, logger="rewriter")
    caplog.set_level(logging.DEBUG, logger="uvicorn")
    caplog.set_level(logging.DEBUG, logger="fastapi")
    yield
    captured = capfd.readouterr()
    places = [caplog.text, captured.out, captured.err, (folder / "audit").read_text(), client.get("/metrics").text]
    assert not any(NAME.lower() in place.lower() for place in places)
    assert "POST /v1/improve" in caplog.text or "GET" in caplog.text or "OPTIONS" in caplog.text or caplog.text


@pytest.mark.parametrize(("method", "path", "more"), HOSTILE)
def test_an_error_holds_nothing_of_what_was_sent(
    client: TestClient, method: str, path: str, more: dict[str, Any]
) -> None:
    if "json" in more:
        data = json.dumps(more["json"]).encode()
        more = {"content": data, "headers": {"content-type": "application/json"}}
    reply = client.request(method, path, **more)
    assert reply.status_code < 500
    assert NAME.lower() not in reply.text.lower()
    assert not any(NAME.lower() in value.lower() for value in reply.headers.values())


@pytest.mark.parametrize("headers", [{}, STREAM])
def test_a_note_with_a_name_goes_the_whole_way(
    client: TestClient, transport: Scripted, headers: dict[str, str]
) -> None:
    body: dict[str, Any] = {"text": NOTE, "visit": {"people": [NAME], "signed_by": f"{NAME} PT"}}
    for engine in ("default", "compose"):
        transport.replies[:] = [written(), Reply(UNREACHABLE)]
        reply = client.post("/v1/improve", json={**body, "engine": engine}, headers=headers)
        assert reply.status_code == 200
        told = events(reply.text)[-1][1] if headers else reply.json()
    assert all(NAME not in message.text for ask in transport.asked for message in ask.messages)
    path = f"/v1/improve/{told['id']}"
    answers = {"DOC130": f"{NAME} wants to walk to the bathroom"}
    transport.replies[:] = [written(), Reply(UNREACHABLE)]
    assert client.post(f"{path}/answers", json={**body, "answers": answers}, headers=headers).status_code == 200
    accepted = {"base_sha256": hash_text(NOTE), "text_sha256": hash_text(NAME), "accepted": 1, "offered": 2}
    assert client.post(f"{path}/accept", json=accepted).status_code == 204
    assert client.post("/v1/check", json={"rewrite": NOTE, "source": NOTE + NAME}).status_code == 200


def test_a_fault_of_ours_that_quotes_the_note_is_not_passed_on(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError(NOTE)

    monkeypatch.setattr("rewriter.button.api._match_hash", fail)
    for headers in ({}, STREAM):
        reply = client.post("/v1/improve", json={"text": NOTE}, headers=headers)
        assert reply.status_code == 500
        assert NAME not in reply.text


def test_a_fault_in_the_middle_of_a_stream_is_not_passed_on(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError(NOTE)

    monkeypatch.setattr("rewriter.button.api._join", fail)
    reply = client.post("/v1/improve", json={"text": NOTE, "engine": "compose"}, headers=STREAM)
    name, data = events(reply.text)[-1]
    assert (name, data["status"]) == ("problem", 500)
    assert NAME not in json.dumps(data)
