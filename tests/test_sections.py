"""A text with several codes: each section by its own pack, visit rules once, places in the whole text."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter import Note, Visit, improve
from rewriter.carry import is_unfaithful
from rewriter.case import open_case
from rewriter.check import check
from rewriter.cli import main
from rewriter.compose import compose
from rewriter.improve import write
from rewriter.pack import load_pack
from rewriter.proof import prove
from rewriter.reading import read
from rewriter.validate import to_dict, validate
from rewriter.visit import visit_from

OWN = (
    "97112 25 min: Therapist cued tandem stance with tactile cues at the pelvis to address impaired balance, "
    "for walking at home; 3 of 5 trials were steady."
)
BARE = "97110 15 min: Patient performed leg press 3x10."
TWO = f"S/p stroke.\n{OWN}\n{BARE}"
NOTE = (
    "97112 25 min: wt shift R w/ TC @ R hip, poor propriocep R LE, LOB x2, min A. "
    "97110 15 min: LAQ 3x12 4# for weak quads, corrected trunk lean. goal: amb to bathroom at home"
)


def test_each_section_is_judged_by_its_own_rules_and_says_so() -> None:
    found = [item for item in check(TWO).findings if item.code == "DOC121"]
    assert [item.message.partition(":")[0] for item in found] == ["97110"]
    assert "dose" in found[0].message


def test_what_a_section_lacks_is_anchored_in_it() -> None:
    for item in check(TWO).findings:
        if item.message.startswith("97110"):
            assert TWO[item.anchor_start : item.anchor_end].startswith(("97110", "stroke", "leg", "Patient"))


def test_places_are_places_in_the_whole_text() -> None:
    for item in check(TWO).findings:
        if item.start is not None:
            assert TWO[item.start : item.end] == item.text


def test_each_section_is_asked_whether_it_fits_its_own_code() -> None:
    text = (
        "97112 15 min: LAQ 3x15 4#, bridges, quads 4-/5 weakness. 97110 15 min: foam EC w/ TC at pelvis, sway, LOB x3"
    )
    found = [item.message for item in check(text).findings if item.code == "DOC113"]
    assert [(message[:5], message.partition(" point to ")[2][:5]) for message in found] == [
        ("97112", "97110"),
        ("97110", "97112"),
    ]


def test_what_belongs_to_all_is_read_with_each_section() -> None:
    shared = f"Goal: walking at home.\n97112 15 min: Therapist cued tandem stance.\n{BARE}"
    assert "DOC130" not in {item.code for item in check(shared).findings}


def test_visit_rules_are_judged_once() -> None:
    text = f"{OWN} {BARE} total timed 60."
    codes = [item.code for item in check(text).findings]
    assert codes.count("BIL303") == 1


def test_a_code_without_a_pack_is_said_and_not_judged() -> None:
    text = f"{OWN}\n97035 8 min: US to R shoulder."
    found = [item for item in check(text).findings if "97035" in item.message]
    assert [(item.code, item.level, item.mend) for item in found] == [("DOC114", "info", "none")]


def test_a_group_beside_one_on_one_time_is_not_refused_for_the_one_on_one() -> None:
    text = f"{OWN}\n97150: group of 4, tai chi steps w/ VC 30 min"
    assert "BIL311" not in {item.code for item in check(text).findings}
    mixed = "97112 15 min: tandem in group of 4 w/ VC\n97110 15 min: LAQ 3x12 4#"
    assert "BIL311" in {item.code for item in check(mixed).findings}


def test_rules_that_only_a_sections_pack_has_are_judged_too() -> None:
    text = f"{OWN}\n97150: group, tai chi steps w/ VC"
    visit = visit_from({"units_by_code": {"97112": 1, "97150": 2}})
    assert "BIL390" in {item.code for item in check(text, visit=visit).findings}
    assert "BIL390" not in {item.code for item in check(text, visit=Visit(units=2)).findings}


@pytest.mark.parametrize("text", [OWN, "Therapist cued tandem stance with tactile cues.", "97112 15 min. tol well"])
def test_a_text_of_one_code_is_judged_as_before(text: str) -> None:
    pack = load_pack("97112")
    assert to_dict(check(text)) == to_dict(validate(read(text, pack), pack))


def test_a_rewrite_of_one_code_is_held_against_its_own_section() -> None:
    rewrite = "Therapist provided neuromuscular re-education. Therapist instructed weight shift."
    source = "97112 25 min: wt shift w/ TC at R hip\n97110: LAQ 3x12 for weak quads, VC for form"
    own = next(item for item in check(rewrite, source=source).findings if item.code == "DOC110")
    assert own.mend == "clinician"  # the weakness is the exercise's


def test_improve_mixes_nothing_in() -> None:
    result = improve(Note(NOTE))
    assert result.rewrite is not None
    assert result.rewrite.index("proprioception") < result.rewrite.index("long arc quad") < result.rewrite.index("weak")
    assert "DOC110" not in {item.code for item in result.verdict.findings}


def test_improve_judges_form_by_the_codes_own_section() -> None:
    thin = "97112 25 min: tandem stance at counter.\n97110 15 min: LAQ 3x12 w/ TC at knee for weakness"
    asked = {question.code for question in improve(Note(thin)).verdict.questions}
    assert "DOC110" in asked


NOTES = (
    NOTE,
    "TE: hip abd 2x10 YTB, quads 4-/5 weakness\nNMR: tandem + head turns VC, LOB x2 min A. 97112 15, 97110 10",
    "97112 x15 wt shift TC pelvis poor balance, 97110 x10 LAQ 3x15 weakness. goal stairs at home",
    "97140 10 min: GH glides gr III R. 97112 15 min: scap PNF, TC low trap, winging. 97035 8 min: US R shoulder",
    "S: sore.\nO: 97116 (15 min): RW 150 ft, VC step length\n97112 (15): foam EC, sway, TC\nA: steadier.\nP: cont",
)


@pytest.mark.parametrize("cpt", ["97112", "97110", "97116", "97140"])
@pytest.mark.parametrize("text", NOTES)
def test_the_composers_promises_hold_for_several_codes(text: str, cpt: str) -> None:
    case = open_case(Note(text, cpt))
    facts, rendered, verdict = write(case)
    assert [item.text for item in verdict.findings if is_unfaithful(item)] == []
    assert any(prove(compose(facts, case.pack, plain=plain), facts, case.pack) == [] for plain in (False, True))
    assert write(case)[1] == rendered


HEADS = ("97112 25 min: ", "97110: ", "NMR: ", "TE - ", "97035 8 min: ", "97140 ", "Gait: ", "")
BODIES = (
    "wt shift R w/ TC @ pelvis", "LAQ 3x12 4#", "poor proprio L LE", "weak quads 4-/5", "no LOB", "gait RW 150 ft CGA",
    "s/p R CVA", "goal: stairs at home", "15 min", "mod A -> min A", "will add EC next session", "tol well",
    "R shoulder hike inhibited w manual block", "pt reached 2/6 after VC",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(HEADS), st.sampled_from(BODIES), st.sampled_from((". ", "\n", ", "))), min_size=2
    ),
    st.sampled_from(("97112", "97110")),
)
def test_the_composers_promises_hold_for_generated_notes(pieces: list[tuple[str, str, str]], cpt: str) -> None:
    text = "".join(head + body + end for head, body, end in pieces[:9])
    _, rendered, verdict = write(open_case(Note(text, cpt)))
    assert [(item.code, item.text) for item in verdict.findings if is_unfaithful(item)] == []
    assert rendered.text


def test_batch_judges_by_section_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"id": 1, "rewrite": TWO}) + "\n", "utf-8")
    main(["check", "--batch", str(path)])
    said = json.loads(capsys.readouterr().out)
    assert any(item["message"].startswith("97110: ") for item in said["findings"])


def test_a_report_knows_the_rules_of_every_section(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rewrite.txt"
    path.write_text(f"{OWN}\n97116 10 min: Therapist cued heel strike verbally to improve gait pattern.", "utf-8")
    main(["check", str(path), "--format", "sarif"])
    rules = json.loads(capsys.readouterr().out)["runs"][0]["tool"]["driver"]["rules"]
    assert "DOC191" in {rule["id"] for rule in rules}


def test_answers_reach_the_sections(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rewrite.txt"
    path.write_text(TWO, "utf-8")
    main(["check", str(path), "--answer", "DOC121=form corrected x2", "--format", "json"])
    assert "DOC121" not in {item["code"] for item in json.loads(capsys.readouterr().out)["findings"]}
