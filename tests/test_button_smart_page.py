"""The SMART app's page in a real browser, from the launch to the note in a real FHIR server."""

import re
import socket
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect

from rewriter.button.app import create_app
from rewriter.button.settings import ServeSettings
from rewriter.button.sites import Site
from tests.button import FULL, make_settings
from tests.chromium import find_faults, open_browser
from tests.fhir_server import FhirServer, make_note, running
from tests.mock_ehr import CLIENT, LAUNCH, MockEhr, serving

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def server(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FhirServer]:
    with running(tmp_path_factory.mktemp("fhir")) as server:
        server.put(
            {"resourceType": "Patient", "id": "p1", "name": [{"text": "Test Patient"}], "birthDate": "1950-01-02"}
        )
        server.put({"resourceType": "Practitioner", "id": "dr1"})
        server.put({"resourceType": "Encounter", "id": "e1", "status": "in-progress", "class": {"code": "AMB"}})
        server.put(make_note("open", FULL.replace(". ", ".\r\n")))
        server.put(make_note("signed", FULL, docStatus="final", type={"text": "Evaluation"}))
        server.put(make_note("wrong", FULL, status="entered-in-error"))
        yield server


@contextmanager
def served(settings: ServeSettings) -> Iterator[None]:
    """Run the service in this process."""
    config = uvicorn.Config(create_app(settings), port=settings.port, log_config=None, loop="asyncio", ws="none")
    running = uvicorn.Server(config)
    thread = Thread(target=running.run)
    thread.start()
    try:
        while not running.started and thread.is_alive():
            time.sleep(0.05)
        yield
    finally:
        running.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def launch(server: FhirServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = f"http://127.0.0.1:{port}"
    with serving(MockEhr(server.base, f"{here}/smart/callback", server.token)) as ehr:
        sites = (Site(name="ehr", fhir=ehr.base, client_id=CLIENT, relation="replaces"),)
        folder: Path = tmp_path_factory.mktemp("served")
        with served(make_settings(folder, port=port, public_url=here, sites=sites)):
            yield f"{here}/smart/launch?iss={ehr.base}&launch={LAUNCH}"


@pytest.fixture
def page(browser: Browser, launch: str) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.add_init_script(
            "window.seen = []; addEventListener('securitypolicyviolation', (one) => seen.push(one.violatedDirective))"
        )
        page.goto(launch)
        expect(page.locator("#notes button")).not_to_have_count(0)
        yield page


def made_from(server: FhirServer, note: str) -> list[str]:
    """Return the texts of the new notes that relate to a note."""
    source = f"DocumentReference/{note}"
    return [
        b64decode(one["content"][0]["attachment"]["data"]).decode()
        for one in server.all("DocumentReference")
        if any(item["target"]["reference"] == source for item in one.get("relatesTo", []))
    ]


def test_a_note_is_chosen_improved_sentence_by_sentence_and_approved(page: Page, server: FhirServer) -> None:
    before = server.get("DocumentReference/open")
    page.get_by_role("button", name="not signed yet").first.click()
    approve = page.get_by_role("button", name="Approve and write")
    expect(approve).to_be_disabled()
    page.get_by_role("button", name="Improve note").click()
    accept = page.get_by_role("button", name="Accept sentence")
    expect(accept).not_to_have_count(0)
    for number in range(accept.count()):
        accept.nth(number).click()
    page.get_by_role("button", name=f"Put {accept.count()} of").click()
    expect(approve).to_be_enabled()
    text = page.locator("#note").input_value()
    assert text.startswith("Therapist")
    approve.click()
    expect(page.locator("#outcome")).to_contain_text("Written as a new note.")
    expect(page.locator("#outcome")).to_be_in_viewport()
    expect(page.locator("#notes [aria-current=true]")).to_contain_text("not signed yet")
    expect(page.locator("#notes button", has_text="written 20")).to_have_count(1)
    assert made_from(server, "open") == [text]
    assert server.get("DocumentReference/open") == before
    assert page.evaluate("seen") == []


def test_a_signed_note_gets_an_addition(page: Page, server: FhirServer) -> None:
    page.locator("#notes button", has_text="Evaluation").last.click()
    page.get_by_label("You, with credentials").fill("PT")
    page.get_by_label("Reason for this entry").fill("clarity")
    page.get_by_label("What it rests on").select_option("treatment log")
    page.get_by_role("button", name="Draft the addition").click()
    expect(page.locator("#note")).to_have_value(re.compile("Original entry, unchanged"))
    page.get_by_role("button", name="Approve and write").click()
    expect(page.locator("#outcome")).to_contain_text("Written as a new note.")
    (text,) = made_from(server, "signed")
    assert text.endswith(FULL)


def test_a_lost_answer_to_an_approval_is_not_called_unwritten(page: Page) -> None:
    page.get_by_role("button", name="not signed yet").first.click()
    page.get_by_role("button", name="Improve note").click()
    page.get_by_role("button", name="Accept sentence 1").click()
    page.get_by_role("button", name="Put 1 of").click()
    page.route("**/approve", lambda route: route.abort())
    page.get_by_role("button", name="Approve and write").click()
    expect(page.locator("#outcome")).to_contain_text("It is not known whether your text was written.")
    expect(page.locator("#outcome")).not_to_contain_text("Nothing was written")


def test_the_page_says_whose_notes_these_are(page: Page) -> None:
    expect(page.locator("#patient")).to_have_text("Test Patient, born 1950-01-02")


def test_a_note_entered_in_error_cannot_be_chosen(page: Page) -> None:
    expect(page.locator("#notes button", has_text="entered in error")).to_be_disabled()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 860)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_can_be_read_by_everybody(page: Page, width: int, height: int, scheme: str, tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.get_by_role("button", name="not signed yet").first.click()
    expect(page.locator("#about")).to_be_focused()
    assert find_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
