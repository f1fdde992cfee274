"""How a launch begins and ends: the browser that began it, the site it was for, the record of it."""

from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest

from rewriter.button.audit import Trail
from rewriter.button.smart.faults import FAILED, EhrProblem
from rewriter.button.smart.tokens import Authority, Server
from rewriter.errors import JournalError
from tests.button import records
from tests.small_app import SmallApp, opened
from tests.small_ehr import BASE, make_session

SERVER = Server("https://login.example.org/authorize", "https://login.example.org/token", "https://k", "https://i")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("launching")


@pytest.fixture(scope="module")
def running(folder: Path) -> Iterator[SmallApp]:
    with opened(folder) as app:
        yield app


@pytest.fixture
def app(running: SmallApp, monkeypatch: pytest.MonkeyPatch) -> SmallApp:
    async def find(self: Authority) -> Server:
        return SERVER

    async def redeem(self: Authority, *told: Any) -> Any:
        return make_session()

    monkeypatch.setattr(Authority, "find", find)
    monkeypatch.setattr(Authority, "redeem", redeem)
    running.client.cookies.clear()
    return running


def launch(app: SmallApp, **more: str) -> Any:
    query = {"iss": BASE, "launch": "l1", **more}
    return app.client.get("/smart/launch", params=query, follow_redirects=False)


def come_back(app: SmallApp, **query: str) -> Any:
    return app.client.get("/smart/callback", params=query, follow_redirects=False)


def state_of(reply: Any) -> str:
    location: str = reply.headers["location"]
    return location.partition("&state=")[2].partition("&")[0]


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_launch_goes_to_the_login_of_its_site(app: SmallApp, slash: str) -> None:
    reply = launch(app, iss=BASE + slash)
    assert reply.status_code == 302
    assert reply.headers["location"].startswith(SERVER.authorize)
    (cookie,) = SimpleCookie(reply.headers["set-cookie"]).values()
    assert (cookie["path"], cookie["max-age"]) == ("/smart/callback", "600")
    assert state_of(reply) not in cookie.key


@pytest.mark.parametrize(
    "query",
    [{"iss": "https://other.example.org"}, {"iss": ""}, {"launch": ""}, {"launch": "x" * 5000}],
)
def test_a_launch_from_elsewhere_or_without_what_it_needs_is_none(app: SmallApp, query: dict[str, str]) -> None:
    reply = launch(app, **query)
    assert (reply.status_code, reply.json()["type"]) == (400, "urn:note-rewriter:problem:launch")


def test_a_callback_opens_the_app_and_is_recorded(app: SmallApp, folder: Path) -> None:
    opened = come_back(app, state=state_of(launch(app)), code="c")
    assert opened.status_code == 303
    assert app.client.get(opened.headers["location"]).status_code == 200
    last = records(folder)[-1]
    assert (last["event"], last["patient"], last["user"]) == ("launched", "Patient/p1", "Practitioner/dr1")


def test_two_launches_at_once_do_not_mix(app: SmallApp) -> None:
    one, two = state_of(launch(app)), state_of(launch(app))
    assert come_back(app, state=one, code="c").status_code == 303
    assert come_back(app, state=two, code="c").status_code == 303
    assert come_back(app, state=one, code="c").status_code == 403


def test_a_browser_that_began_no_launch_opens_nothing(app: SmallApp) -> None:
    state = state_of(launch(app))
    app.client.cookies.clear()
    assert come_back(app, state=state, code="c").status_code == 403


def test_a_login_that_says_no_is_told_without_its_words(app: SmallApp) -> None:
    reply = come_back(app, state=state_of(launch(app)), error="access_denied", error_description="planted")
    assert reply.status_code == 403
    assert "planted" not in reply.text


def test_without_a_code_there_is_no_session(app: SmallApp) -> None:
    assert come_back(app, state=state_of(launch(app))).status_code == 400


def test_a_login_that_fails_opens_nothing(app: SmallApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: Authority, *told: Any) -> Any:
        raise EhrProblem(FAILED)

    monkeypatch.setattr(Authority, "redeem", fail)
    assert come_back(app, state=state_of(launch(app)), code="c").status_code == 502


def test_without_its_record_there_is_no_session(app: SmallApp, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(self: Trail, event: str, **told: Any) -> None:
        raise JournalError("the disk is full")

    monkeypatch.setattr(Trail, "add", fail)
    before = dict(app.smart.sessions._known)
    assert come_back(app, state=state_of(launch(app)), code="c").status_code == 503
    assert app.smart.sessions._known == before
