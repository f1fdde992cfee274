"""Who may use a session: its own browser, from the app's own page, until it ends."""

from collections.abc import Iterator

import pytest
from starlette.responses import Response

from rewriter.button.settings import Limits, ServeSettings
from rewriter.button.sites import Site
from rewriter.button.smart import guard
from rewriter.button.smart.guard import Smart
from tests.button import LOCAL
from tests.small_app import SmallApp, opened

SITES = (Site(name="ehr", fhir="https://ehr.example.org/fhir", client_id="app"),)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallApp]:
    with opened(tmp_path_factory.mktemp("guard")) as app:
        yield app


@pytest.fixture
def app(running: SmallApp) -> SmallApp:
    running.client.cookies.clear()
    return running.begin()


def test_a_session_is_opened_by_its_cookie_or_its_key(app: SmallApp) -> None:
    assert app.get("notes").status_code == 200
    by_key = {"Cookie": "", "Authorization": f"bearer {app.session.key}"}
    assert app.get("notes", **by_key).status_code == 200
    for wrong in ({"Cookie": ""}, {"Cookie": "note-session=x"}, {"Authorization": "Bearer x"}):
        assert app.get("notes", **wrong).status_code == 401


def test_another_sessions_secret_opens_nothing(app: SmallApp) -> None:
    first = app.secret
    app.begin()
    assert app.get("notes", Cookie=f"note-session={first}").status_code == 401


def test_an_ended_session_is_closed(app: SmallApp) -> None:
    app.session.ends = 0
    reply = app.get("notes")
    assert (reply.status_code, reply.json()["type"]) == (401, "urn:note-rewriter:problem:session-ended")


@pytest.mark.parametrize("origin", ["", "null", "https://elsewhere.example.org", f"{LOCAL}.example.org", f"{LOCAL}:81"])
def test_only_the_apps_own_page_may_change_anything(app: SmallApp, origin: str) -> None:
    assert app.post("end", Origin=origin).status_code == 403
    assert app.get("notes").status_code == 200


def test_another_sites_page_may_not_even_read(app: SmallApp) -> None:
    assert app.get("notes", Origin="https://elsewhere.example.org").status_code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
def test_a_body_that_a_form_could_send_is_not_read(app: SmallApp, kind: str) -> None:
    reply = app.post("notes/n1/improve", **{"Content-Type": kind})
    assert reply.status_code == 415


def test_a_body_with_what_nobody_knows_is_refused_without_its_words(app: SmallApp) -> None:
    reply = app.post("notes/n1/improve", {"planted": "planted"})
    assert reply.status_code == 422
    assert "planted" not in reply.text


def test_a_session_works_at_the_pace_of_a_client(app: SmallApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_LIMITS", Limits(per_minute=1, burst=1))
    monkeypatch.setattr(guard, "_client", lambda session: f"pace/{session.id}")
    assert [app.get("notes").status_code for _ in range(2)] == [200, 429]


@pytest.mark.parametrize(
    ("base", "kept"),
    [
        ("https://notes.example.org", "path=/smart; samesite=none; secure; partitioned"),
        ("http://127.0.0.1:8118", "path=/smart; samesite=lax"),
    ],
)
def test_a_cookie_is_out_of_reach_of_scripts_and_kept_to_its_path(base: str, kept: str) -> None:
    reply = Response()
    Smart(ServeSettings(public_url=base, sites=SITES), lambda: 0.0).set_cookie(reply, "a", "b", "/smart", 60)
    written = reply.headers["set-cookie"].lower()
    assert "httponly" in written
    assert all(part in written for part in kept.split("; "))
    assert ("secure" in written) is base.startswith("https:")
