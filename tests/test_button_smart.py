"""The SMART app against a real FHIR server and a real OAuth server, behind an EHR whose replies can be lost."""

import json
import logging
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from fhir.resources.R4B.documentreference import DocumentReference
from fhir.resources.R4B.provenance import Provenance
from starlette.testclient import TestClient

from rewriter.button.audit import Trail
from rewriter.button.seal import hash_text
from rewriter.button.sites import Site
from rewriter.errors import JournalError
from tests import oauth_mock
from tests.button import FULL, LOCAL, THIN, make_settings, records, serve
from tests.fhir_server import FhirServer, make_note, running
from tests.mock_ehr import CLIENT, CUT, LAUNCH, LOSE, PASS, MockEhr, serving
from tests.signed_tokens import Signer

pytestmark = pytest.mark.slow

REDIRECT = f"{LOCAL}/smart/callback"
OWN = {"Origin": LOCAL}
APART = "patient/DocumentReference.crs patient/Provenance.crs patient/Binary.r"
# The name of nobody, as a chart would hold one.
PLANTED = "Zzyzxplanted"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FhirServer]:
    with running(tmp_path_factory.mktemp("fhir")) as server:
        visit = {"status": "in-progress", "class": {"code": "AMB"}, "subject": {"reference": "Patient/p1"}}
        server.put({"resourceType": "Patient", "id": "p1", "name": [{"family": PLANTED}]})
        server.put({"resourceType": "Patient", "id": "p2"})
        server.put({"resourceType": "Practitioner", "id": "dr1"})
        for name in ("e1", "e2"):
            server.put({"resourceType": "Encounter", "id": name, **visit})
        yield server


@pytest.fixture(scope="module")
def login() -> Iterator[oauth_mock.OauthMock]:
    with oauth_mock.running() as login:
        yield login


@pytest.fixture
def ehr(server: FhirServer, login: oauth_mock.OauthMock) -> Iterator[MockEhr]:
    with serving(MockEhr(server.base, REDIRECT, server.token, login)) as ehr:
        yield ehr


@pytest.fixture
def odd_ehr(server: FhirServer) -> Iterator[MockEhr]:
    """An EHR with a login of its own, which does what no proper one would."""
    with serving(MockEhr(server.base, REDIRECT, server.token)) as ehr:
        yield ehr


class App:
    """The app in a browser: after its launch, its routes by their short names."""

    def __init__(self, client: TestClient, ehr: MockEhr) -> None:
        self.client, self.ehr, self.root = client, ehr, ""

    def begin(self, **more: str) -> Any:
        query = {"iss": self.ehr.base, "launch": LAUNCH, **more}
        return self.client.get("/smart/launch", params=query, follow_redirects=False)

    def log_in(self) -> str:
        """Return the address that the EHR's login sends the browser to."""
        self.ehr.prepare()
        login = self.begin()
        assert login.status_code == 302, login.text
        return str(httpx2.get(login.headers["location"]).headers["location"])

    def launch(self) -> "App":
        opened = self.client.get(self.log_in(), follow_redirects=False)
        assert opened.status_code == 303, opened.text
        self.root = opened.headers["location"].removeprefix(LOCAL)
        return self

    def get(self, path: str) -> Any:
        return self.client.get(self.root + path)

    def post(self, path: str, body: object = None, **headers: str) -> Any:
        sent = {**OWN, "Content-Type": "application/json", **headers}
        return self.client.post(self.root + path, content=json.dumps(body or {}), headers=sent)

    def improve(self, note: str) -> dict[str, Any]:
        reply = self.post(f"notes/{note}/improve")
        assert reply.status_code == 200, reply.text
        offered: dict[str, Any] = reply.json()
        return offered

    def approve(self, offered: dict[str, Any], /, **more: Any) -> Any:
        body = {name: offered[name] for name in ("version", "base_sha256", "text")}
        return self.post(f"notes/{offered['note']}/approve", {**body, "confirmed": True, **more})


@contextmanager
def opened(folder: Path, ehr: MockEhr, **site: Any) -> Iterator[App]:
    sites = (Site(name="ehr", fhir=ehr.base, client_id=CLIENT, **site),)
    with serve(make_settings(folder, public_url=LOCAL, sites=sites)) as client:
        yield App(client, ehr)


@pytest.fixture
def app(tmp_path: Path, ehr: MockEhr) -> Iterator[App]:
    with opened(tmp_path, ehr) as app:
        yield app


@pytest.fixture
def note(server: FhirServer, request: pytest.FixtureRequest) -> str:
    """A new unsigned note for each test."""
    name = f"n{abs(hash(request.node.nodeid)) % 10**12}"
    server.put(make_note(name, FULL))
    return name


def made_from(server: FhirServer, note: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the new notes that relate to a note, and the Provenances that name it as a source."""
    source = f"DocumentReference/{note}"
    documents = [
        one
        for one in server.all("DocumentReference")
        if any(item["target"]["reference"] == source for item in one.get("relatesTo", []))
    ]
    origins = [
        one
        for one in server.all("Provenance")
        if any(item["what"]["reference"].startswith(f"{source}/") for item in one.get("entity", []))
    ]
    return documents, origins


def test_a_launch_lists_the_visits_notes_and_no_others(server: FhirServer, app: App, note: str) -> None:
    server.put(make_note("elsewhere", FULL, context={"encounter": [{"reference": "Encounter/e2"}]}))
    server.put(make_note("another", FULL, subject={"reference": "Patient/p2"}))
    server.put(make_note("wrong", FULL, status="entered-in-error"))
    listed = app.launch().get("notes").json()
    notes = {one["id"]: one for one in listed["notes"]}
    assert listed["may_write"]
    assert not {"elsewhere", "another"} & set(notes)
    assert (notes[note]["title"], notes[note]["service_date"]) == ("Physical therapy note", "2026-11-20")
    assert notes["wrong"]["reason"] == "it was entered in error"
    for other in ("elsewhere", "another"):
        assert app.get(f"notes/{other}").status_code == 404
    assert app.get("notes/wrong").status_code == 422
    assert app.get(f"notes/{note}").json()["text"] == FULL


@pytest.mark.parametrize(
    ("site", "scope"),
    [({"relation": "replaces"}, "patient/*.cruds"), ({"relation": "appends", "writes": "apart"}, APART)],
    ids=["together", "apart"],
)
def test_an_approved_text_becomes_a_new_note_with_its_provenance(
    server: FhirServer, ehr: MockEhr, tmp_path: Path, note: str, site: dict[str, Any], scope: str
) -> None:
    before = server.get(f"DocumentReference/{note}")
    ehr.scope = f"launch openid fhirUser {scope}"
    ehr.token = lambda: server.token(scope)
    with opened(tmp_path, ehr, **site) as app:
        offered = app.launch().improve(note)
        reply = app.approve(offered, accepted=2, offered=3)
        assert reply.status_code == 200, reply.text
        written = reply.json()
        again = app.approve(offered).json()
    assert (written["was_there"], written["original"], written["kept"]) == (
        False,
        "same",
        {"label": True, "relation": True},
    )
    assert (again["was_there"], again["document"], again["provenance"]) == (
        True,
        written["document"],
        written["provenance"],
    )
    (document,), (provenance,) = made_from(server, note)
    DocumentReference.model_validate(document)
    Provenance.model_validate(provenance)
    clinician = {"reference": "Practitioner/dr1"}
    assert document["relatesTo"][0]["code"] == site["relation"]
    assert b64decode(document["content"][0]["attachment"]["data"]).decode() == offered["text"]
    assert (document["docStatus"], document["author"], document["authenticator"]) == ("final", [clinician], clinician)
    assert document["subject"] == {"reference": "Patient/p1"}
    assert [one["code"] for one in document["meta"]["security"]] == ["AIAST"]
    agents = {one["type"]["coding"][0]["code"]: one["who"] for one in provenance["agent"]}
    assert agents == {"assembler": {"reference": "#rewriter"}, "verifier": clinician}
    assert provenance["target"] == [{"reference": f"DocumentReference/{document['id']}"}]
    assert provenance["entity"][0]["what"]["reference"] == f"DocumentReference/{note}/_history/1"
    assert server.get(f"DocumentReference/{note}") == before
    assert {method for method, _ in ehr.asked} == {"GET", "POST"}
    events = [one["event"] for one in records(tmp_path)]
    assert [one for one in events if one in ("read", "accept", "write", "written")] == [
        "read",
        "accept",
        "write",
        "written",
        "accept",
        "written",
    ]


@pytest.mark.parametrize("writes", ["together", "apart"])
@pytest.mark.parametrize("fate", [LOSE, CUT])
def test_a_lost_answer_and_a_second_try_make_one_note(
    server: FhirServer, ehr: MockEhr, tmp_path: Path, note: str, fate: str, writes: str
) -> None:
    before = server.get(f"DocumentReference/{note}")
    left = {"": 1, "/DocumentReference": 1, "/Provenance": 1}

    def lose(method: str, path: str) -> str:
        if method == "POST" and left.get(path, 0):
            left[path] -= 1
            return fate
        return PASS

    ehr.fate = lose
    with opened(tmp_path, ehr, writes=writes) as app:
        offered = app.launch().improve(note)
        assert app.approve(offered).status_code == 200
        assert app.approve(offered).status_code == 200
    assert [len(kind) for kind in made_from(server, note)] == [1, 1]
    assert server.get(f"DocumentReference/{note}") == before


@pytest.mark.parametrize("writes", ["together", "apart"])
def test_an_ehr_that_stays_silent_is_asked_again_later(
    server: FhirServer, ehr: MockEhr, tmp_path: Path, note: str, writes: str
) -> None:
    ehr.fate = lambda method, path: LOSE if method == "POST" else PASS
    with opened(tmp_path, ehr, writes=writes) as app:
        offered = app.launch().improve(note)
        silent = app.approve(offered)
        assert (silent.status_code, silent.json()["type"]) == (502, "urn:note-rewriter:problem:ehr-unsure")
        ehr.fate = lambda method, path: PASS
        assert app.approve(offered).status_code == 200
    assert [len(kind) for kind in made_from(server, note)] == [1, 1]


def test_a_note_that_was_changed_meanwhile_is_not_written_upon(server: FhirServer, app: App, note: str) -> None:
    offered = app.launch().improve(note)
    after = server.put(make_note(note, f"{FULL} Pt tolerated well."))
    reply = app.approve(offered)
    assert reply.status_code == 409
    assert made_from(server, note) == ([], [])
    assert server.get(f"DocumentReference/{note}") == after


def test_a_new_version_with_the_same_text_is_another_version(server: FhirServer, app: App, note: str) -> None:
    offered = app.launch().improve(note)
    server.put(make_note(note, FULL, description="looked at"))
    assert app.approve(offered).status_code == 409
    assert made_from(server, note) == ([], [])


def test_only_what_was_improved_in_this_session_can_be_approved(app: App, note: str) -> None:
    offered = app.launch().improve(note)
    assert app.approve({**offered, "version": "7"}).status_code == 409
    assert app.approve({**offered, "base_sha256": "0" * 64}).status_code == 409
    assert app.launch().approve(offered).status_code == 409


@pytest.mark.parametrize("writes", ["together", "apart"])
@pytest.mark.parametrize(
    "granted",
    ["patient/DocumentReference.rs", "patient/DocumentReference.crs", "patient/Provenance.crs patient/*.rs"],
)
def test_scopes_that_are_too_narrow_write_nothing(
    server: FhirServer, ehr: MockEhr, tmp_path: Path, note: str, granted: str, writes: str
) -> None:
    ehr.scope = f"launch openid fhirUser {granted}"
    ehr.token = lambda: server.token(f"{granted} patient/DocumentReference.rs")
    with opened(tmp_path, ehr, writes=writes) as app:
        offered = app.launch().improve(note)
        assert not app.get("notes").json()["may_write"]
        reply = app.approve(offered)
    assert reply.status_code == 403
    assert "Nothing was written" in reply.json()["title"]
    assert made_from(server, note) == ([], [])
    assert not [one for one in records(tmp_path) if one["event"] == "write"]


def test_a_server_that_grants_less_than_its_login_said_writes_nothing(
    server: FhirServer, ehr: MockEhr, app: App, note: str
) -> None:
    ehr.token = lambda: server.token("patient/DocumentReference.crs patient/Provenance.rs")
    reply = app.launch().approve(app.improve(note))
    assert (reply.status_code, reply.json()["ehr_status"]) == (403, 403)
    assert made_from(server, note) == ([], [])


def test_a_note_whose_provenance_was_refused_gets_it_later(
    server: FhirServer, ehr: MockEhr, tmp_path: Path, note: str
) -> None:
    ehr.token = lambda: server.token("patient/DocumentReference.crs patient/Provenance.rs")
    with opened(tmp_path, ehr, writes="apart") as app:
        reply = app.launch().approve(app.improve(note))
        assert (reply.status_code, reply.json()["type"]) == (502, "urn:note-rewriter:problem:ehr-unsure")
        assert [len(kind) for kind in made_from(server, note)] == [1, 0]
        assert "write_incomplete" in [one["event"] for one in records(tmp_path)]
        ehr.token = server.token
        assert app.launch().approve(app.improve(note)).json()["was_there"]
    assert [len(kind) for kind in made_from(server, note)] == [1, 1]


def test_without_its_audit_record_nothing_is_written(
    server: FhirServer, app: App, note: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = app.launch().improve(note)
    keep = Trail.add

    async def add(self: Trail, event: str, **told: str | int | None) -> None:
        if event == "write":
            raise JournalError("the disk is full")
        await keep(self, event, **told)

    monkeypatch.setattr(Trail, "add", add)
    assert app.approve(offered).status_code == 503
    assert made_from(server, note) == ([], [])


def test_a_signed_note_gets_an_addition_that_holds_it_unchanged(
    server: FhirServer, ehr: MockEhr, tmp_path: Path
) -> None:
    before = server.put(make_note("signed", FULL, docStatus="final"))
    told = {"author": "PT", "reason": "clarity", "basis": "memory of the treatment"}
    with opened(tmp_path, ehr, relation="replaces") as app:
        offered = app.launch().post("notes/signed/improve", {"signed": told}).json()
        assert offered["text"].endswith(FULL)
        assert app.approve(offered, text="Another text.").status_code == 422
        assert app.approve(offered).status_code == 200
    (document,), _ = made_from(server, "signed")
    assert document["relatesTo"][0]["code"] == "appends"
    assert server.get("DocumentReference/signed") == before


def test_a_text_that_says_more_than_the_note_needs_a_second_look(server: FhirServer, app: App, note: str) -> None:
    offered = app.launch().improve(note)
    text = offered["text"].replace("right hip", "left hip")
    assert text != offered["text"]
    reply = app.approve(offered, text=text, confirmed=False)
    assert reply.status_code == 422
    assert reply.json()["codes"]
    assert made_from(server, note) == ([], [])


def test_a_draft_line_does_not_get_into_the_record(app: App, note: str) -> None:
    offered = app.launch().improve(note)
    assert "Draft for review" not in offered["text"]
    text = f"{offered['record']['text']}"
    assert app.approve(offered, text=text).status_code == 422


def test_a_thin_note_is_asked_about_and_nothing_is_offered(server: FhirServer, app: App) -> None:
    server.put(make_note("thin", THIN))
    offered = app.launch().improve("thin")
    assert offered["questions"]


def test_a_name_in_the_chart_is_found_nowhere_else(
    server: FhirServer, ehr: MockEhr, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    text = f"{FULL} Pt {PLANTED} tolerated well."
    server.put(make_note("planted", text, description=PLANTED))
    lost = {"": 1}
    ehr.fate = lambda method, path: LOSE if method == "POST" and lost.pop(path, 0) else PASS
    with opened(tmp_path, ehr) as app:
        offered = app.launch().improve("planted")
        replies = [
            app.approve(offered, text=f"{PLANTED} \ud83d"),
            app.approve(offered, confirmed=False, text=f"{PLANTED} walked 500 feet."),
            app.approve({**offered, "version": PLANTED}),
            app.get(f"notes/{PLANTED}"),
            app.post("notes/planted/improve", {"answers": {PLANTED: PLANTED}}),
            app.post("notes/planted/improve", {PLANTED: PLANTED}),
            app.begin(iss=f"https://{PLANTED}.example.org"),
            app.client.get(f"/smart/callback?state={PLANTED}&code={PLANTED}&error_description={PLANTED}"),
        ]
        assert app.approve(offered).status_code == 200
        metrics = app.client.app.state.core.metrics.show().decode()  # type: ignore[attr-defined]
    assert {one.status_code for one in replies} <= {400, 403, 404, 409, 422}
    ours = "".join(one.getMessage() for one in caplog.records if not one.name.startswith(("httpx", "asyncio")))
    assert "/smart/app/{sid}/notes/{id}/approve" in ours
    for text in (*(one.text for one in replies), metrics, ours, (tmp_path / "audit").read_text()):
        assert PLANTED.lower() not in text.lower()


def test_a_launch_asks_for_a_code_as_smart_has_it(app: App, ehr: MockEhr) -> None:
    query = {key: values[0] for key, values in parse_qs(urlsplit(app.begin().headers["location"]).query).items()}
    assert (query["redirect_uri"], query["aud"], query["launch"]) == (REDIRECT, ehr.base, LAUNCH)
    assert (query["response_type"], query["code_challenge_method"]) == ("code", "S256")
    assert len({app.begin().headers["location"] for _ in range(3)}) == 3


def test_only_the_sites_of_the_settings_are_ever_asked(app: App, ehr: MockEhr) -> None:
    for iss in ("https://elsewhere.example.org/fhir", "http://169.254.169.254/", "", "fhir", f"{ehr.base}@elsewhere"):
        assert app.begin(iss=iss).status_code == 400
    assert app.client.get(f"/smart/launch?iss={ehr.base}&iss={ehr.base}&launch={LAUNCH}").status_code == 400
    assert not ehr.asked


def test_a_callback_needs_the_browser_that_began_the_launch(app: App) -> None:
    back = app.log_in()
    cookies = dict(app.client.cookies)
    app.client.cookies.clear()
    assert app.client.get(back).status_code == 403
    app.client.cookies.update(cookies)
    assert app.client.get(back.replace("state=", "state=x")).status_code == 403
    assert app.client.get(back, follow_redirects=False).status_code == 303
    assert app.client.get(back).status_code == 403  # a code counts once, and so does its cookie


def test_nobody_works_here_whom_the_ehr_does_not_name(app: App, ehr: MockEhr) -> None:
    wrong: list[dict[str, Any]] = [
        {"nonce": "another"},
        {"aud": "another"},
        {"iss": "https://elsewhere"},
        {"exp": 1},
        {"fhirUser": "Patient/p1"},
        {"fhirUser": None},
        {"fhirUser": "Practitioner/../x"},
    ]
    for ehr.claims in wrong:
        assert app.client.get(app.log_in()).status_code == 403


def test_an_identity_signed_by_somebody_else_is_none(odd_ehr: MockEhr, tmp_path: Path) -> None:
    with opened(tmp_path, odd_ehr) as app:
        assert app.client.get(app.log_in(), follow_redirects=False).status_code == 303
        back = app.log_in()
        odd_ehr.signer.sign = lambda claims, **header: Signer().sign(claims)  # type: ignore[method-assign]
        assert app.client.get(back).status_code == 403


def test_the_stand_ins_login_is_like_the_real_one(server: FhirServer, odd_ehr: MockEhr, tmp_path: Path) -> None:
    server.put(make_note("odd", FULL))
    with opened(tmp_path, odd_ehr) as app:
        assert app.launch().approve(app.improve("odd")).status_code == 200
    assert [len(kind) for kind in made_from(server, "odd")] == [1, 1]


def test_an_app_that_is_registered_otherwise_gets_no_code(app: App, ehr: MockEhr, server: FhirServer) -> None:
    ehr.redirect = "https://elsewhere.example.org/smart/callback"
    back = app.log_in()
    assert "error=" in back
    assert app.client.get(back).status_code == 403


def test_a_code_is_worth_nothing_without_the_launchs_own_verifier(app: App) -> None:
    one, two = (parse_qs(urlsplit(app.log_in()).query) for _ in range(2))
    mixed = {"code": one["code"][0], "state": two["state"][0]}
    assert app.client.get("/smart/callback", params=mixed).status_code == 403


def test_a_launch_without_a_patient_opens_nothing(app: App, ehr: MockEhr) -> None:
    wrong: list[dict[str, Any]] = [{}, {"patient": 5}, {"patient": "../p"}]
    for ehr.context in wrong:
        assert app.client.get(app.log_in()).status_code == 403


@pytest.mark.parametrize(
    "configuration",
    [
        {"code_challenge_methods_supported": ["plain"]},
        {"code_challenge_methods_supported": None},
        {"token_endpoint": "http://elsewhere.example.org/token"},
        {"jwks_uri": None},
    ],
)
def test_a_login_that_is_not_safe_is_not_used(app: App, ehr: MockEhr, configuration: dict[str, Any]) -> None:
    ehr.configuration = configuration
    assert app.begin().status_code == 502


def test_a_session_is_of_one_browser_one_page_and_ends(app: App, note: str) -> None:
    app.launch()
    first = app.root
    assert app.client.post(f"{first}notes/{note}/improve", json={}).status_code == 403  # no page of ours sent it
    assert app.post(f"notes/{note}/improve", Origin="https://elsewhere").status_code == 403
    app.launch()
    assert app.root != first
    assert app.client.get(f"{first}notes").status_code == 200  # beside the other, each with its own chart
    held, app.client.cookies = app.client.cookies, httpx2.Cookies()
    assert app.get("notes").status_code == 401
    app.client.cookies = held
    assert app.post("end").status_code == 204
    assert app.get("notes").status_code == 401


def test_without_sites_there_is_no_app(tmp_path: Path) -> None:
    with serve(make_settings(tmp_path)) as client:
        assert client.get("/smart/launch", params={"iss": "https://a", "launch": "b"}).status_code == 404


def test_what_is_asked_of_the_ehr_never_updates_or_deletes(app: App, ehr: MockEhr, note: str) -> None:
    app.launch().approve(app.improve(note))
    assert {method for method, _ in ehr.asked} <= {"GET", "POST"}
    assert json.dumps(ehr.asked).count(f"DocumentReference/{note}")


def test_the_button_on_the_page_shows_the_sessions_key_in_place_of_a_cookie(app: App, note: str) -> None:
    app.launch()
    assert "note-improve" in app.get("").text
    key = app.get("key").json()["key"]
    app.client.cookies = httpx2.Cookies()
    assert app.get("notes").status_code == 401
    shown = {"Authorization": f"Bearer {key}"}
    body = {"text": FULL, "base_sha256": hash_text(FULL), "offsets": "utf16"}
    offered = app.post(f"notes/{note}/v1/improve", body, **shown)
    assert (offered.status_code, offered.json()["status"]) == (200, "accepted")
    answered = app.post(f"notes/{note}/v1/improve/{offered.json()['id']}/answers", body, **shown)
    assert answered.status_code == 200
    told = {"base_sha256": hash_text(FULL), "text_sha256": hash_text("a"), "accepted": 1, "offered": 3}
    assert app.post(f"notes/{note}/v1/improve/{offered.json()['id']}/accept", told, **shown).status_code == 204
    other = {**body, "text": f"{FULL} More.", "base_sha256": hash_text(f"{FULL} More.")}
    assert app.post(f"notes/{note}/v1/improve", other, **shown).status_code == 409
    assert app.post(f"notes/{note}/v1/improve", body, Authorization="Bearer x").status_code == 401
