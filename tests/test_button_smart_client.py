import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import httpx2
import pytest

from rewriter.button.smart import client
from rewriter.button.smart.client import Ehr, Missing, Refused, Rejected, Silent, reference_of

BASE = "https://ehr.example.org/fhir"
T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(work)


def ehr(status: int = 200, data: object = None, **headers: str) -> tuple[Ehr, list[httpx2.Request]]:
    asked: list[httpx2.Request] = []

    def reply(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        if isinstance(data, bytes):
            return httpx2.Response(status, content=data, headers=headers)
        return httpx2.Response(status, json=data, headers=headers)

    return Ehr(BASE, "secret", httpx2.MockTransport(reply)), asked


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, Refused),
        (403, Refused),
        (404, Missing),
        (410, Missing),
        (400, Rejected),
        (412, Rejected),
        (422, Rejected),
        (408, Silent),
        (429, Silent),
        (302, Silent),
        (500, Silent),
        (503, Silent),
    ],
)
def test_what_the_ehr_answers_is_a_refusal_an_answer_or_silence(status: int, error: type[Exception]) -> None:
    asked, _ = ehr(status, {"issue": "words"})
    with pytest.raises(error) as raised:
        run(asked.read("Patient/p1"))
    assert "words" not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\xff", b"[" * 100_000, b'{"a":' * 100_000])
def test_an_answer_that_is_no_resource_is_silence(data: bytes) -> None:
    with pytest.raises(Silent):
        run(ehr(200, data)[0].read("Patient/p1"))


def test_an_answer_that_is_too_large_is_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_MOST_BYTES", 10)
    with pytest.raises(Silent):
        run(ehr(200, {"resourceType": "Patient"})[0].read("Patient/p1"))


def test_a_server_that_is_not_there_is_silence() -> None:
    with pytest.raises(Silent):
        run(Ehr("http://127.0.0.1:1/fhir", "secret").read("Patient/p1"))


def test_a_create_is_conditional_and_shows_the_token() -> None:
    asked, requests = ehr(201, {}, location=f"{BASE}/Provenance/v1/_history/1")
    assert run(asked.create({"resourceType": "Provenance"}, "_tag=a|b")) == "Provenance/v1"
    (request,) = requests
    assert (request.method, str(request.url)) == ("POST", f"{BASE}/Provenance")
    assert (request.headers["if-none-exist"], request.headers["authorization"]) == ("_tag=a|b", "Bearer secret")
    assert "secret" not in repr(asked)


def test_a_search_returns_resources_of_its_kind_alone() -> None:
    entries = [{"resource": {"resourceType": "Provenance"}}, {"resource": {"resourceType": "OperationOutcome"}}, {}, 5]
    asked, requests = ehr(200, {"entry": entries})
    assert run(asked.search("Provenance", {"target": "DocumentReference/a&b"})) == [{"resourceType": "Provenance"}]
    assert requests[0].url.params["target"] == "DocumentReference/a&b"
    assert run(ehr(200, {})[0].search("Provenance", {})) == []


def test_a_transaction_names_what_it_made() -> None:
    entries = [{"response": {"location": "DocumentReference/d1/_history/1"}}, {"response": {}}, {}, None]
    assert run(ehr(200, {"entry": entries})[0].transact({})) == ["DocumentReference/d1", "", "", ""]


@pytest.mark.parametrize(
    ("location", "reference"),
    [
        (f"{BASE}/Provenance/v1", "Provenance/v1"),
        ("/fhir/Provenance/v1/_history/2", "Provenance/v1"),
        ("elsewhere", ""),
        (None, ""),
        (5, ""),
    ],
)
def test_a_location_names_a_resource(location: object, reference: str) -> None:
    assert reference_of(location) == reference
