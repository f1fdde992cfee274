"""What no grammar of a frame covers stays as it was written; what one covers keeps its frame."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def kinds_of(text: str) -> set[str]:
    """Return the kinds of the facts of a text that are told as so."""
    return {fact.kind for fact in find_facts(read(text, PACK), PACK) if fact.polarity == "affirmed"}


@pytest.mark.parametrize(
    "text",
    [
        "clamshell dropped, reproduced leg pain",
        "R 3x30 clean",
        "bilat 2x10 slow",
        "cerv JPE laser 5 ea",
        "dysmetria drill 3 reps",
        "Wts damp tremor",
        "rights R head lag L",
        "cut tandem stand, too fatigued",
        "floor xfer put off, R shoulder 4/10",
        "bridges skipped today",
        "hid under table 4 min",
        "hit L door frame x1 no injury",
        "rode bike 2 miles at gym",
        "92 in 1 min PLB",
        "50# lift",
        "back in 2 min sitting",
        "short prosthetic stance",
        "uneven step length on treadmill",
        "5 ply after 2nd walk",
        "still cue dependent",
        "R scap depressing so tactile cues at inf angle",
        "backed into lift space",
        "seated marching but legs gave out",
        "blocking if ok'd by surgeon",
        "treadmill if no swelling",
        "3 buttons in 2 min",
        "5 clothespins in 90 sec",
        "2 rail grabs on stairs",
        "sleeping in recliner 4 hrs/nt",
        "up in chair 2 hours",
        "fell x2 this wk, backing up from fridge",
        "near fall Tues, stepping off curb",
        "heat pack on own before coming in",
        "stretching by herself at home",
        "tried hand under hand",
    ],
)
def test_what_is_said_of_a_thing_done_tells_no_treatment(text: str) -> None:
    assert kinds_of(text).isdisjoint({"activity", "cue"})


@pytest.mark.parametrize(
    "text",
    [
        "clamshells 3x10",
        "10 squats",
        "4in step taps x10 L",
        "50# lift floor to waist x5",
        "SLS eyes shut 20s x3",
        "bridges with knees kept apart 2x10",
        "wide BOS foam 30s x3",
        "seated back extension 3x10",
    ],
)
def test_a_name_with_its_dose_tells_a_treatment(text: str) -> None:
    assert "activity" in kinds_of(text)


def test_a_cue_with_its_reason_is_a_cue() -> None:
    assert "cue" in kinds_of("VC for equal WB b/c pushing w/ R")


@pytest.mark.parametrize(
    "text",
    ["Gait 100 ft RW, CGA, was 40", "Step ups x12 R, SBA, was only 8", "demonstrated pivot, pt then tried w/ mod A"],
)
def test_a_former_figure_and_what_was_shown_first_tell_no_treatment_of_today(text: str) -> None:
    assert kinds_of(text).isdisjoint({"activity", "cue"})


@pytest.mark.parametrize("text", ["skin check w/ long mirror", "foot inspection with mirror", "rash ck w/ mirror"])
def test_what_was_done_with_a_mirror_is_no_cue_given(text: str) -> None:
    assert "cue" not in kinds_of(text)


def test_a_cue_with_a_mirror_is_one() -> None:
    assert "cue" in kinds_of("VC w/ mirror")


@pytest.mark.parametrize(
    "text",
    [
        "facilitates swing with hip hike",
        "lifting 40 lb boxes at work",
        "scooting down stairs at home per mom",
        "ice pack at home helps",
        "squat depth 70 of 90",
        "pinch gauge 8, 7, 8",
        "reaching makes shoulder click",
        "squats per YouTube",
        "exercise log blank",
        "head turns cause 3/10 dizziness",
        "sit to stand time 14.2",
        "buttons still 4 min",
        "stretching band snapped",
        "leg press machine out of order",
        "max lift at job 35 lb",
        "Manual A for R swing ~50% steps",
        "wide BOS on turns",
        "3 wall bumps, all on left turns",
        "pressure relief lean every 20 min",
        "foam EC 30 s x3 fell back x1",
        "STS x8 worked on wt shift",
    ],
)
def test_what_only_looks_like_a_treatment_is_none(text: str) -> None:
    assert "activity" not in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "wall ladder R shldr flex 2x8",
        "tandem walk along hall rail 25 ft x3",
        "talocrural AP mobs grade 3 L 4x30s",
        "sidelying clams red loop 3x10 B",
        "recumbent stepper 7 min level 3",
        "clock reaches standing on R leg 2 rounds",
        "straight leg raises in 3 directions 2x10",
        "8' NMR: cone taps R LE x5",
        "wheelbarrow walk 10 ft (6 last time)",
        "supination hammer 2x10",
        "C5-7 L side glides gr II 2x30s",
        "SLR 3x8 for quad weakness",
        "FDP blocking DIP 2x10",
        "w/c push-ups 2x5 w/ 10# cuffs",
    ],
)
def test_a_name_with_details_is_a_treatment(text: str) -> None:
    assert "activity" in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "cues unnecessary by 3rd trial",
        "cueing from wife louder than needed",
        "cues ignored when tired",
        "metronome cue app on phone at home",
        "ultralight demo chair",
        "cue cards lost",
        "visual + gestural cues d/t aphasia",
        "perturbation by ATC 2 min",
        "FDP blocking DIP 2x10",
    ],
)
def test_what_only_names_a_cue_is_none_given(text: str) -> None:
    assert "cue" not in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "verbal and tactile cueing for scap retraction",
        "occ VCs for upright posture",
        "max TCs at pelvis for midline",
        "tapping over R triceps to cue extension",
        "mirror for visual feedback on trunk lean",
        "vc x5 to stop leaning L",
        'VC "nose over toes"',
        "visual model + 1-2 vc for sequence",
        "TC R glut d/t hip drop",
        "Rhythmic stab supine 4x20 s",
        "cues to lock brakes before sitting",
    ],
)
def test_so_many_cues_and_what_they_are_for_are_cues(text: str) -> None:
    assert "cue" in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "propelled 300 ft level indep",
        "rolled R mod A sat EOB 9 min",
        "standby generator at home",
        "contact guard missed by aide per family",
        "indep w IADLs before stroke",
        "min A Fri",
        "Was max A x2 at admit",
    ],
)
def test_a_level_with_a_verb_or_of_another_time_is_no_help(text: str) -> None:
    assert "assist" not in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    ["max A to don L shoe", "CGA when turning L", "min A of 1 for sit to stand", "CGA, was min A yest", "L lead Min A"],
)
def test_a_level_with_what_it_was_for_is_help(text: str) -> None:
    assert "assist" in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "arthritis meds started Tues",
        "stroke support group flyer",
        "Parkinsons boxing class 2x",
        "arthritis gloves on",
        "total hip on L in 2015 too",
        "long stroke cueing as short choppy pushes + l shoulder sore 2/10",
        "BPPV treated last week",
        "MS maint program",
        "pain meds working",
        "weakness blamed on flu",
        "dizzy spell at church",
        "Dix-Hallpike L + upbeat torsional ~12 sec",
        "tremor worse with coffee",
        "lateral lean pressure relief q30 min",
    ],
)
def test_what_is_about_a_condition_is_not_the_condition(text: str) -> None:
    assert kinds_of(text).isdisjoint({"diagnosis", "impairment"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("R distal radius fx 7 weeks", "diagnosis"),
        ("L CVA w/ aphasia", "diagnosis"),
        ("s/p L THA post approach POD 9", "diagnosis"),
        ("R CRPS after wrist fx", "diagnosis"),
        ("L ankle sprain gr 2", "diagnosis"),
        ("intention tremor R UE", "impairment"),
        ("R>L dysmetria on FTN", "impairment"),
        ("LOB x2 to R", "impairment"),
        ("poor dynamic standing balance", "impairment"),
        ("L quad 3/5 late firing", "impairment"),
    ],
)
def test_a_condition_with_side_and_time_is_one(text: str, kind: str) -> None:
    assert kind in kinds_of(text)


@pytest.mark.parametrize(
    "text",
    ["HEP sheet lost", 'HEP "maybe half"', "Pt not doing HEP", "taught by OT last admission", "HEP done most days"],
)
def test_what_became_of_teaching_is_no_teaching(text: str) -> None:
    assert "education" not in kinds_of(text)


@pytest.mark.parametrize(
    "text", ["reviewed HEP", "HEP: VORx1, return demo ok", "Edu daughter to wait him out before helping"]
)
def test_what_was_taught_is_teaching(text: str) -> None:
    assert "education" in kinds_of(text)


def test_a_piece_too_long_for_one_thing_is_told_as_written() -> None:
    assert "activity" not in kinds_of("SLR 2x10 " + "R " * 60)


@pytest.mark.parametrize("text", ["stairs when SBA", "step taps unless min A"])
def test_what_awaits_a_level_of_help_tells_no_treatment(text: str) -> None:
    assert all(fact.kind != "activity" for fact in find_facts(read(text, PACK), PACK))


@pytest.mark.parametrize("text", ["pt w polyneuropathy stocking distribution", "neuropathy glove pattern"])
def test_a_diagnosis_keeps_the_words_for_its_region(text: str) -> None:
    assert kinds_of(text) == {"diagnosis"}


@pytest.mark.parametrize(
    "text",
    [
        "R MCA 7 wk",
        "bedside chair",
        "chair 5 min",
        "prosthetic gait day 3",
        "wk 2 CDT",
        "HEP bridges, clams",
        "glides HEP 5x/d",
        "maybe overdoing HEP",
        "recoverd 1 min PLB",
        "hands on thighs",
        "HEP VORx1 TID",
    ],
)
def test_what_was_not_done_or_taught_here_is_in_no_such_frame(text: str) -> None:
    assert kinds_of(text) <= {"remark", "finding", "response"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("blocking DIP IF 10x", "activity"),
        ("blocking R knee x5", "cue"),
        ("cue slow turns", "cue"),
        ("R MCA CVA", "diagnosis"),
    ],
)
def test_who_does_it_decides_its_frame(text: str, kind: str) -> None:
    assert kinds_of(text) == {kind}
