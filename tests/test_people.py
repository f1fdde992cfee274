"""People: who treated, how many, who is recorded, and whether a professional's skill was in it."""

from typing import Any

import pytest

from rewriter.check import check
from rewriter.findings import Finding
from rewriter.visit import Visit, visit_from
from tests.billed import ANY, billed

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "


def codes(source: str, visit: Visit = Visit(minutes=20)) -> set[str]:
    return {item.code for item in billed(source, visit) if item.level == "error"}


def hits(code: str, source: str, visit: dict[str, Any] | None = None) -> list[Finding]:
    findings = check(ANY, source=source, visit=visit_from(visit or {}), profile="full").findings
    return [item for item in findings if item.code == code]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("aide guided tall kneel", True),
        ("tech ran beam walks", True),
        ("beam was guided by aide", True),
        ("taught aide to guard", False),
        ("aide in kitchen", False),
        ("aide had the belt, I blocked the knee", False),
        ("aide and I guarded gait", True),
        ("aide did the cutting, not student", False),
        ("aide did the w/c to chair transfer, not me", False),
        ("aide did the beam walk, not me", True),
        ("wife guided tall kneel", False),
        ("PTA guided tall kneel", False),
    ],
)
def test_treatment_by_an_aide_is_refused(text: str, refused: bool) -> None:
    assert ("BIL310" in codes(SKILLED + text)) is refused


@pytest.mark.parametrize(
    "text", ["aide did not assist", "aide will guard gait next visit", "aide guarded gait last week"]
)
def test_what_an_aide_did_not_do_today_is_no_reason_to_refuse(text: str) -> None:
    assert "BIL310" not in codes(SKILLED + text)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("group of 5 patients", True),
        ("two patients treated concurrently", True),
        ("no group today", False),
        ("balance circuit", False),
    ],
)
def test_a_group_is_refused(text: str, refused: bool) -> None:
    assert ("BIL311" in codes(SKILLED + text)) is refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("student guided beam while therapist was at lunch", True),
        ("student guided beam, therapist left the room", True),
        ("student guided beam, therapist directed each step", False),
        ("therapist left the room to get a rail", False),
    ],
)
def test_a_student_alone_is_refused(text: str, refused: bool) -> None:
    assert ("BIL312" in codes(SKILLED + text)) is refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("squats independent", True),
        ("squats, no cues needed", True),
        ("squats independent after VC for depth", False),
        ("squats independent, stairs min A", False),
    ],
)
def test_what_the_patient_does_alone_is_refused(text: str, refused: bool) -> None:
    assert ("BIL313" in codes(text)) is refused


@pytest.mark.parametrize(
    "text",
    [
        "session led by rehab tech: foam stance",
        "tech took pt through step ups while I charted",
        "CNA did wt shifting w/ pt at sink",
        "balance exercises supervised by therapy aide",
    ],
)
def test_an_aide_may_treat_in_many_words(text: str) -> None:
    assert hits("BIL310", text)


@pytest.mark.parametrize(
    "text",
    [
        "aide stood by while PT facilitated stepping w/ TC",
        "home health aide present; PT cued stepping",
        "transported by aide. tandem w/ VC",
        "tech set up // bars, PT cued tandem",
        "instructed aide in cueing pt for midline",
        "CNA says was hoyer over wkend. STS x5 w/ VC",
        "CNA reports poor sleep, tandem x3 w/ TC",
        "gait mod A x1 + tech w/c follow, VC for step length",
        "STS x3 mod A x2 w tech 2nd person, stood 40 sec, VC nose over toes",
    ],
)
def test_an_aide_beside_the_treatment_is_no_reason_to_refuse(text: str) -> None:
    assert not hits("BIL310", text)


def test_the_visit_may_tell_of_an_aide_or_of_several_patients() -> None:
    assert hits("BIL310", SKILLED, {"minutes_by_provider": {"PT": 10, "rehab tech": 15}})[0].text == "rehab tech"
    assert not hits("BIL310", SKILLED, {"minutes_by_provider": {"PT": 10, "rehab tech": 0}})
    assert hits("BIL311", SKILLED, {"patients": 2})[0].text == "2 patients"
    assert not hits("BIL311", SKILLED, {"patients": 1})


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("tapping over hamstring muscle group", False),
        ("attends balance class at YMCA. tandem w/ VC", False),
        ("NYHA class III. seated wt shift w/ TC", False),
        ("gym busy w/ other patients, VC to refocus", False),
        ("PWC trial group 3, tilt + recline", False),
        ("group 4 pts, foam stance", True),
        ("sleeve class 1 ordered", False),
        ("tandem w/ VC while working with another patient", True),
        ("tandem w/ VC, also treating another patient on the mat", True),
        ("group of 4, foam stance", True),
        ("SPT led tandem while PT treated another pt", False),
        ("tech took pt through step ups while PT was w/ another pt", False),
    ],
)
def test_a_group_is_one_of_patients(text: str, refused: bool) -> None:
    assert bool(hits("BIL311", text)) is refused


@pytest.mark.parametrize(
    ("place", "refused"),
    [("next room", True), ("with another patient", True), ("in the room", False), ("", False), ("beside", False)],
)
def test_the_visit_may_tell_where_the_students_supervisor_was(place: str, refused: bool) -> None:
    assert bool(hits("BIL312", "student cued wt shift", {"supervisor_place": place})) is refused


def test_a_student_who_only_watches_is_not_treating() -> None:
    assert not hits("BIL312", "student observed. PT cued wt shift, then stepped out")
    assert not hits("BIL317", "student observed. PT cued wt shift")


@pytest.mark.parametrize(
    ("text", "visit", "asked"),
    [
        ("SPT guided wt shift w/ TC", {}, True),
        ("wt shift w/ TC", {"minutes_by_provider": {"SPT": 20}}, True),
        ("SPT guided wt shift w/ TC, PT in room directing", {}, False),
        ("SPT guided wt shift w/ TC", {"supervisor_place": "in room, directing"}, False),
        ("wt shift w/ TC", {}, False),
    ],
)
def test_who_directed_a_student_is_asked_where_nothing_says_it(text: str, visit: dict[str, Any], asked: bool) -> None:
    assert bool(hits("BIL317", text, visit)) is asked


@pytest.mark.parametrize(
    ("text", "visit", "missing"),
    [
        ("SPT guided wt shift, PT directing", {"signed_by": "A. B., PT"}, "PT student"),
        ("SPT guided wt shift, PT directing", {"signed_by": "A. B., PT", "contributors": ["C. D., SPT"]}, None),
        ("SPT guided wt shift, PT directing", {"signed_by": "A. B., PT", "contributors": ["C. D."]}, None),
        ("PTA guided tall kneel", {"signed_by": "A. B., PTA"}, None),
        ("PTA guided tall kneel", {"signed_by": "A. B., DPT"}, "PT assistant"),
        ("PTA guided tall kneel", {}, None),
        ("PTA guided tall kneel. Signed: A. B. PT", {}, "PT assistant"),
        ("PTA guided tall kneel. Signed: A. B. PTA", {}, None),
        ("PTA guided tall kneel last visit", {"signed_by": "A. B., PT"}, None),
        ("tall kneel", {"signed_by": "A. B., PTA", "minutes_by_provider": {"PT": 8, "PTA": 20}}, "PT therapist"),
        ("tall kneel", {"signed_by": "A. B., OTR/L", "minutes_by_provider": {"OT": 8, "COTA": 20}}, "OT assistant"),
        ("tall kneel", {"signed_by": "A. B., OTR/L", "minutes_by_provider": {"OTR": 28}}, None),
        ("tall kneel, tech counted", {"signed_by": "A. B., PT"}, None),
    ],
)
def test_everybody_who_treated_is_listed(text: str, visit: dict[str, Any], missing: str | None) -> None:
    assert [item.text for item in hits("BIL316", text, visit)] == ([missing] if missing else [])


@pytest.mark.parametrize(
    ("text", "visit", "asked"),
    [
        ("PTA guided tall kneel", {"signed_by": "A. B., PTA"}, True),
        ("tall kneel w/ TC", {"signed_by": "A. B., COTA/L"}, True),
        ("PTA guided tall kneel", {"supervisor": "C. D., PT"}, False),
        ("PTA guided tall kneel under supervision of C. D. PT", {"signed_by": "A. B., PTA"}, False),
        ("PTA guided tall kneel, supervising PT on site", {"signed_by": "A. B., PTA"}, False),
        ("tall kneel", {"signed_by": "A. B., PTA", "contributors": ["C. D., PT"]}, False),
        ("tall kneel", {"signed_by": "A. B., PT"}, False),
    ],
)
def test_an_assistants_supervisor_is_named(text: str, visit: dict[str, Any], asked: bool) -> None:
    assert bool(hits("BIL331", text, visit)) is asked


@pytest.mark.parametrize(
    ("text", "visit", "hint"),
    [
        ("tall kneel", {"minutes_by_provider": {"PT": 8, "PTA": 20}}, True),
        ("tall kneel. PTA discussed tone with PT", {"minutes_by_provider": {"PT": 8, "PTA": 20}}, True),
        ("tall kneel. consulted with PT re tone", {"minutes_by_provider": {"PT": 8, "PTA": 20}}, False),
        ("tall kneel", {"minutes_by_provider": {"PT": 8, "PTA": 20}, "supervisor": "C. D., PT"}, False),
        ("tall kneel", {"minutes_by_provider": {"PT": 28}}, False),
    ],
)
def test_supervision_of_others_is_noted(text: str, visit: dict[str, Any], hint: bool) -> None:
    assert [item.level for item in hits("BIL330", text, visit)] == (["info"] if hint else [])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("tandem independent", "error"),
        ("tandem independent, decreased sensation L foot", "warning"),
        ("tandem independent after VC for width", None),
        ("indep at home. tandem w/ decreased sensation L foot", None),
    ],
)
def test_where_a_deficit_is_named_the_therapists_part_is_asked(text: str, level: str | None) -> None:
    assert [item.level for item in hits("BIL313", text)] == ([level] if level else [])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("tandem, no cues needed. foam stance w/ TC at pelvis", "warning"),
        ("tandem independent. foam stance w/ TC at pelvis", "info"),
        ("tandem w/ VC, faded to no cues", None),
        ("indep at home. foam stance w/ TC at pelvis", None),
        ("foam stance w/ TC at pelvis", None),
    ],
)
def test_an_activity_done_alone_beside_a_skilled_one(text: str, level: str | None) -> None:
    assert [item.level for item in hits("BIL318", text)] == ([level] if level else [])


@pytest.mark.parametrize(
    ("note", "missing"),
    [
        ("Treated by PT and PTA, VC.", True),
        ("TC at ribs (PTA), then PT progressed.", True),
        ("Second half of session with PTA: tactile cues.", True),
        ("Discussed with PTA the cue that works best. PT treated.", False),
        ("Pt asked whether PTA worked today. TC by PT.", False),
        ("PTA present for training in handling; PT treated throughout.", False),
    ],
)
def test_who_was_only_spoken_with_is_no_contributor(note: str, missing: bool) -> None:
    assert bool(hits("BIL316", note, {"signed_by": "T. Alpha, PT"})) is missing


@pytest.mark.parametrize(
    ("note", "unstated"),
    [
        ("OTS gave HOH cues with OT present at the table throughout, guiding.", False),
        ("SPT cued foam; PT within arm's reach, instructing.", False),
        ("Wt shift was provided by the SPT: TC at pelvis. Cosigned, PT.", True),
        ("SPT ran session, PT on site.", True),
    ],
)
def test_being_there_and_directing_is_told_in_many_ways(note: str, unstated: bool) -> None:
    assert bool(hits("BIL317", note)) is unstated


def test_treatment_by_a_relative_is_refused_only_where_it_is_counted() -> None:
    note = "Reach was carried out by the pt's daughter; 15 min {} as NMR."
    assert hits("BIL310", note.format("counted"))
    assert not hits("BIL310", "Reach was carried out by the pt's daughter at home.")


@pytest.mark.parametrize(
    ("note", "refused"),
    [
        ("Pt performed all step taps by himself, 0 VC.", True),
        ("Performed the circuit with no intervention from the therapist.", True),
        ("Step taps w/ TC, then 0 VC.", False),
    ],
)
def test_phrases_that_say_that_nothing_was_done_count_as_such(note: str, refused: bool) -> None:
    assert bool(hits("BIL313", note)) is refused


@pytest.mark.parametrize(
    ("note", "refused"),
    [
        ("SPT cued foam; CI in her office.", True),
        ("SPT cued gait; supervising therapist was at lunch.", True),
        ("SPT treated, TC at pelvis; OT evaluating someone next door.", True),
        ("SPT cued stepping over objects; CI in room, gave other cue ideas.", False),
        ("SPT cued gait down the hallway with PT alongside directing.", False),
        ("SPT gave VC; OT to see pt for other goals.", False),
    ],
)
def test_a_supervisor_told_to_be_elsewhere_left_the_student_alone(note: str, refused: bool) -> None:
    assert bool(hits("BIL312", note)) is refused
