"""The routes, through a whole service."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rewriter.button.core import Core
from rewriter.improve import improve
from rewriter.note import Note
from tests.button import FULL, LACKING, LACKS, THIN, events, make_settings, records, serve

EVENTS = {"Accept": "text/event-stream"}
FOLDER = "service"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp(FOLDER)


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with serve(make_settings(folder, local={"limits": {"burst": 1000}, "may": ["notes", "metrics"]})) as client:
        yield client


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def post(client: TestClient, path: str = "/v1/improve", status: int = 200, **body: Any) -> Any:
    reply = client.post(path, json=body)
    assert reply.status_code == status, reply.text
    if status >= 400:
        assert reply.headers["content-type"] == "application/problem+json"
    return reply.json() if reply.content else None


def test_a_note_is_improved_as_the_library_does(client: TestClient) -> None:
    told = post(client, text=FULL)
    expected = json.loads(json.dumps(improve(Note(FULL)).to_dict()))
    assert {name: told[name] for name in expected} == expected
    assert told["base_sha256"] == sha256(FULL)


@pytest.mark.parametrize(("text", "status"), [(FULL, "accepted"), (LACKING, "needs_input"), (THIN, "refused")])
def test_how_it_ended_is_the_status_of_the_result_and_not_of_the_reply(
    client: TestClient, text: str, status: str
) -> None:
    assert post(client, text=text)["status"] == status


def test_progress_comes_as_events_and_ends_with_the_same_result(client: TestClient) -> None:
    reply = client.post("/v1/improve", json={"text": FULL}, headers=EVENTS)
    assert reply.headers["content-type"].startswith("text/event-stream")
    assert reply.headers["cache-control"] == "no-store"
    told = events(reply.text)
    assert [name for name, _ in told] == ["reading", "questions", "draft", "checked", "done"]
    plain = post(client, text=FULL)
    fresh = {"id", "request_id"}
    assert {**told[-1][1], **dict.fromkeys(fresh)} == {**plain, **dict.fromkeys(fresh)}


def test_a_text_that_is_not_the_one_meant_is_stale(client: TestClient) -> None:
    assert post(client, text=FULL, base_sha256=sha256(FULL))
    for path, name in (("/v1/improve", "text"), ("/v1/check", "rewrite")):
        told = post(client, path, 409, **{name: FULL + " ", "base_sha256": sha256(FULL)})
        assert told["base_sha256"] == sha256(FULL + " ")


def test_answers_go_on_with_the_same_note(client: TestClient) -> None:
    first = post(client, text=LACKING)
    path = f"/v1/improve/{first['id']}/answers"
    told = post(client, path, text=LACKING, answers={LACKS: "safe stairs at home"})
    assert told["status"] == "accepted"
    assert "safe stairs" in told["rewrite"]
    dated = {LACKS: {"text": "safe stairs at home", "date": "2026-11-20"}}
    assert post(client, f"/v1/improve/{told['id']}/answers", text=LACKING, answers=dated)["status"] == "accepted"


def test_answers_about_another_note_or_visit_are_stale(client: TestClient) -> None:
    path = f"/v1/improve/{post(client, text=LACKING)['id']}/answers"
    answers = {LACKS: "stairs"}
    post(client, path, 409, text=LACKING + ".", answers=answers)
    post(client, path, 409, text=LACKING, answers=answers, minutes=12)
    post(client, path, 409, text=LACKING, answers=answers, cpt="97110")
    assert post(client, path, text=LACKING, answers=answers)


def test_an_id_that_is_none_or_too_old_is_told(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    post(client, "/v1/improve/nothing/answers", 404, text=LACKING, answers={LACKS: "stairs"})
    path = f"/v1/improve/{post(client, text=LACKING)['id']}/answers"
    monkeypatch.setattr("rewriter.button.api.time.time", lambda: 4e9)
    post(client, path, 410, text=LACKING, answers={LACKS: "stairs"})


def test_what_is_accepted_is_recorded_without_its_text(client: TestClient, folder: Path) -> None:
    path = f"/v1/improve/{post(client, text=FULL)['id']}/accept"
    body = {"base_sha256": sha256(FULL), "text_sha256": sha256("x"), "accepted": 0, "offered": 3}
    post(client, path, 204, **body)
    last = records(folder)[-1]
    assert (last["event"], last["note_sha256"], last["offered"]) == ("accept", sha256(FULL), 3)
    assert last["accepted"] == 0
    assert "seconds_ago" not in last
    post(client, path, 409, **{**body, "base_sha256": sha256("y")})
    post(client, "/v1/improve/x/accept", 404, **body)


def test_what_was_accepted_long_ago_is_recorded_with_how_long(
    client: TestClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"/v1/improve/{post(client, text=FULL)['id']}/accept"
    body = {"base_sha256": sha256(FULL), "text_sha256": sha256("x"), "accepted": 1, "offered": 3, "seconds_ago": 90_000}
    monkeypatch.setattr("rewriter.button.api.time.time", lambda: 4e9)
    post(client, path, 204, **body)
    assert records(folder)[-1]["seconds_ago"] == 90_000


def test_a_text_is_checked_alone_and_beside_its_note(client: TestClient) -> None:
    assert post(client, "/v1/check", rewrite=FULL)["verdict"] in ("pass", "ask", "revise", "refuse")
    told = post(client, "/v1/check", rewrite=FULL.replace("R hip", "L hip"), source=FULL, profile="full")
    assert any(item["code"].startswith("FID") for item in told["findings"])


def test_places_are_counted_as_asked_for(client: TestClient) -> None:
    note = "\U0001f600 " + FULL
    facts = {kind: post(client, text=note, offsets=kind)["facts"][0]["end"] for kind in ("code_points", "utf16")}
    assert facts["utf16"] == facts["code_points"] + 1


def test_rules_are_listed_and_kept_by_their_tag(client: TestClient) -> None:
    reply = client.get("/v1/rules", params={"name": "DOC130"})
    assert [rule["code"] for rule in reply.json()["rules"]] == ["DOC130"]
    again = client.get("/v1/rules", params={"name": "DOC130"}, headers={"If-None-Match": reply.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/v1/rules").json()["pack"].startswith("97112")
    for name in ("DOC999", "nope", "a b", ""):
        assert client.get("/v1/rules", params={"name": name}).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"text": ""},
        {"text": " "},
        {"text": 5},
        {"text": "a\x00b"},
        {"text": FULL, "cpt": "99999"},
        {"text": FULL, "minutes": -1},
        {"text": FULL, "visit": {"minutes": "planted"}},
        {"text": FULL, "visit": {"planted": 1}},
        {"text": FULL, "visit": {"plan": {"planted": 1}}},
        {"text": FULL, "answers": {"DOC999": "x"}},
        {"text": FULL, "answers": {"planted": "x"}},
        {"text": FULL, "signed": {"planted": "x"}},
        {"text": FULL, "signed": {"entered": "planted"}},
        {"text": FULL, "planted": 1},
        {"text": FULL, "base_sha256": "planted"},
        {"text": FULL, "profile": "planted"},
    ],
)
def test_what_cannot_be_used_is_told_without_its_words(client: TestClient, body: dict[str, Any]) -> None:
    assert "planted" not in json.dumps(post(client, status=422, **body))


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 422),
        (b"\xff", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'{"text": "\\ud800"}', "application/json", 422),
        (b'{"text": "x", "minutes": NaN}', "application/json", 422),
        (b'{"text": "x", "minutes": 1e999}', "application/json", 422),
        (b'{"minutes": ' + b"1" * 5000 + b"}", "application/json", 400),
        (b"text=x", "application/x-www-form-urlencoded", 415),
        (b"text", "text/plain", 415),
        (b'{"text": "x"}', "", 415),
        (b'{"text": "' + b"x" * (1 << 20) + b'"}', "application/json", 413),
    ],
)
def test_bodies_that_are_none_are_refused(client: TestClient, content: bytes, kind: str, status: int) -> None:
    reply = client.post("/v1/improve", content=content, headers={"content-type": kind})
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"


def test_nothing_of_the_note_stays_behind(client: TestClient) -> None:
    post(client, text=FULL)
    core: Core = client.app.state.core  # type: ignore[attr-defined]
    assert (core.room.in_work, core.room.waiting) == (0, 0)
