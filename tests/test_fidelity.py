"""Foreign text: each kind of claim changed, added or dropped is found at its words; faithful paraphrases are silent."""

import re

import pytest

from bench.texts import PAIRS, Pair
from rewriter.check import check
from rewriter.findings import Finding
from rewriter.visit import Visit


def found(source: str, rewrite: str, minutes: float | None = None) -> list[Finding]:
    """Return the errors of the comparison."""
    findings = check(rewrite, source=source, visit=Visit(minutes=minutes)).findings
    return [item for item in findings if item.code.startswith("FID") and item.level == "error"]


def errors(source: str, rewrite: str, minutes: float | None = None) -> set[tuple[str, str, str]]:
    return {(item.code, item.side, item.text) for item in found(source, rewrite, minutes)}


@pytest.mark.parametrize(
    ("source", "rewrite", "invented", "lost"),
    [
        ("tall kneel x12", "Tall kneeling 14 times.", ("FID101", "14 times"), ("FID201", "x12")),
        ("tall kneel 40 s", "Tall kneeling 40 minutes.", ("FID101", "40 minutes"), ("FID201", "40 s")),
        ("walked 90 ft", "Walked 60 feet.", ("FID101", "60 feet"), ("FID201", "90 ft")),
        ("4 lb cuff", "A 5 pound cuff.", ("FID101", "5 pound"), ("FID201", "4 lb")),
        ("quads 4-/5", "Quadriceps 4+/5.", ("FID101", "4+/5"), ("FID201", "4-/5")),
        ("pain 6/10", "Pain 3/10.", ("FID101", "3/10"), ("FID201", "6/10")),
        ("BP 124/76", "Blood pressure 142/76.", ("FID101", "142/76"), ("FID201", "124/76")),
        ("cont 2x/wk", "Continue 3 times per week.", ("FID101", "3 times per week"), ("FID201", "2x/wk")),
        ("TC R wrist", "Tactile cues at the left wrist.", ("FID102", "left"), ("FID202", "R")),
        ("STS mod A", "Sit to stand with maximal assistance.", ("FID103", "maximal assistance"), ("FID203", "mod A")),
        ("gait RW", "Gait with a single point cane.", ("FID104", "single point cane"), ("FID204", "RW")),
        ("BBS done", "Timed Up and Go done.", ("FID105", "Timed Up and Go"), ("FID205", "BBS")),
        ("old CVA", "Old spinal cord injury.", ("FID106", "spinal cord injury"), ("FID206", "CVA")),
        ("tall kneel VC", "Tall kneeling with tactile cues.", ("FID107", "tactile cues"), ("FID207", "VC")),
        ("beam for stairs", "Beam for dressing.", ("FID108", "dressing"), ("FID208", "stairs")),
        ("has neglect", "Has ataxia.", ("FID120", "ataxia"), ("FID220", "neglect")),
    ],
)
def test_a_changed_claim_is_found_at_its_words_on_both_sides(
    source: str, rewrite: str, invented: tuple[str, str], lost: tuple[str, str]
) -> None:
    assert errors(source, rewrite) == {(invented[0], "rewrite", invented[1]), (lost[0], "source", lost[1])}


CLAIMS = [
    ("01", "9 times", "x9"),
    ("02", "left", "L"),
    ("03", "minimal assistance", "min A"),
    ("04", "walker", "walker"),
    ("05", "Berg Balance Scale", "BBS"),
    ("06", "stroke", "CVA"),
    ("07", "tactile cues", "TC"),
    ("08", "dressing", "dressing"),
    ("20", "ataxia", "ataxia"),
]


@pytest.mark.parametrize(("number", "said", "written"), CLAIMS)
def test_an_added_claim_is_found_at_its_words(number: str, said: str, written: str) -> None:
    assert errors("tall kneel", f"Tall kneeling, {said}.") == {(f"FID1{number}", "rewrite", said)}


@pytest.mark.parametrize(("number", "said", "written"), CLAIMS)
def test_a_dropped_claim_is_found_at_its_words(number: str, said: str, written: str) -> None:
    assert errors(f"tall kneel, {written}", "Tall kneeling.") == {(f"FID2{number}", "source", written)}


@pytest.mark.parametrize(("number", "said", "written"), CLAIMS)
def test_a_claim_that_is_kept_is_silent(number: str, said: str, written: str) -> None:
    assert errors(f"tall kneel, {written}", f"Tall kneeling, {said}.") == set()


@pytest.mark.parametrize(
    ("source", "rewrite", "text"),
    [
        ("no neglect", "Patient had neglect.", "neglect"),
        ("denies nausea", "Patient had nausea.", "nausea"),
        ("neglect on L", "No neglect on the left.", "neglect"),
        ("TC at ribs", "No tactile cues at the ribs.", "tactile cues"),
    ],
)
def test_a_turned_sign_is_found(source: str, rewrite: str, text: str) -> None:
    assert any(code == "FID121" and side == "rewrite" and text in at for code, side, at in errors(source, rewrite))


@pytest.mark.parametrize(
    ("source", "rewrite", "text"),
    [("reach improved", "Reach worse.", "worse"), ("reach worse", "Reach improved.", "improved")],
)
def test_a_turned_response_is_found(source: str, rewrite: str, text: str) -> None:
    assert ("FID109", "rewrite", text) in errors(source, rewrite)


def test_sides_traded_between_two_parts_are_found() -> None:
    said = errors("TC R wrist, VC L knee", "Tactile cues at the left wrist, verbal cues at the right knee.")
    assert {("FID102", "rewrite", "left"), ("FID102", "rewrite", "right")} <= said


def test_a_repeated_claim_is_found_where_it_is_false() -> None:
    rewrite = "Tall kneeling 8 times, and also tall kneeling 9 times."
    assert [(item.code, item.start, item.end) for item in found("tall kneel x8", rewrite)] == [("FID101", 46, 53)]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("tall kneel 3x10", "Tall kneeling for three sets of ten repetitions."),
        ("tall kneel 120 s", "Tall kneeling for 2 minutes."),
        ("tall kneel 6-8 reps", "Tall kneeling, 6 to 8 repetitions."),
        (
            "STS x5 min A w/ RW",
            "With the rolling walker and minimal assistance, patient performed sit to stand 5 times.",
        ),
        ("TC @ R ribs, VC posture", "Therapist gave verbal cues for posture and tactile cues at the right ribs."),
        ("no LOB, denies nausea", "Patient denies nausea and had no loss of balance."),
        ("BBS 33/56", "The Berg Balance Scale score was 33/56."),
        ("s/p L CVA, R neglect", "Following left stroke, patient has right neglect."),
        ("gaurd at R hip, ataxai", "Guarding at the right hip due to ataxia."),
        ("for stairs", "This is needed for stairs."),
        ("HR 88", "Heart rate was 88 bpm."),
        ("unsteady w/ turns", "Patient was unsteady with turns."),
    ],
)
def test_a_faithful_paraphrase_is_silent(source: str, rewrite: str) -> None:
    assert errors(source, rewrite) == set()


@pytest.mark.parametrize("source", ["tall kneel 18 min", "tall kneel", "tall kneel 97112 18"])
def test_the_visits_own_minutes_are_neither_invented_nor_lost(source: str) -> None:
    assert errors(source, "Tall kneeling for 18 minutes.", 18) == set()
    assert errors(source, "Tall kneeling.", 18) == set()


def test_a_verb_of_skill_without_evidence_is_asked_of_the_clinician() -> None:
    source = "tall kneel, VC for upright, ataxia, for stairs"
    verdict = check("Therapist facilitated tall kneeling with verbal cues for upright. Ataxia. Stairs.", source=source)
    assert [item.mend for item in verdict.findings if item.code == "FID110"] == ["clinician"]
    assert "FID110" in {item.code for item in verdict.questions}


@pytest.mark.parametrize(
    ("source", "said", "code"),
    [
        ("stood at sink 5 min", "The patient stood at the sink for five minutes to improve endurance.", "FID131"),
        (
            "stood at sink 5 min",
            "The patient stood at the sink for five minutes to build standing tolerance.",
            "FID131",
        ),
        ("bridges 2x10, sore after", "Bridges, two sets of ten, were graded; sore afterward.", "FID110"),
        ("bridges 2x10, sore after", "Two sets of ten bridges; sore after the therapist modified them.", "FID110"),
        ("walked 40 ft, knee buckled", "Walked 40 feet, knee buckled, while the therapist analyzed it.", "FID110"),
        ("reacher for socks", "The patient was trained to use a reacher for socks.", "FID110"),
    ],
)
def test_an_aim_and_a_skill_of_its_own_are_errors(source: str, said: str, code: str) -> None:
    assert code in {found for found, _, _ in errors(source, said)}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("quad 4-/5", "The quadriceps was graded 4-/5."),
        ("static good-", "Static balance was graded as good-."),
        ("scap re-ed prone", "The scapula was trained in prone."),
        ("step taps, ataxia", "Step taps to address ataxia."),
    ],
)
def test_a_grade_and_an_aim_of_the_note_are_none(source: str, said: str) -> None:
    assert errors(source, said) == set()


def test_evidence_points_to_what_the_other_side_has() -> None:
    source = "gait RW"
    item = next(item for item in found(source, "Gait with a single point cane.") if item.side == "rewrite")
    assert [(spot.side, source[spot.start : spot.end]) for spot in item.evidence] == [("source", "RW")]


GAPS = {
    "unit": ("walked 90 ft", "Walked 90 yards."),
    "load unit": ("4 lb cuff", "A 4 kg cuff."),
    "dose": ("squats 3x10", "Squats for 10 sets of 3 repetitions."),
    "speed unit": ("gait 0.8 m/s", "Gait at 0.8 mph."),
    "refused": ("refused tall kneel", "Patient did tall kneeling."),
    "planned": ("will add beam next visit", "Patient did beam today."),
    "past": ("neglect last month", "Patient has neglect."),
    "doubt": ("neglect?", "Patient has neglect."),
    "agent": ("wife guided step taps", "Therapist guided step taps."),
    "goal status": ("goal: stairs", "Goal met: stairs."),
    "activity": ("step taps VC", "Squats with verbal cues."),
    "assistance traded": (
        "rolling min A, dressing mod A",
        "Rolling with moderate assistance, dressing with minimal assistance.",
    ),
    "cues traded": ("TC knee, VC hip", "Verbal cues at the knee, tactile cues at the hip."),
    "doses traded": ("step taps x10, squats x5", "Step taps 5 times, squats 10 times."),
    "rating turned round": ("nausea 6/10 -> 3/10", "Nausea rose from 3/10 to 6/10."),
}


@pytest.mark.parametrize("name", GAPS)
def test_what_the_design_calls_certain_is_found(name: str) -> None:
    assert errors(*GAPS[name]) != set()


FIGURE = re.compile(r"\b\d+\b(?= (?:repetitions|seconds|feet|times|trials|minutes)\b)")
COUNTED = [pair for pair in PAIRS if FIGURE.search(pair.rewrite)]


def test_nearly_all_realistic_pairs_hold_a_figure() -> None:
    assert len(COUNTED) >= len(PAIRS) - 1


@pytest.mark.parametrize("pair", COUNTED, ids=range(len(COUNTED)))
def test_a_figure_changed_in_a_realistic_pair_is_found(pair: Pair) -> None:
    before = errors(pair.source, pair.rewrite, pair.minutes)
    changed = FIGURE.sub("77", pair.rewrite, count=1)
    new = errors(pair.source, changed, pair.minutes) - before
    assert any(code == "FID101" and side == "rewrite" and "77" in text for code, side, text in new)


@pytest.mark.parametrize("pair", PAIRS, ids=range(len(PAIRS)))
def test_a_condition_added_to_a_realistic_pair_is_found(pair: Pair) -> None:
    new = errors(pair.source, pair.rewrite + " Patient has hemianopia.", pair.minutes)
    assert "hemianopia" in {text for code, side, text in new if side == "rewrite" and code.startswith("FID1")}


@pytest.mark.parametrize(
    ("source", "rewrite", "word"),
    [
        # A word of the note that looks like the one added, and is another.
        (
            "Rest breaks x2, R hip abd VC.",
            "The broken right hip was abducted with two rest breaks, verbal cues.",
            "broken",
        ),
        (
            "FOG at door VC. R shoulder stiff.",
            "Freezing at the door, verbal cues. The right shoulder is frozen.",
            "frozen",
        ),
        ("Stance at sink, CGA.", "Stance at the sink with contact guard; the patient collapsed.", "collapsed"),
        ("Good mood. Tandem VC.", "In a good mood. Tandem was performed correctly with verbal cues.", "correctly"),
        ("Grip putty 2x10 R.", "The right grip with putty and a dynamometer, two sets of ten.", "dynamometer"),
        ("3 stairs CGA.", "A flight of three stairs with contact guard.", "flight"),
        ("SpO2 97% RA.", "Oxygen saturation was 97%, with rheumatoid arthritis.", "rheumatoid arthritis"),
        ("Arm bike 5 min.", "The patient was seated at the arm bike for 5 minutes.", "seated"),
        (
            "Gaze x1 VC, blur 4/10.",
            "Gaze x1 with verbal cues. Blur was 4/10, and it interferes with reading.",
            "reading",
        ),
        # A cue left out where the rewrite tells another.
        ("VC L wt shift, TC at hip.", "Tactile cues at the hip for shifting weight to the left.", "VC"),
        ("VC gait. RN told of rash.", "Gait. The nurse was told of the rash.", "VC"),
        # A doubt that passes for a part of the name.
        ("Poss BPPV. VOR x1 VC.", "The patient has BPPV. VOR x1 with verbal cues.", "BPPV"),
    ],
)
def test_a_change_that_looks_licensed_is_found(source: str, rewrite: str, word: str) -> None:
    assert any(word in text for _, _, text in errors(source, rewrite))


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        (
            "Foam EC TC pelvis, CGA.",
            "The patient stood on foam with eyes closed, contact guard, tactile cues at the pelvis.",
        ),
        ("Tandem CGA, VC.", "Tandem stance was verbally cued and guarded by contact."),
        ("Gaze x1 VC, blur 3/10.", "Verbal cues were given in x1 viewing. Blur was 3/10."),
        ("STS x12, VC nose over toes.", "Sit to stand was done 12 times, cued with 'nose over toes'."),
        ("Wt shift L, TC hip.", "Weight was shifted toward the left with tactile cues at the hip."),
        ("Pain 6/10 pre, 3/10 post tandem.", "Pain was 6/10 before tandem and 3/10 afterward."),
    ],
)
def test_a_usual_way_to_tell_a_terse_note_is_silent(source: str, rewrite: str) -> None:
    assert errors(source, rewrite) == set()
