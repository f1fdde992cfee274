"""An approved text gets into the EHR once and whole, or it is told what is not known."""

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Any

import pytest

from rewriter.button.chain import NOT_WRITTEN, WRITE, WRITTEN, WRITTEN_OTHERWISE
from rewriter.button.problems import Problem
from rewriter.button.seal import hash_text
from rewriter.button.sites import APART, TOGETHER
from rewriter.button.smart.record import Approved
from rewriter.button.smart.sessions import Offer
from rewriter.button.smart.writing import Writing
from rewriter.errors import JournalError
from tests.small_ehr import SmallEhr, make_session

NOTE, TEXT = "Wt shift R, TC @ R hip.", "Therapist facilitated weight shift to the right."
UNSURE = "urn:note-rewriter:problem:ehr-unsure"
BOTH = pytest.mark.parametrize("writes", [TOGETHER, APART])


class Desk:
    """One approval against a small EHR, with the events that the audit was told."""

    def __init__(self, *scopes: str, writes: str = TOGETHER) -> None:
        self.small = SmallEhr()
        self.small.note("n1", NOTE)
        self.session = make_session(*scopes, writes=writes)
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.refuses = ""

    async def audit(self, event: str, **told: Any) -> None:
        if event == self.refuses:
            raise JournalError("the disk is full")
        self.told.append((event, told))

    def approve(self, text: str = TEXT, version: str = "1") -> dict[str, Any]:
        offer = Offer(version, hash_text(NOTE), hash_text(text), "compose", {"rewriter": "1"})
        approved = Approved("n1", version, hash_text(NOTE), text, offer)
        writing = Writing(self.small.ehr, self.session, approved, self.audit, "2026-11-22T12:00:00+00:00")
        return asyncio.run(writing.write(WRITE))

    def refused(self) -> dict[str, Any]:
        with pytest.raises(Problem) as caught:
            self.approve()
        return {"status": caught.value.status_code, **caught.value.body}

    @property
    def events(self) -> list[str]:
        return [event for event, _ in self.told]

    @property
    def made(self) -> tuple[int, int]:
        return len(self.small.all("DocumentReference")) - 1, len(self.small.all("Provenance"))


def once(status: int, method: str, path: str) -> Callable[[str, str], int | None]:
    """Fail the first such request."""
    left = [status]
    return lambda asked, at: left.pop() if left and (asked, at) == (method, path) else None


@BOTH
def test_the_audit_knows_before_the_ehr_does_and_again_afterwards(writes: str) -> None:
    desk = Desk(writes=writes)
    done = desk.approve()
    assert (done["was_there"], done["original"], done["kept"]) == (False, "same", {"label": True, "relation": True})
    assert desk.events == [WRITE, WRITTEN]
    assert desk.told[0][1]["name"] == desk.told[1][1]["name"]
    (provenance,) = desk.small.all("Provenance")
    assert provenance["target"] == [{"reference": done["document"]}]
    assert desk.made == (1, 1)


@BOTH
def test_a_second_approval_of_the_same_finds_what_is_there(writes: str) -> None:
    desk = Desk(writes=writes)
    first, second = desk.approve(), desk.approve()
    assert (second["was_there"], second["document"]) == (True, first["document"])
    assert desk.events == [WRITE, WRITTEN, WRITTEN]
    assert desk.made == (1, 1)
    assert desk.approve("Another text.")["document"] != first["document"]


@BOTH
def test_without_the_record_of_it_nothing_is_sent(writes: str) -> None:
    desk = Desk(writes=writes)
    desk.refuses = WRITE
    with pytest.raises(JournalError):
        desk.approve()
    assert not [method for method, _ in desk.small.asked if method == "POST"]


def test_what_cannot_be_recorded_afterwards_is_written_all_the_same() -> None:
    desk = Desk()
    desk.refuses = WRITTEN
    assert desk.approve()["original"] == "same"
    assert desk.events == [WRITE]


@BOTH
@pytest.mark.parametrize("scope", ["patient/DocumentReference.crs", "patient/Provenance.crs", "patient/*.rs"])
def test_where_not_both_are_granted_neither_is_tried(writes: str, scope: str) -> None:
    desk = Desk(scope, writes=writes)
    assert desk.refused()["status"] == 403
    assert (desk.made, desk.events) == ((0, 0), [])


@pytest.mark.parametrize("offers", [("DocumentReference",), ("Provenance",), ()])
def test_a_server_that_says_it_takes_no_provenance_gets_no_note(offers: tuple[str, ...]) -> None:
    desk = Desk(writes=APART)
    desk.small.offers = offers
    said = desk.refused()
    assert said["status"] == 403
    assert "Nothing was written" in said["title"]
    assert (desk.made, desk.events) == ((0, 0), [])


@pytest.mark.parametrize("status", [0, 500, 403])
def test_a_server_that_does_not_say_what_it_takes_gets_no_note(status: int) -> None:
    desk = Desk(writes=APART)
    desk.small.fail = lambda method, path: status if path == "metadata" else None
    assert desk.refused()["status"] in (403, 502)
    assert (desk.made, desk.events) == ((0, 0), [])


@BOTH
def test_a_refusal_before_anything_was_written_says_so(writes: str) -> None:
    desk = Desk(writes=writes)
    desk.small.fail = lambda method, path: 403 if method == "POST" else None
    said = desk.refused()
    assert (said["status"], said["ehr_status"]) == (403, 403)
    assert desk.events == [WRITE, NOT_WRITTEN]
    assert "planted words" not in str(said)


def test_a_provenance_that_is_refused_leaves_what_the_next_approval_completes() -> None:
    desk = Desk(writes=APART)
    desk.small.fail = once(403, "POST", "Provenance")
    assert desk.refused()["type"] == UNSURE
    assert (desk.made, desk.events) == ((1, 0), [WRITE, "write_incomplete"])
    assert desk.approve()["was_there"]
    assert (desk.made, desk.events[2:]) == ((1, 1), [WRITE, WRITTEN])


@BOTH
@pytest.mark.parametrize("path", ["", "DocumentReference", "Provenance"])
@pytest.mark.parametrize("status", [0, 503])
def test_one_lost_answer_is_made_up_for_at_once(writes: str, path: str, status: int) -> None:
    desk = Desk(writes=writes)
    desk.small.fail = once(status, "POST", path)
    assert desk.approve()["original"] == "same"
    assert desk.made == (1, 1)


@BOTH
def test_an_ehr_that_stays_silent_leaves_an_open_write_in_the_audit(writes: str) -> None:
    desk = Desk(writes=writes)
    desk.small.fail = lambda method, path: 0 if method == "POST" else None
    assert desk.refused()["type"] == UNSURE
    assert desk.events == [WRITE, "write_incomplete"]


def test_what_is_there_and_cannot_be_looked_at_is_not_called_unwritten() -> None:
    desk = Desk(writes=APART)
    desk.small.fail = once(403, "POST", "Provenance")
    desk.refused()
    for path in ("Provenance", "DocumentReference/n1"):
        desk.small.fail = once(500, "GET", path)
        assert desk.refused()["type"] == UNSURE


@pytest.mark.parametrize("more", [{"version": "2"}, {}])
def test_another_version_or_another_text_is_not_written_upon(more: dict[str, str]) -> None:
    desk = Desk()
    desk.small.note("n1", NOTE if more else f"{NOTE} More.", **more)
    assert desk.refused()["status"] == 409
    assert (desk.made, desk.events) == ((0, 0), [])


def test_a_note_that_the_ehr_keeps_otherwise_is_told() -> None:
    desk = Desk()
    desk.approve()
    (new,) = [one for one in desk.small.all("DocumentReference") if one["id"] != "n1"]
    new["content"][0]["attachment"]["data"] = b64encode(b"Another text.").decode()
    del new["relatesTo"], new["meta"]["security"]
    assert desk.refused()["type"] == "urn:note-rewriter:problem:ehr-differs"
    event, told = desk.told[-1]
    assert (event, told["label_kept"], told["relation_kept"]) == (WRITTEN_OTHERWISE, 0, 0)


def test_an_original_that_changed_in_the_moment_of_writing_is_told() -> None:
    desk = Desk()

    def change(method: str, path: str) -> None:
        if method == "POST":
            desk.small.note("n1", f"{NOTE} More.", "2")

    desk.small.fail = change
    assert desk.approve()["original"] == "changed"


def test_what_the_audit_is_told_holds_no_text() -> None:
    desk = Desk()
    desk.approve()
    assert not [word for word in ("Therapist", "weight", "TC") if word in str(desk.told)]
    (new,) = [one for one in desk.small.all("DocumentReference") if one["id"] != "n1"]
    assert b64decode(new["content"][0]["attachment"]["data"]).decode() == TEXT
