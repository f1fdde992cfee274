import json
import logging
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jwt
import pytest
from starlette.testclient import TestClient

from rewriter.button.settings import HOOKS, NOTES, Issuer
from tests.button import make_settings, records, serve
from tests.signed_tokens import Signer

BASE = "https://notes.example.org"
CHART, DISCHARGE = "/cds-services/note-on-chart", "/cds-services/note-on-discharge"
INSTANCE = "d7d1a3a4-6d36-4d5c-9a0e-1f3f2b8f7c55"
# Nothing that an EHR says in a body, and nobody's name, may be found again anywhere.
PLANTED = "Zzyzxplanted"
EHR, LAB = Signer(), Signer("k2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hooks")


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    def issuer(name: str, signer: Signer, *may: Any) -> Issuer:
        return Issuer(name=name, issuer=f"https://{name}", audience="unused", jwks=signer.write_jwks(folder), may=may)

    issuers = (issuer("ehr", EHR, HOOKS), issuer("lab", LAB, NOTES))
    with serve(make_settings(folder, public_url=BASE, issuers=issuers)) as client:
        yield client


@pytest.fixture
def audited(client: TestClient, folder: Path) -> Callable[[], list[dict[str, Any]]]:
    """What the audit holds since the test began."""
    before = len(records(folder))
    return lambda: records(folder)[before:]


def claims(path: str = CHART, **more: Any) -> dict[str, Any]:
    now = int(time.time())
    told = {"iss": "https://ehr", "aud": BASE + path, "iat": now, "exp": now + 300, "jti": str(uuid.uuid4())}
    return {name: value for name, value in {**told, **more}.items() if value is not None}


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def hook(**more: Any) -> dict[str, Any]:
    context = {"userId": "Practitioner/dr1", "patientId": "p1"}
    return {"hook": "patient-view", "hookInstance": INSTANCE, "context": context, **more}


def ask(client: TestClient, body: object, path: str = CHART, **more: Any) -> Any:
    return client.post(path, json=body, headers=bearer(EHR.sign(claims(path, **more))))


def test_discovery_lists_the_hooks_and_asks_for_counts_alone(client: TestClient) -> None:
    services = client.get("/cds-services").json()["services"]
    assert [(one["hook"], one["id"]) for one in services] == [
        ("patient-view", "note-on-chart"),
        ("encounter-discharge", "note-on-discharge"),
    ]
    assert all("_summary=count" in one["prefetch"]["notes"] for one in services)


def test_a_card_opens_the_smart_app_and_changes_nothing(
    client: TestClient, audited: Callable[[], list[dict[str, Any]]]
) -> None:
    reply = ask(client, hook())
    assert reply.status_code == 200
    (card,) = reply.json()["cards"]
    assert card["indicator"] == "info"
    assert len(card["summary"]) < 140
    assert (card["links"][0]["type"], card["links"][0]["url"]) == ("smart", f"{BASE}/smart/launch")
    assert not {"suggestions", "systemActions"} & (set(card) | set(reply.json()))
    last = audited()[-1]
    assert (last["event"], last["user"], last["patient"]) == ("hook", "Practitioner/dr1", "p1")
    assert not [one for one in audited() if one["event"] == "model_call"]


@pytest.mark.parametrize(("total", "cards"), [(0, 0), (1, 1), ("0", 1), (False, 1), (None, 1)])
def test_there_is_no_card_where_the_ehr_counts_no_note(client: TestClient, total: object, cards: int) -> None:
    bundle = {"resourceType": "Bundle", "type": "searchset", "total": total}
    assert len(ask(client, hook(prefetch={"notes": bundle})).json()["cards"]) == cards


def test_a_discharge_must_name_its_stay(client: TestClient) -> None:
    context = {"userId": "Practitioner/dr1", "patientId": "p1"}
    body = hook(hook="encounter-discharge", context=context)
    assert ask(client, body, DISCHARGE).status_code == 400
    body["context"] = {**context, "encounterId": "e1"}
    assert len(ask(client, body, DISCHARGE).json()["cards"]) == 1


def test_a_token_counts_once(client: TestClient) -> None:
    token = bearer(EHR.sign(claims()))
    assert [client.post(CHART, json=hook(), headers=token).status_code for _ in range(2)] == [200, 401]


@pytest.mark.parametrize(
    "more",
    [
        {"aud": BASE + DISCHARGE},
        {"aud": BASE},
        {"aud": None},
        {"iss": "https://elsewhere"},
        {"iss": None},
        {"iss": "https://lab"},
        {"exp": int(time.time()) - 60},
        {"exp": int(time.time()) + 7200},
        {"exp": None},
        {"iat": int(time.time()) + 7200},
        {"jti": None},
        {"jti": 5},
    ],
)
def test_a_token_for_something_else_is_refused(client: TestClient, more: dict[str, Any]) -> None:
    token = {**claims(), **more}
    reply = client.post(
        CHART, json=hook(), headers=bearer(EHR.sign({key: value for key, value in token.items() if value is not None}))
    )
    assert reply.status_code == 401
    assert reply.headers["content-type"] == "application/problem+json"


def test_clocks_may_differ_by_half_a_minute(client: TestClient) -> None:
    now = int(time.time())
    assert ask(client, hook(), iat=now + 20, exp=now + 300).status_code == 200
    assert ask(client, hook(), iat=now - 300, exp=now - 20).status_code == 200


def test_keys_and_algorithms_are_those_of_the_settings(client: TestClient) -> None:
    said = claims()
    other = Signer().sign(said)
    unsigned = jwt.encode(said, "", "none", headers={"kid": "k1"})
    symmetric = jwt.encode(said, "x" * 64, "HS256", headers={"kid": "k1"})
    elsewhere = Signer("k9").sign(said, jku="https://elsewhere/jwks.json")
    of_notes = LAB.sign({**said, "iss": "https://lab"})
    for token in (
        other,
        unsigned,
        symmetric,
        elsewhere,
        of_notes,
        jwt.encode(said, EHR.key, "ES384"),
        "",
        "a.b.c",
        "x" * 9000,
    ):
        assert client.post(CHART, json=hook(), headers=bearer(token)).status_code == 401
    assert client.post(CHART, json=hook()).status_code == 401
    assert client.post(CHART, json=hook(), headers={"Authorization": "Basic eDp5"}).status_code == 401


def test_a_token_for_hooks_opens_nothing_else(client: TestClient) -> None:
    reply = client.post("/v1/check", json={"rewrite": "a"}, headers=bearer(EHR.sign(claims(aud="unused"))))
    assert reply.status_code in (401, 403)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"1e999",
        b"[" * 20_000,
        b'{"hook":' * 20_000,
        b"9" * 5000,
        *(
            json.dumps(body).encode()
            for body in (
                {},
                hook(hook="order-sign"),
                hook(hook=None),
                hook(hookInstance=PLANTED),
                hook(hookInstance=5),
                hook(context=None),
                hook(context=[PLANTED]),
                hook(context={"userId": "Practitioner/dr1"}),
                hook(context={"userId": "dr1", "patientId": "p1"}),
                hook(context={"userId": "Practitioner/dr1", "patientId": {"a": PLANTED}}),
                hook(context={"userId": "Practitioner/dr1", "patientId": f"{PLANTED} B"}),
                hook(context={"userId": "Practitioner/dr1", "patientId": "p1", "encounterId": "../x"}),
            )
        ),
    ],
)
def test_a_body_that_is_no_hook_is_refused_in_plain_words(client: TestClient, body: bytes) -> None:
    reply = client.post(CHART, content=body, headers=bearer(EHR.sign(claims())))
    assert reply.status_code == 400
    assert PLANTED not in reply.text


def test_who_is_not_let_in_learns_nothing_of_the_body(client: TestClient) -> None:
    assert client.post(CHART, content=b"{").status_code == 401


def test_an_unknown_service_is_not_found(client: TestClient) -> None:
    assert ask(client, hook(), "/cds-services/nothing").status_code == 404


def test_feedback_is_kept_as_outcomes_without_what_was_written(
    client: TestClient, folder: Path, audited: Callable[[], list[dict[str, Any]]]
) -> None:
    card = str(uuid.uuid4())
    reason = {"reason": {"code": "not-now"}, "userComment": PLANTED}
    given = [{"card": card, "outcome": "overridden", "overrideReason": reason}, {"card": card, "outcome": "accepted"}]
    assert ask(client, {"feedback": given}, f"{CHART}/feedback").status_code == 200
    assert [one["outcome"] for one in audited() if one["event"] == "hook_feedback"] == [
        "overridden",
        "accepted",
    ]
    assert PLANTED not in (folder / "audit").read_text()


@pytest.mark.parametrize(
    "given", [None, [], [{}], [5], [{"card": PLANTED, "outcome": "accepted"}], [{"card": INSTANCE, "outcome": PLANTED}]]
)
def test_feedback_that_is_none_is_refused(
    client: TestClient, audited: Callable[[], list[dict[str, Any]]], given: object
) -> None:
    reply = ask(client, {"feedback": given}, f"{CHART}/feedback")
    assert reply.status_code == 400
    assert PLANTED not in reply.text
    assert not [one for one in audited() if one["event"] == "hook_feedback"]


def test_what_an_ehr_says_beside_ids_is_found_nowhere(
    client: TestClient, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    patient = {"resourceType": "Patient", "name": [{"family": PLANTED}]}
    extra = {"fhirAuthorization": {"access_token": PLANTED}, "extension": {"systemActions": [PLANTED]}}
    for body in (hook(prefetch={"notes": patient, "patient": patient}, **extra), hook(hook=PLANTED, **extra)):
        assert PLANTED not in ask(client, body, sub=f"{PLANTED} B").text
    ours = [one.getMessage() for one in caplog.records if one.name.startswith("rewriter")]
    assert ours
    assert PLANTED not in "".join(ours) + (folder / "audit").read_text()


def test_without_an_issuer_for_hooks_there_are_none(tmp_path: Path) -> None:
    with serve(make_settings(tmp_path)) as client:
        assert client.get("/cds-services").status_code == 404
