"""Sections by code: headings by figure and by name, codes that close their part, and what is never split."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.check import read
from rewriter.split import UNSAID, mask, split
from tests.shared_data import load_lines

NMR, TE = "foam EC w/ TC, sway", "LAQ 3x12 4#"


def parts(text: str, billed: tuple[str, ...] = ()) -> dict[str, str]:
    """Return what each section says, its pieces joined."""
    return {
        section.code: "".join(text[start:end] for start, end in section.spans) for section in split(read(text), billed)
    }


@pytest.mark.parametrize(
    "text",
    [
        f"97112 25 min: {NMR}. 97110 15 min: {TE}",
        f"97112 20 min\n{NMR}\n97110 10 min\n{TE}",
        f"97112 x15 {NMR.replace(',', ' and')}, 97110 x10 {TE}",
        f"NMR: {NMR}\nTE: {TE}",
        f"Neuro re-ed 97112 (20 min) - {NMR}. Therapeutic exercise 97110: {TE}",
        f"Therapeutic exercise (15 min): {TE}. Neuromuscular re-education (23 min): {NMR}.",
        f"97112 25, 97110 10. total timed 35. NMR: {NMR}. TE: {TE}",
        f"{NMR} - 97112 x 15 min\n{TE} - 97110 10 min",
        f"{NMR}, 97112 15 min. {TE}, 97110 15 min.",
        f"97112-GP {NMR}. 97110-GP {TE}.",
        f"NEURO RE-ED: {NMR.upper()}\nTHEREX: {TE}",
        f"Therapist provided neuromuscular re-education (97112) for 15 minutes: {NMR}. "
        f"Therapist then provided therapeutic exercise (97110): {TE}",
        f"Interventions: 97112 - {NMR}; 97110 - {TE}",
        f"{NMR.replace(',', ' and')} (97112), {TE} (97110)",
    ],
)
def test_two_codes_make_two_sections(text: str) -> None:
    found = parts(text)
    assert set(found) == {"97112", "97110"}
    assert "foam" in found["97112"].lower()
    assert "foam" not in found["97110"].lower()
    assert "LAQ" in found["97110"]
    assert "LAQ" not in found["97112"]


@pytest.mark.parametrize(
    "text",
    [
        f"97112 25 min: {NMR}. gait 97112",
        f"NMR x15. {NMR}. Gait: RW 50 ft",
        f"97112 15 min, 97110 10 min. {NMR}, {TE}",
        f"{NMR}, {TE}. 15 min -> 97112 and 97032",
        "eval 97163 + BBS 31/56. also charge 97112 2u for the balance testing, same 30 min",
        f"{NMR}. Exercise: {TE}",
        f"{NMR}, then TE and NMR. tol well",
        "nothing here",
    ],
)
def test_what_is_not_plainly_several_is_not_split(text: str) -> None:
    assert parts(text) == {}


def test_what_stands_before_the_first_heading_belongs_to_all() -> None:
    assert parts(f"R CVA, L hemi.\n97112: {NMR}\n97110: {TE}")["97112"].startswith("97112")


def test_assessment_plan_and_goal_belong_to_all() -> None:
    text = f"O: 97112: {NMR}\n97110: {TE}\nA: steadier.\nP: cont"
    assert parts(text)["97110"] == f"97110: {TE}\n"
    assert "goal" not in parts(f"97112: {NMR}. 97110: {TE}. goal: stairs at home")["97110"]


def test_a_vague_heading_counts_where_its_code_is_known() -> None:
    text = f"NMR: {NMR}\nGait: RW 100 ft, VC step length"
    assert parts(text) == {}
    assert set(parts(text, ("97112", "97116"))) == {"97112", "97116"}


def test_a_vague_heading_without_its_code_is_mixed_into_no_section() -> None:
    found = parts(f"NMR: {NMR}\nTE: {TE}\nGait: RW 100 ft")
    assert set(found) == {"97112", "97110", UNSAID}
    assert "RW" not in found["97110"]


def test_pieces_of_one_code_come_together() -> None:
    found = split(read(f"97112: {NMR}. 97110: {TE}. 97112: tandem"))
    assert [(section.code, len(section.spans)) for section in found] == [("97112", 2), ("97110", 1)]


def test_an_unknown_code_is_a_section_too() -> None:
    assert set(parts(f"97112: {NMR}. 97035 8 min: US to R shoulder")) == {"97112", "97035"}


def test_mask_keeps_places_and_what_belongs_to_all() -> None:
    text = f"R CVA.\n97112: {NMR}\n97110: {TE}"
    own = mask(text, split(read(text)), ("97110",))
    assert len(own) == len(text)
    assert own.startswith("R CVA.\n")
    assert "foam" not in own
    assert own.index("LAQ") == text.index("LAQ")
    assert own.count("\n") == text.count("\n")


@pytest.mark.parametrize("note", load_lines("terse_notes.jsonl"), ids=lambda note: str(note["id"]))
def test_of_the_terse_notes_one_serves_several_codes(note: dict[str, object]) -> None:
    assert set(parts(str(note["text"]))) == ({"97112", "97530", "97110"} if note["id"] == "tn-22" else set())


HEADS = (
    "97112 25 min: ",
    "97110: ",
    "NMR: ",
    "TE - ",
    "97035 ",
    "\n97116 15\n",
    "Gait: ",
    "x 97140",
    ", 97530 8 min",
    "",
)
BODIES = (NMR, TE, "R CVA", "tol well", "goal: stairs", "P: cont", "15 min", "", "é\u00a0", "total 40 min")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(HEADS), st.sampled_from(BODIES), st.sampled_from((". ", "\n", ", ", " "))), max_size=8
    )
)
def test_sections_lie_apart_in_order_inside_the_text(pieces: list[tuple[str, str, str]]) -> None:
    text = "".join(head + body + end for head, body, end in pieces)
    sections = split(read(text)) if text.strip() else ()
    spans = sorted(span for section in sections for span in section.spans)
    assert len(sections) != 1
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert len(mask(text, sections, ())) == len(text)
