"""Which notes a session sees, and what it sees of them."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest

from rewriter.button.problems import Problem
from rewriter.button.seal import hash_text
from rewriter.button.smart.client import Missing, Refused, Rejected, Silent
from rewriter.button.smart.reading import explain, list_notes, read_note, read_patient, version_of
from tests.small_ehr import BASE, SmallEhr, make_session

T = TypeVar("T")
NOTE = "Wt shift R, TC @ R hip."
SESSION = make_session()


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def refusal(work: Coroutine[Any, Any, Any]) -> Problem:
    with pytest.raises(Problem) as caught:
        run(work)
    return caught.value


@pytest.fixture
def small() -> SmallEhr:
    small = SmallEhr()
    small.note("n1", NOTE)
    return small


def test_a_note_is_seen_with_its_version_hash_and_day(small: SmallEhr) -> None:
    seen = run(read_note(small.ehr, SESSION, "n1"))
    assert (seen.text, seen.version, seen.sha256, seen.is_signed) == (NOTE, "1", hash_text(NOTE), False)
    assert seen.date == "2026-11-20"
    assert seen.origin.document == "DocumentReference/n1"


@pytest.mark.parametrize(
    "more",
    [
        {"subject": {"reference": "Patient/p2"}},
        {"subject": {"reference": "https://elsewhere.example.org/fhir/Patient/p1"}},
        {"context": {"encounter": [{"reference": "Encounter/e2"}]}},
        {"context": {}},
    ],
)
def test_a_note_of_another_patient_visit_or_server_is_not_there(small: SmallEhr, more: dict[str, Any]) -> None:
    small.note("other", NOTE, **more)
    assert refusal(read_note(small.ehr, SESSION, "other")).status_code == 404
    assert [one["id"] for one in run(list_notes(small.ehr, SESSION))] == ["n1"]


def test_a_reference_may_name_the_whole_address(small: SmallEhr) -> None:
    small.note("n2", NOTE, subject={"reference": f"{BASE}/Patient/p1"})
    assert run(read_note(small.ehr, SESSION, "n2")).text == NOTE


def test_a_launch_without_a_visit_sees_every_note_of_the_patient(small: SmallEhr) -> None:
    small.note("n2", NOTE, context={"encounter": [{"reference": "Encounter/e2"}]})
    listed = run(list_notes(small.ehr, make_session(encounter="")))
    assert {one["id"] for one in listed} == {"n1", "n2"}


@pytest.mark.parametrize("id", ["", "../Patient/p1", "n1?x", "a" * 65, "gone"])
def test_what_is_no_id_is_never_asked_for(small: SmallEhr, id: str) -> None:
    assert refusal(read_note(small.ehr, SESSION, id)).status_code == 404
    assert set(small.asked) <= {("GET", "DocumentReference/gone")}


@pytest.mark.parametrize(
    "more",
    [
        {"status": "entered-in-error"},
        {"content": [{"attachment": {"contentType": "application/pdf", "data": "JVBERi0="}}]},
        {"content": []},
    ],
)
def test_a_note_that_cannot_be_improved_says_why(small: SmallEhr, more: dict[str, Any]) -> None:
    small.note("odd", NOTE, **more)
    problem = refusal(read_note(small.ehr, SESSION, "odd"))
    assert (problem.status_code, problem.body["detail"][:27]) == (422, "This note cannot be improve")


def test_a_text_may_stand_in_a_binary(small: SmallEhr) -> None:
    small.put({"resourceType": "Binary", "id": "b1", "contentType": "text/plain", "data": "R2FpdC4="})
    there = {"attachment": {"contentType": "text/plain", "url": f"{BASE}/Binary/b1"}}
    small.note("far", "", content=[there])
    assert run(read_note(small.ehr, SESSION, "far")).text == "Gait."
    del small.resources["Binary/b1"]
    assert refusal(read_note(small.ehr, SESSION, "far")).status_code == 422


def test_a_line_of_the_list_holds_no_text(small: SmallEhr) -> None:
    small.note(
        "n2", NOTE, docStatus="final", type={"text": "Evaluation" * 50}, author=[{"reference": "Practitioner/x"}]
    )
    line = next(one for one in run(list_notes(small.ehr, SESSION)) if one["id"] == "n2")
    assert NOTE not in str(line)
    assert (line["signed"], line["author"], len(line["title"])) == (True, "Practitioner/x", 120)


@pytest.mark.parametrize(
    ("patient", "told"),
    [
        ({"name": [{"text": "A Person"}], "birthDate": "1950-01-02"}, {"name": "A Person", "born": "1950-01-02"}),
        ({"name": [{"given": ["A", 5], "family": "B"}]}, {"name": "A B", "born": ""}),
        ({"name": "odd", "birthDate": 5}, {"name": "", "born": ""}),
        ({}, {"name": "", "born": ""}),
    ],
)
def test_a_patient_is_told_as_far_as_the_ehr_tells(patient: dict[str, Any], told: dict[str, str]) -> None:
    small = SmallEhr()
    small.put({"resourceType": "Patient", "id": "p1", **patient})
    assert run(read_patient(small.ehr, SESSION)) == told


@pytest.mark.parametrize(
    ("error", "status"),
    [(Refused(401), 403), (Refused(403), 403), (Missing(), 502), (Rejected(422), 502), (Silent(), 502)],
)
def test_what_the_ehr_did_not_do_is_told_without_its_words(
    error: Refused | Missing | Rejected | Silent, status: int
) -> None:
    problem = explain(error)
    assert problem.status_code == status
    assert "Nothing was written" in problem.body["title"]


@pytest.mark.parametrize("meta", [None, {}, {"versionId": 5}, {"versionId": "a b"}, "odd"])
def test_a_version_that_is_none_is_no_version(meta: object) -> None:
    assert version_of({"meta": meta}) == ""
    assert version_of({"meta": {"versionId": "7"}}) == "7"
