"""The button in a real browser: what a therapist sees, types and gets. Skips where no Chromium is installed."""

import json
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from rewriter import Note, improve
from tests.chromium import Served, Site, find_faults, open_browser, open_site, serve

pytestmark = pytest.mark.slow

THREE = (
    "STS from mat x8 for decr motor control L LE, VC for nose over toes, min A, 24 min. "
    "Wants to get up from toilet alone."
)
SECOND = (
    "Therapist guided the patient through sit to stand from a mat for 8 repetitions to address decreased motor control "
    "of the left lower extremity using verbal cues for nose over toes, with minimal assistance."
)
# Needs an answer, and would gain by two more.
OPEN = "Reaching L UE to cups at shoulder ht, in sitting, 3x8. Tapping to triceps, poor motor control. 23 min"
THIN = "bal ex, tol well, cont POC"
SIZES = ((320, 640), (768, 1000), (1280, 860))
# What a page must not do, told by the browser itself.
WATCH = """
  window.seen = [];
  window.moved = 0;
  document.addEventListener("securitypolicyviolation", (event) => seen.push(event.violatedDirective));
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (!entry.hadRecentInput || entry.sources.some(({ node }) => node?.getRootNode() instanceof ShadowRoot)) {
      moved += entry.value;
    }
  }))
    .observe({ type: "layout-shift", buffered: true });
  window.told = [];
  for (const name of ["suggest", "accept", "reject", "apply", "error"]) {
    addEventListener(`note-improve:${name}`, (event) => told.push([name, event.detail]));
  }
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture(scope="module")
def served(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    local = {"may": ["notes"], "origins": [site.origin]}
    with serve(tmp_path_factory.mktemp("served"), {"local": local, "processes": 1}) as service:
        yield service


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 860})
    made.add_init_script(WATCH)
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, served: Served) -> Iterator[Page]:
    """The demonstration page; at the end, that nothing on it was forbidden, or went wrong unseen."""
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.goto(served.url)
    expect(note(opened)).not_to_have_value("")
    yield opened
    assert opened.evaluate("seen") == []
    assert [fault for fault in faults if "ERR_INTERNET_DISCONNECTED" not in fault and "409" not in fault] == []


def note(page: Page) -> Locator:
    return page.locator("#note")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog")


def start(page: Page, text: str) -> None:
    """Write a note of one's own and have it improved."""
    button(page, "A note of your own").click()
    note(page).fill(text)
    button(page, "Improve note").click()
    # Told by the browser at each frame: `expect` would look again after 0.1, 0.25, 0.5 and 1 s.
    dialog(page).locator("[aria-busy]").wait_for(state="detached")
    page.locator("note-improve .notice:not(.busy)").wait_for()


def told(page: Page) -> list[tuple[str, dict[str, Any]]]:
    return [(name, detail) for name, detail in page.evaluate("told")]


def focused(page: Page) -> str:
    """The name of what has the focus, inside the button too."""
    return str(
        page.evaluate(
            "(() => { let at = document.activeElement;"
            " while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;"
            " return at.getAttribute('aria-label') || at.id || at.textContent.trim(); })()"
        )
    )


def test_one_sentence_of_three_is_written_and_ctrl_z_restores_the_note(page: Page) -> None:
    start(page, THREE)
    expect(button(page, "Accept sentence")).to_have_count(3)
    button(page, "Accept sentence 2").click()
    button(page, "Put 1 of 3 into the note").click()
    expect(note(page)).to_have_value(f"{SECOND} {THREE}")
    expect(note(page)).to_be_focused()
    page.keyboard.press("Control+z")
    expect(note(page)).to_have_value(THREE)


def test_a_sentence_of_the_note_goes_once_all_of_it_is_told(page: Page) -> None:
    start(page, THREE)
    for number in (1, 2):
        button(page, f"Accept sentence {number}").click()
    button(page, "As it will read").click()
    expect(page.locator("note-improve del")).to_have_count(1)  # the first sentence
    button(page, "Put 2 of 3 into the note").click()
    lead = "Therapist provided neuromuscular re-education for 24 minutes."
    expect(note(page)).to_have_value(f"{lead} {SECOND} Wants to get up from toilet alone.")


def test_all_sentences_make_the_rewrite(page: Page) -> None:
    start(page, THREE)
    button(page, "Accept all").click()
    button(page, "Put 3 of 3 into the note").click()
    rewrite = improve(Note(THREE)).rewrite
    expect(note(page)).to_have_value(str(rewrite))
    button(page, "Undo").click()
    expect(note(page)).to_have_value(THREE)


def test_nothing_is_accepted_before_and_nothing_written_without(page: Page) -> None:
    start(page, THREE)
    expect(page.locator("note-improve .cards [aria-pressed=true]")).to_have_count(0)
    button(page, "Put 0 of 3 into the note").click(force=True)
    expect(dialog(page)).to_be_visible()
    button(page, "Reject all").click()
    page.keyboard.press("Escape")
    expect(note(page)).to_have_value(THREE)


def test_all_can_be_accepted_only_by_who_saw_the_last(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    button(page, "Standing balance, gait").click()
    button(page, "Improve note").click()
    expect(button(page, "Accept sentence")).to_have_count(9)
    button(page, "Accept all").click(force=True)
    expect(page.locator("note-improve .cards [aria-pressed=true]")).to_have_count(0)
    button(page, "Accept sentence 9").scroll_into_view_if_needed()
    expect(button(page, "Accept all")).to_have_attribute("aria-disabled", "false")
    button(page, "Accept all").click()
    expect(page.locator("note-improve .cards [aria-pressed=true]")).to_have_count(9)


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    note(page).focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(THREE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Review the rewrite")).to_be_focused()
    expect(button(page, "Accept sentence")).to_have_count(3)
    for key in ("F8", "F8", "Alt+a"):
        page.keyboard.press(key)
    assert focused(page) == "Accept sentence 2"
    expect(button(page, "Accept sentence 2")).to_have_attribute("aria-pressed", "true")
    for key in ("F8", "Alt+r", "Shift+F8", "Shift+F8", "Space", "Space"):
        page.keyboard.press(key)
    expect(button(page, "Reject sentence 3")).to_have_attribute("aria-pressed", "true")
    expect(button(page, "Accept sentence 1")).to_have_attribute("aria-pressed", "false")
    for _ in range(20):
        if focused(page).startswith("Put "):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(note(page)).to_be_focused()
    expect(note(page)).to_have_value(f"{SECOND} {THREE}")
    page.keyboard.press("Control+z")
    expect(note(page)).to_have_value(THREE)


def test_escape_closes_and_keeps_what_was_decided(page: Page) -> None:
    start(page, THREE)
    button(page, "Accept sentence 1").click()
    page.keyboard.press("Escape")
    expect(dialog(page)).not_to_be_visible()
    assert focused(page) == "Improve note"
    page.keyboard.press("Enter")
    expect(button(page, "Accept sentence 1")).to_have_attribute("aria-pressed", "true")


def test_what_a_sentence_rests_on_is_marked_in_the_note(page: Page) -> None:
    start(page, THREE)
    button(page, "Accept sentence 2").focus()
    lit = page.locator("note-improve mark.lit")
    assert lit.all_text_contents() == ["STS from mat x8 for decr motor control L LE", "VC for nose over toes", "min A"]
    button(page, "Accept sentence 3").focus()
    assert lit.all_text_contents() == ["Wants to get up from toilet alone"]


def test_roles_have_a_label_beside_their_colour(page: Page) -> None:
    start(page, THREE)
    card = page.locator("note-improve .card").nth(1)
    assert card.locator(".role").all_text_contents() == ["How", "What", "Why", "Need"]
    assert card.locator(".piece.need").all_text_contents() == ["minimal assistance"]
    looks = {
        page.locator(f"note-improve .piece.{role}").first.evaluate("(piece) => getComputedStyle(piece).textDecoration")
        for role in ("how", "what", "need", "why")
    }
    assert len(looks) == 4


def test_an_answer_has_the_note_read_again(page: Page) -> None:
    start(page, OPEN)
    expect(page.locator("note-improve .notice")).to_contain_text("One answer is needed.")
    button(page, "Accept sentence 2").click()
    page.get_by_text("other").first.click()
    expect(page.get_by_label("In your words").first).to_be_focused()
    button(page, "Rewrite with these answers").click()
    expect(page.locator("note-improve .hint")).to_contain_text("Say it in your words, please.")
    page.get_by_label("In your words").first.fill("reaching into kitchen cupboards")
    page.keyboard.press("Control+Enter")
    expect(page.locator("note-improve .notice")).to_contain_text("Ready for your review.")
    expect(page.locator("note-improve .cards")).to_contain_text("reaching into kitchen cupboards")
    expect(page.get_by_role("heading", name="Review the rewrite")).to_be_focused()
    # What was decided about the same words stands; what is new is open.
    expect(page.locator("note-improve .cards [aria-pressed=true]")).to_have_count(1)
    page.get_by_text("2 questions", exact=True).click()
    button(page, "Take back the answer").click()
    expect(page.locator("note-improve .notice")).to_contain_text("One answer is needed.")


def test_a_quick_answer_goes_as_it_stands(page: Page) -> None:
    start(page, OPEN)
    with page.expect_request("**/answers") as sent:
        page.get_by_text("none yet").click()
        button(page, "Rewrite with these answers").click()
    assert json.loads(sent.value.post_data or "")["answers"] == {"DOC130": "none yet"}
    expect(page.locator("note-improve .notice")).to_contain_text("Something stays open.")
    expect(page.locator("note-improve .remarks")).to_contain_text("Nothing says what daily function this serves.")


def test_what_would_turn_the_reading_round_is_shown_and_turns_nothing(page: Page) -> None:
    start(page, f"\u202e{THREE} \u2066x\u2069")
    expect(page.locator("note-improve .turned")).to_be_visible()
    assert page.locator("note-improve .note-text").first.inner_text().startswith("\u21c4STS")
    said = page.evaluate("document.querySelector('note-improve').shadowRoot.querySelector('dialog').textContent")
    assert not {"\u202e", "\u2066", "\u2069"} & set(said)
    button(page, "As it will read").click()
    assert page.locator("note-improve .note-text").first.inner_text().startswith("\u21c4STS")
    page.keyboard.press("Escape")
    start(page, THREE)
    expect(page.locator("note-improve .turned")).not_to_be_visible()


def test_who_rejects_all_keeps_the_note_and_is_done(page: Page) -> None:
    start(page, THREE)
    button(page, "Reject all").click()
    button(page, "Keep my note as it is").click()
    expect(dialog(page)).not_to_be_visible()
    expect(note(page)).to_have_value(THREE)
    button(page, "Improve note").click()
    button(page, "Accept sentence 2").click()
    expect(button(page, "Put 1 of 3 into the note")).to_be_enabled()


def test_ctrl_z_is_told_beside_the_button(page: Page) -> None:
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    button(page, "Put 1 of 3 into the note").click()
    expect(button(page, "Undo")).to_be_visible()
    note(page).press("Control+z")
    expect(note(page)).to_have_value(THREE)
    expect(page.get_by_text("Your note is as it was.")).to_be_visible()
    expect(button(page, "Undo")).not_to_be_visible()


def test_what_would_fail_again_is_not_offered_again(page: Page) -> None:
    problem = {"type": "urn:note-rewriter:problem:too-large", "title": "x", "status": 409}
    page.route("**/v1/improve", lambda route: route.fulfill(status=409, json=problem))
    start(page, THREE)
    expect(page.locator("note-improve .notice")).to_contain_text("This note is too long for the service.")
    expect(button(page, "Try again")).not_to_be_visible()


def test_two_questions_of_one_rule_have_an_answer_each(page: Page) -> None:
    start(
        page,
        "Step ups w UE swing, TC on VMO, poor motor control. did 3 sets. stairs at apartment are the issue. 16 min",
    )
    asked = page.locator("note-improve fieldset", has_text="On which side was this")
    expect(asked).to_have_count(2)
    page.locator("note-improve details.asked > summary").click()
    with page.expect_request("**/answers") as sent:
        asked.first.get_by_text("left", exact=True).click()
        button(page, "Rewrite with these answers").click()
    (key,) = json.loads(sent.value.post_data or "")["answers"]
    assert key.startswith("DOC103@")
    expect(asked).to_have_count(1)
    expect(page.locator("note-improve .settled")).to_contain_text("left")


def test_a_note_that_is_refused_gets_reasons_and_questions(page: Page) -> None:
    start(page, THIN)
    expect(page.locator("note-improve .notice")).to_contain_text("This cannot be certified under 97112 as it stands.")
    expect(dialog(page)).to_contain_text("What was worked on, why was it needed, and what did the therapist do?")
    expect(dialog(page)).to_contain_text("No specific intervention is named.")
    expect(button(page, "into the note")).not_to_be_visible()


def test_a_field_that_changed_is_never_written_over(page: Page) -> None:
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    note(page).evaluate("(field) => { field.value += ' Pt tired.'; }")  # by a script: no event tells of it
    button(page, "Put 1 of 3 into the note").click()
    expect(page.locator("note-improve .notice")).to_contain_text("The note has changed since it was read.")
    expect(note(page)).to_have_value(f"{THREE} Pt tired.")
    assert [detail["kind"] for name, detail in told(page) if name == "error"] == ["changed"]
    button(page, "Read the note again").click()
    expect(page.locator("note-improve .note-text").first).to_contain_text("Pt tired.")
    expect(page.locator("note-improve .cards [aria-pressed=true]")).to_have_count(0)


@pytest.mark.parametrize(
    ("change", "said"),
    [("field.readOnly = true", "this field cannot be changed"), ("field.maxLength = 200", "no room for so much text")],
)
def test_a_field_that_would_not_take_all_gets_nothing(page: Page, change: str, said: str) -> None:
    start(page, THREE)
    note(page).evaluate(f"(field) => {{ {change}; }}")
    button(page, "Accept sentence 2").click()
    button(page, "Put 1 of 3 into the note").click()
    expect(page.locator("note-improve .notice")).to_contain_text(said)
    expect(note(page)).to_have_value(THREE)


def test_without_a_network_nothing_is_lost(page: Page, context: BrowserContext) -> None:
    start(page, OPEN)
    button(page, "Accept sentence 1").click()
    page.get_by_label("In your words").first.fill("kitchen cupboards")
    context.set_offline(True)
    button(page, "Rewrite with these answers").click()
    expect(page.locator("note-improve .notice")).to_contain_text("No connection to the note service.")
    expect(page.get_by_label("In your words").first).to_have_value("kitchen cupboards")
    expect(button(page, "Accept sentence 1")).to_have_attribute("aria-pressed", "true")
    context.set_offline(False)
    button(page, "Try again").click()
    expect(page.locator("note-improve .cards")).to_contain_text("kitchen cupboards")


def test_what_is_accepted_without_a_network_is_recorded_once_there_is_one(
    page: Page, context: BrowserContext, served: Served
) -> None:
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    context.set_offline(True)
    button(page, "Put 1 of 3 into the note").click()
    expect(note(page)).to_have_value(f"{SECOND} {THREE}")
    expect(page.get_by_text("1 of 3 sentences put into the note, not yet recorded.")).to_be_visible()
    with page.expect_response("**/accept") as reply:
        context.set_offline(False)
    assert reply.value.status == 204
    records = [json.loads(line) for line in served.audit.read_text(encoding="utf-8").splitlines()]
    accepted = records[-1]
    (apply,) = [detail for name, detail in told(page) if name == "apply"]
    assert (accepted["note_sha256"], accepted["result_sha256"]) == (apply["base_sha256"], apply["text_sha256"])
    assert (accepted["accepted"], accepted["offered"]) == (1, 3)


def test_what_is_left_to_record_outlives_the_page(page: Page, context: BrowserContext, served: Served) -> None:
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    page.route("**/accept", lambda route: route.abort("internetdisconnected"))
    button(page, "Put 1 of 3 into the note").click()
    expect(page.get_by_text("not yet recorded")).to_be_visible()
    stored = page.evaluate("JSON.stringify(sessionStorage)")
    assert not [word for word in THREE.split() if len(word) > 4 and word in stored]
    (apply,) = [detail for name, detail in told(page) if name == "apply"]
    page.unroute("**/accept")
    with page.expect_response("**/accept") as reply:
        page.reload()
    assert reply.value.status == 204
    last = json.loads(served.audit.read_text(encoding="utf-8").splitlines()[-1])
    assert (last["event"], last["result_sha256"]) == ("accept", apply["text_sha256"])
    page.wait_for_function("sessionStorage.length === 0")


def test_what_cannot_be_recorded_any_more_is_said(page: Page) -> None:
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    problem = {"type": "urn:note-rewriter:problem:unknown-id", "title": "x", "status": 404}
    page.route("**/accept", lambda route: route.fulfill(status=409, json=problem))
    button(page, "Put 1 of 3 into the note").click()
    expect(page.get_by_text("The service could not record it")).to_be_visible()
    assert told(page)[-1][1]["kind"] == "not-recorded"


def test_a_host_can_have_nothing_put_before_it_is_recorded(page: Page, context: BrowserContext, served: Served) -> None:
    page.evaluate("document.querySelector('note-improve').setAttribute('record-first', '')")
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    context.set_offline(True)
    button(page, "Put 1 of 3 into the note").click()
    expect(page.locator("note-improve .notice")).to_contain_text("Nothing was written: it cannot be recorded now.")
    expect(note(page)).to_have_value(THREE)
    expect(button(page, "Accept sentence 2")).to_have_attribute("aria-pressed", "true")
    before = served.audit.read_text(encoding="utf-8").count('"accept"')
    context.set_offline(False)
    button(page, "Try again").click()
    expect(note(page)).to_have_value(f"{SECOND} {THREE}")
    assert served.audit.read_text(encoding="utf-8").count('"accept"') == before + 1


def test_events_hold_ids_and_no_text(page: Page) -> None:
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    button(page, "Reject sentence 1").click()
    button(page, "Put 1 of 3 into the note").click()
    expect(button(page, "Undo")).to_be_visible()
    seen = told(page)
    assert [name for name, _ in seen] == ["suggest", "accept", "reject", "apply"]
    assert all(set(detail) <= {"id", "request_id", "base_sha256", "text_sha256", "status", "sentences", "questions"}
               for _, detail in seen)  # fmt: skip
    written = json.dumps(seen)
    assert not [word for word in THREE.split() + SECOND.split() if len(word) > 3 and word in written]


def test_a_host_may_write_itself(page: Page) -> None:
    page.evaluate("addEventListener('note-improve:apply', (event) => event.preventDefault())")
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    button(page, "Put 1 of 3 into the note").click()
    expect(dialog(page)).not_to_be_visible()
    expect(note(page)).to_have_value(THREE)
    assert page.evaluate("document.querySelector('note-improve').proposal") == f"{SECOND} {THREE}"


def test_places_are_right_behind_wide_characters(page: Page) -> None:
    text = f"\U0001f600 R hemi. {THREE}"
    start(page, text)
    page.locator("note-improve .card", has_text="sit to stand").get_by_role("button", name="Accept").click()
    assert page.locator("note-improve mark.lit").all_text_contents() == [
        "STS from mat x8 for decr motor control L LE",
        "VC for nose over toes",
        "min A",
    ]
    button(page, "into the note").click()
    expect(note(page)).to_have_value(text.replace("STS", f"{SECOND} STS"))


def test_a_signed_note_gets_an_entry_and_keeps_its_text(page: Page) -> None:
    page.evaluate("document.querySelector('note-improve').setAttribute('signed', '')")
    start(page, THREE)
    expect(page.get_by_role("heading", name="Entry to the signed note")).to_be_visible()
    expect(page.locator("note-improve .entry")).to_contain_text("[reason for this entry not given]")
    page.get_by_role("group", name="For what reason").get_by_label("In your words").fill("wording unclear")
    button(page, "Rewrite with these answers").click()
    expect(page.locator("note-improve .entry")).to_contain_text("Reason: wording unclear")
    expect(page.locator("note-improve .entry")).to_contain_text(f"Original entry, unchanged:\n{THREE}")
    expect(button(page, "into the note")).not_to_be_visible()
    expect(note(page)).to_have_value(THREE)


def embed(context: BrowserContext, served: Served, site: Site, body: str) -> Page:
    """Return a page of another site, with a strict policy of its own, that embeds the button."""
    site.policy = (
        f"default-src 'none'; script-src {served.url}; connect-src {served.url}; require-trusted-types-for 'script'"
    )
    script = f'<script type="module" src="{served.url}note-improve.js"></script>'
    site.page = f"<!doctype html><title>Host</title>{script}{body}"
    opened = context.new_page()
    opened.goto(site.origin)
    return opened


def test_a_page_of_another_site_needs_three_lines(context: BrowserContext, served: Served, site: Site) -> None:
    body = f'<textarea id="n">{THREE}</textarea><note-improve for="n" cpt="97112"></note-improve>'
    page = embed(context, served, site, body)
    button(page, "Improve note").click()
    button(page, "Accept sentence 2").click()
    button(page, "Put 1 of 3 into the note").click()
    expect(page.locator("#n")).to_have_value(f"{SECOND} {THREE}")
    assert page.evaluate("seen") == []


def test_a_rich_field_is_written_to_and_ctrl_z_restores_it(context: BrowserContext, served: Served, site: Site) -> None:
    first, last = THREE.split(". ", 1)
    field = f'<div id="n" contenteditable><p><b>{first}.</b></p><p>{last}</p></div>'
    page = embed(context, served, site, f'{field}<note-improve for="n"></note-improve>')
    button(page, "Improve note").click()
    button(page, "Accept sentence 3").click()
    button(page, "Put 1 of 3 into the note").click()
    rich = page.locator("#n")
    expect(rich.locator("p").nth(1)).to_have_text("Patient wants to get up from toilet alone.")
    assert rich.locator("b").inner_text() == f"{first}."  # what was not touched keeps its form
    page.keyboard.press("Control+z")
    assert rich.inner_text().split() == THREE.split()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_serious_is_wrong_for_who_sees_badly_or_not_at_all(
    page: Page, width: int, height: int, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": height})
    assert find_faults(page) == []
    start(page, THREE)
    button(page, "Accept sentence 2").click()
    button(page, "Reject sentence 1").click()
    assert find_faults(page) == []
    button(page, "As it will read").click()
    assert find_faults(page) == []
    page.keyboard.press("Escape")
    for text in (OPEN, THIN):
        start(page, text)
        assert find_faults(page) == []
        page.keyboard.press("Escape")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_moves_and_nothing_sticks_out(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.reload()
    expect(note(page)).not_to_have_value("")
    for text in (OPEN, THREE):
        start(page, text)
        wide = page.evaluate(
            "[document.documentElement, ...document.querySelector('note-improve').shadowRoot.querySelectorAll("
            "'dialog, .body, .pane, .original, footer')].filter((at) => at.scrollWidth > at.clientWidth).length"
        )
        assert wide == 0
        page.keyboard.press("Escape")
    button(page, "Improve note").click()
    button(page, "Accept sentence 2").click()
    button(page, "into the note").click()
    expect(button(page, "Undo")).to_be_visible()
    assert page.evaluate("moved") < 0.001  # the browser's own date control draws its date anew


def test_whatever_is_accepted_nothing_of_the_note_is_lost(page: Page) -> None:
    texts = (
        THREE,
        OPEN,
        'S: "my foot feels asleep".\n- step taps R 2x8, TC @ R quad; decr motor control R LE.'
        "\n- SLS 12 sec (5 sec last wk)!\nA: better wt shift.\nP: cont POC. 20 min",
    )
    for text in texts:
        result = improve(Note(text)).to_dict()
        names = [sentence["id"] for sentence in result["sentences"]]
        some = [list(chosen) for size in range(1, len(names)) for chosen in combinations(names, size)]
        woven = page.evaluate(
            "async ([text, result, some]) => { const { weave, textOf } = await import('/improve/weave.js');"
            " return some.map((ids) => textOf(weave(text, result, new Set(ids)))); }",
            [text, result, some],
        )
        for chosen, after in zip(some, woven, strict=True):
            for sentence in result["sentences"]:
                said = result["rewrite"][sentence["start"] : sentence["end"]]
                assert sentence["id"] not in chosen or said in after
            for part in result["parts"]:
                is_told = part["told_by"] and set(part["told_by"]) <= set(chosen)
                assert is_told or text[part["start"] : part["end"]] in after


def test_the_page_allows_no_inline_code_or_style(served: Served, context: BrowserContext) -> None:
    policy = context.request.get(served.url).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
