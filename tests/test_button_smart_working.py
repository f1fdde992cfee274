"""What a session can do with its notes: read, improve, approve; and what it cannot."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rewriter.button.audit import Trail
from rewriter.button.seal import hash_text
from rewriter.errors import JournalError
from tests.button import FULL, LACKING, records
from tests.small_app import SmallApp, opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("working")


@pytest.fixture(scope="module")
def running(folder: Path) -> Iterator[SmallApp]:
    with opened(folder) as app:
        yield app


@pytest.fixture
def app(running: SmallApp) -> SmallApp:
    running.client.cookies.clear()
    running.small.resources.clear()
    running.small.note("n1", FULL)
    return running.begin()


def approve(app: SmallApp, offered: dict[str, Any], /, **more: Any) -> Any:
    body = {name: offered[name] for name in ("version", "base_sha256", "text")}
    return app.post(f"notes/{offered['note']}/approve", {**body, "confirmed": True, **more})


def improve(app: SmallApp, id: str = "n1", **body: Any) -> dict[str, Any]:
    reply = app.post(f"notes/{id}/improve", body)
    assert reply.status_code == 200, reply.text
    offered: dict[str, Any] = reply.json()
    return offered


def test_the_patient_is_told_only_where_the_ehr_does_not_show_it(app: SmallApp) -> None:
    app.small.put({"resourceType": "Patient", "id": "p1", "name": [{"text": "A Person"}]})
    assert app.get("patient").json() == {}
    app.session.shows_patient = True
    assert app.get("patient").json()["name"] == "A Person"


def test_whether_the_app_may_write_is_said_beforehand(app: SmallApp) -> None:
    assert app.get("notes").json()["may_write"]
    app.begin("patient/DocumentReference.crs")
    assert not app.get("notes").json()["may_write"]


def test_every_read_is_recorded_before_it_is_shown(
    app: SmallApp, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app.get("notes/n1").json()["text"] == FULL
    last = records(folder)[-1]
    assert (last["event"], last["note"], last["note_sha256"]) == (
        "read",
        "DocumentReference/n1/_history/1",
        hash_text(FULL),
    )

    async def fail(self: Trail, event: str, **told: Any) -> None:
        raise JournalError("the disk is full")

    monkeypatch.setattr(Trail, "add", fail)
    reply = app.get("notes/n1")
    assert reply.status_code == 503
    assert FULL not in reply.text


def test_improving_offers_a_text_and_writes_nothing(app: SmallApp) -> None:
    offered = improve(app)
    assert offered["text"].startswith("Therapist")
    assert "Draft" not in offered["text"]
    assert len(app.small.all("DocumentReference")) == 1
    offer = app.session.offers["n1"]
    assert (offer.version, offer.note_sha256) == ("1", hash_text(FULL))
    assert FULL not in repr(app.session)


def test_answers_go_with_the_note_as_it_is_now(app: SmallApp) -> None:
    app.small.note("n2", LACKING)
    assert improve(app, "n2")["status"] == "needs_input"
    assert improve(app, "n2", answers={"DOC130": "safe stairs at home"})["status"] == "accepted"


def test_the_button_may_only_send_the_note_that_is_there(app: SmallApp) -> None:
    app.small.note("n1", FULL.replace(". ", ".\r\n"))
    shown = FULL.replace(". ", ".\n")
    good = {"text": shown, "base_sha256": hash_text(shown), "offsets": "utf16"}
    assert app.post("notes/n1/v1/improve", good).status_code == 200
    for wrong in ({"text": f"{shown} More."}, {"base_sha256": hash_text("x")}):
        assert app.post("notes/n1/v1/improve", {**good, **wrong}).status_code == 409


def test_what_was_taken_into_the_field_is_recorded_and_not_written(app: SmallApp, folder: Path) -> None:
    told = {"base_sha256": hash_text(FULL), "text_sha256": hash_text("a"), "accepted": 1, "offered": 3}
    assert app.post("notes/n1/v1/improve/x/accept", told).status_code == 204
    assert records(folder)[-1]["event"] == "accept"
    assert len(app.small.all("DocumentReference")) == 1


def test_nothing_is_approved_that_this_session_was_not_offered(app: SmallApp) -> None:
    offered = improve(app)
    assert approve(app, offered, version="2").status_code == 409
    assert approve(app, offered, base_sha256=hash_text("x")).status_code == 409
    app.begin()
    assert approve(app, offered).status_code == 409


def test_an_approval_is_recorded_as_accepted_before_it_is_written(app: SmallApp, folder: Path) -> None:
    offered = improve(app)
    before = len(records(folder))
    assert approve(app, offered, accepted=2, offered=3).status_code == 200
    new = [one for one in records(folder)[before:] if one["event"] in ("accept", "write", "written")]
    assert [one["event"] for one in new] == ["accept", "write", "written"]
    assert (new[0]["accepted"], new[0]["offered"], new[0]["confirmed"]) == (2, 3, 1)


@pytest.mark.parametrize("text", ["a \x00 b", "\ud83d", " "])
def test_a_text_that_is_none_is_not_written(app: SmallApp, text: str) -> None:
    assert approve(app, improve(app), text=text).status_code == 422
    assert len(app.small.all("DocumentReference")) == 1


def test_what_the_note_does_not_bear_out_needs_a_second_look(app: SmallApp) -> None:
    offered = improve(app)
    text = f"{offered['text']} Patient walked 500 feet without assistance."
    reply = approve(app, offered, text=text, confirmed=False)
    assert (reply.status_code, bool(reply.json()["codes"])) == (422, True)
    told = {name: value for name, value in reply.json().items() if name != "instance"}  # a random name: "-500205"
    assert "500" not in str(told)
    assert approve(app, offered, text=text).status_code == 200


def test_an_addition_must_hold_the_signed_note_unchanged(app: SmallApp) -> None:
    app.small.note("n3", FULL, docStatus="final")
    entry = {"author": "PT", "reason": "clarity", "basis": "treatment log"}
    offered = improve(app, "n3", signed=entry)
    assert approve(app, offered, text=offered["text"].replace("R hip", "L hip")).status_code == 422
    assert approve(app, offered, text=offered["text"].replace("\n", "\r\n")).status_code == 200


def test_the_end_of_a_session_forgets_its_token(app: SmallApp) -> None:
    assert app.post("end").status_code == 204
    assert app.get("notes").status_code == 401
    assert app.session.id not in app.smart.sessions._known
