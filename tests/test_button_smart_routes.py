"""The SMART app is there where sites are, and only there."""

import pytest
from fastapi import FastAPI

from rewriter.button.settings import ServeSettings
from rewriter.button.sites import Site
from rewriter.button.smart.guard import Smart
from rewriter.button.smart.routes import add_routes

SITES = (Site(name="ehr", fhir="https://ehr.example.org/fhir", client_id="app"),)
SETTINGS = ServeSettings(public_url="https://notes.example.org", sites=SITES)


def paths(app: FastAPI) -> set[str]:
    return {path for path in app.openapi()["paths"] if path.startswith("/smart")}


def test_without_sites_there_is_no_route() -> None:
    app = FastAPI()
    add_routes(app, ServeSettings())
    assert not paths(app)
    assert not hasattr(app.state, "smart")


def test_with_sites_there_are_launch_callback_and_the_app() -> None:
    app = FastAPI()
    add_routes(app, SETTINGS, now=lambda: 5.0)
    found = paths(app)
    assert {"/smart/launch", "/smart/callback", "/smart/app/{sid}/notes/{id}/approve"} <= found
    smart = app.state.smart
    assert isinstance(smart, Smart)
    assert (smart.now(), set(smart.authorities)) == (5.0, {"ehr"})


@pytest.mark.parametrize(
    ("base", "redirect"), [("https://notes.example.org", "https://notes.example.org/smart/callback")]
)
def test_a_code_is_sent_to_one_address(base: str, redirect: str) -> None:
    assert Smart(SETTINGS, lambda: 0.0).base == base
    assert Smart(SETTINGS, lambda: 0.0).redirect == redirect
