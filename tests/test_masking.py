"""Names and identifiers leave a text before a model sees it, and come back; what is clinical stays."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.masking import Mask, find_mask
from rewriter.visit import Visit

PATIENT = "Testa Patiente"
VISIT = Visit(
    date="2026-11-20",
    people=(PATIENT, "Carola Testwife-Zefgq", "PT"),
    identifiers={
        "mrn": "TX-00999",
        "phone": "(555) 555-0142",
        "email": "testa@example.invalid",
        "address": "14 Zefgq Street, Testville",
        "birth_date": "1951-04-12",
    },
)


def hide(text: str, visit: Visit = VISIT) -> str:
    mask = find_mask(text, visit)
    assert mask.show(mask.hide(text)) == text
    return mask.hide(text)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Testa Patiente walked", "[NAME1] walked"),
        ("Ms. Patiente walked, PATIENTE sat, testa stood", "Ms. [NAME1] walked, [NAME1B] sat, [NAME1C] stood"),
        ("Patiente, Testa M. Patiente's R hand", "[NAME1]'s R hand"),
        ("wife Carola here. Zefgq guarded", "wife [NAME1] here. [NAME1B] guarded"),
        ("MRN tx-00999 seen", "MRN [ID1] seen"),
        ("call 555.555.0142 pm", "call [PHONE1] pm"),
        ("write TESTA@example.invalid", "write [EMAIL1]"),
        ("home: 14 zefgq  street", "home: [ADDRESS1]"),
        ("dob 4/12/51, born April 12, 1951", "dob [DATE1], born [DATE1B]"),
        ("PT cued x3", "PT cued x3"),
    ],
)
def test_what_the_visit_knows_is_hidden_however_it_is_written(text: str, hidden: str) -> None:
    assert hide(text) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("mrs zefgq's eval", "mrs [NAME1]'s eval"),
        ("Dr. Hale called", "Dr. [NAME1] called"),
        ("wife Carol and son, Zefgq, watched", "wife [NAME1] and son, [NAME2], watched"),
        ("PT Zefgq, aide Qwerb", "PT [NAME1], aide [NAME2]"),
        ("A Zefgq PTA / J. Qwerb, PT", "[NAME1] PTA / [NAME2], PT"),
        ("Saw Zefgq Q. Qwerb today; Qwerb sat", "Saw [NAME1] today; [NAME1B] sat"),
        ("Saw Testa Patiente today", "Saw [NAME1] today"),
        ("Name: Zefgq Qwerb", "Name: [NAME1]"),
        ("WIFE CAROL AND MR. ZEFGQ WATCHED STEP TAPS", "WIFE [NAME1] AND MR. [NAME2] WATCHED STEP TAPS"),
    ],
)
def test_names_are_found_by_their_place(text: str, hidden: str) -> None:
    assert hide(text, Visit()) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("MRN: 00447812, acct# A12345", "MRN: [ID1], acct# [ID2]"),
        ("SSN 999-00-1234; member id ZZZ123456", "SSN [ID1]; member id [ID2]"),
        ("phone (555) 555-0142 or 555-0142", "phone [PHONE1] or [PHONE2]"),
        ("a.b@example.invalid", "[EMAIL1]"),
        ("lives at 12 Zefgq St, Apt 4", "lives at [ADDRESS1]"),
        ("lives at 12 N. Zefgq Avenue, Testville, TX 00000", "lives at [ADDRESS1]"),
        ("auth: 97112 x4", "auth: 97112 x4"),
        ("walked 100-1000 ft", "walked 100-1000 ft"),
    ],
)
def test_numbers_and_addresses_are_found_by_label_or_shape(text: str, hidden: str) -> None:
    assert hide(text, Visit()) == hidden


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("onset 3/14/2025, 2025-03-14", "onset [DATE1], [DATE1B]"),
        ("Nov 12; November 12, 2025; 12 Nov 2025", "[DATE1]; [DATE2]; [DATE2B]"),
        ("11/12: mod A", "[DATE1]: mod A"),
        ("better since 7/10", "better since [DATE1]"),
        ("eval 11/3, pain 4/10", "eval [DATE1], pain 4/10"),
        ("DOS 11/02/26", "DOS 11/02/26"),
        ("11/20, 11/20/26, Nov 20, 2026-11-20", "11/20, 11/20/26, Nov 20, 2026-11-20"),
        ("November 20, 2026, 20 Nov", "November 20, 2026, 20 Nov"),
        ("since 7/10, then 7/10 steady", "since [DATE1], then [DATE1] steady"),
        ("11/12 sat\n11/14 stood\n11/17 walked", "[DATE1] sat\n[DATE2] stood\n[DATE3] walked"),
        ("since 7/10, pain 7/10", "since [DATE1], pain 7/10"),
    ],
)  # fmt: skip
def test_dates_but_the_date_of_service_are_hidden(text: str, hidden: str) -> None:
    assert hide(text, Visit(date="2026-11-20")) == hidden


@pytest.mark.parametrize(
    "text",
    [
        "Berg 45/56, Romberg 30 s, Parkinson, Bobath, Airex, Frenkel ex, Rancho Los Amigos IV, Bell's palsy",
        "MMT 4/5, 4-/5, pain 2/10, 7/10 reps, on 3/5 trials, BP 118/76, 9/20 vs 14/20, today 7/10",
        "3x10, 8/10/12 reps, tempo 3-1-3, T6, L4, C5-C6, 97112, 10/12/15 cm, 1:3, 20/20, 24 min",
        "march 10 reps, dec 2 VC, may 5 times, Mar 10x",
        "MS. Fatigue 4/10. MS Trendelenburg. Dr office. Pt Walked. PT Vojta technique, Guillain Barre, Brandt Daroff",
        "Zefgqstat Qwerbneural Cognitive test, a Zefgq Qwerb, Zefgq Qwerb sign",
        "Tall kneel on Airex. Standing Poor. 10 Steps St. 25 Min Walk Way",
    ],
)
def test_what_is_clinical_stays(text: str) -> None:
    assert hide(text, Visit()) == text


def test_a_name_that_is_a_clinical_word_is_hidden_as_a_name_only() -> None:
    visit = Visit(people=("Testa Walker",))
    assert hide("uses walker, R hand. Then Walker sat", visit) == "uses walker, R hand. Then [NAME1] sat"


def test_text_that_looks_like_a_placeholder_stays_what_it_is() -> None:
    mask = find_mask("[NAME1] and [name 2], NAME3: Testa", VISIT)
    hidden = mask.hide("[NAME1] and [name 2], NAME3: Testa")
    assert hidden == "[NAME1] and [name 2], NAME3: [NAME4]"
    assert mask.show(hidden) == "[NAME1] and [name 2], NAME3: Testa"
    assert mask.find_faults(hidden, hidden) == ()


def test_one_mask_serves_a_note_and_what_was_made_from_it() -> None:
    note, sheet = "11/12: Mr. Zefgq min A", "- zefgq\n- date 11/12\n- minimal assistance"
    mask = find_mask([note, sheet], Visit())
    assert mask.hide(note) == "[DATE1]: Mr. [NAME1] min A"
    assert mask.hide(sheet) == "- [NAME1B]\n- date [DATE1]\n- minimal assistance"
    assert mask.hide("Zefgq is lost") == "[NAME1] is lost"


def test_what_is_known_is_hidden_in_any_other_text() -> None:
    mask = find_mask("step taps", VISIT)
    assert mask.show(mask.hide("ms patiente")) == "ms Testa Patiente"
    assert "patiente" not in mask.hide("ms patiente")


SENT = "[NAME1] saw [NAME1B] on [DATE1]"
MASK = find_mask("Testa Patiente saw Patiente on 3/14/2025", VISIT)


@pytest.mark.parametrize(
    ("reply", "faults"),
    [
        ("[NAME1B] came on [DATE1].", ()),
        ("[NAME1]'s visit, [DATE1], [DATE1]", ()),
        ("[NAME1] came", ("[DATE1]",)),
        ("[NAME 1] on [DATE1]", ("[NAME1]",)),
        ("[Name1] on [DATE1]", ("[NAME1]",)),
        ("NAME1 on <DATE1>", ("[NAME1]", "[DATE1]")),
        ("[NAME1] and [NAME2] on [DATE1]", ("[NAME2]",)),
        ("[NAME1], [NAME], [insert date] on [DATE1]", ("[NAME]", "[DATE]")),
        ("", ("[NAME1]", "[DATE1]")),
    ],
)
def test_a_reply_that_drops_alters_or_invents_a_placeholder(reply: str, faults: tuple[str, ...]) -> None:
    assert MASK.hide("Testa Patiente saw Patiente on 3/14/2025") == SENT
    assert MASK.find_faults(reply, SENT) == faults


def test_faults_and_the_look_of_a_mask_tell_no_text() -> None:
    assert "Testa" not in repr(MASK)
    assert MASK.find_faults("[Testa NAME]", SENT) == ("[NAME]", "[NAME1]", "[DATE1]")


def test_no_mask_hides_nothing() -> None:
    mask = Mask()
    assert mask.hide("Mr. Zefgq") == mask.show("Mr. Zefgq") == "Mr. Zefgq"
    assert mask.find_faults("step taps", "step taps") == ()


def test_nothing_clinical_is_hidden_in_our_own_notes() -> None:
    notes = [json.loads(line) for line in (Path(__file__).parent / "notes.jsonl").read_text("utf-8").splitlines()]
    hidden = {form for note in notes for form in find_mask(note["text"], Visit()).forms}
    assert hidden == {"11/14", "11/12"}


_PIECES = st.sampled_from(
    "Testa|PATIENTE|Dr. |wife |Zefgq|[NAME1]|[|]|NAME2|[DATE1| |. |7/10|11/12/2025|since |Nov 12|TX-00999|"
    "(555) 555-0142|14 Zefgq Street|'s|R hand|\n|-|555-0142".split("|")
)


@given(st.lists(_PIECES | st.text(max_size=5)).map("".join))
def test_what_was_hidden_comes_back_as_it_was(text: str) -> None:
    mask = find_mask(text, VISIT)
    hidden = mask.hide(text)
    assert mask.show(hidden) == text
    assert mask.hide(hidden) == hidden
    assert mask.find_faults(hidden, hidden) == ()


_NAMES = st.lists(st.text("abZ'-\u00e9", min_size=3, max_size=6), min_size=1, max_size=3).map(" ".join)
_NUMBERS = st.text("AB0123-/", min_size=4, max_size=9)


@given(_NAMES.filter(lambda name: sum(map(str.isalpha, name)) > 3), _NUMBERS, st.lists(_PIECES), st.data())
def test_nothing_known_is_left(name: str, number: str, pieces: list[str], data: st.DataObject) -> None:
    visit = Visit(people=(name, PATIENT), identifiers={"mrn": number, "phone": "(555) 555-0142"})
    parts = data.draw(
        st.permutations([*pieces, f" {name.upper()} ", f" {number} ", " (555) 555-0142 ", f" {PATIENT} "])
    )
    hidden = find_mask("".join(parts), visit).hide("".join(parts))
    for value in (name, PATIENT, number, "(555) 555-0142"):
        if sum(map(str.isalnum, value)) > 2:
            assert not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", hidden, re.IGNORECASE)
