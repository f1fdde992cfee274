"""Where a cue or a level of help begins a piece of its own."""

import pytest

from tests.noted import kinds_and_surfaces as told
from tests.noted import surfaces


@pytest.mark.parametrize("named", ["self-bandage", "socks", "shirt", "pill sort", "laundry fold"])
def test_words_that_name_no_cue_stand_before_it(named: str) -> None:
    assert told(f"gait 50 ft, {named} max VC for order")[-2:] == [
        ("remark", named),
        ("cue", "maximal verbal cues for order"),
    ]


@pytest.mark.parametrize(
    "text", ["wrapping stump mod VC to overlap", "pt max VC to attend", "L hand mod TC", "got min VC"]
)
def test_what_is_said_of_cues_is_no_cue_given(text: str) -> None:
    assert "cue" not in {kind for kind, _ in told(f"gait 50 ft, {text}")}


@pytest.mark.parametrize("text", ["constant max VC", "demo + mod VC for hips", "mod to max VC", "HOH mod TC"])
def test_how_many_and_which_cues_are_given_together(text: str) -> None:
    assert "cue" in {kind for kind, _ in told(f"gait 50 ft, {text}")}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("needed hand over hand first then VC only", "then verbal cues only"),
        ("max TC at first then VC", "then verbal cues"),
        ("min A first then VC only", "then verbal cues only"),
        ("gait 50 ft then VC for posture", "then verbal cues for posture"),
    ],
)
def test_one_thing_then_a_cue_are_told_in_their_order(text: str, end: str) -> None:
    assert [surface for _, surface in told(text)][-1].endswith(end)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("buttons 3 of 4 indep, was 1", "buttons 3 of 4 independent, was 1"),
        ("sorted 5 of 6 pills SBA, was 2", "sorted 5 of 6 pills standby assistance, was 2"),
    ],
)
def test_a_former_score_behind_the_help_tells_no_former_help(text: str, piece: str) -> None:
    assert piece in [surface for _, surface in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "stairs when min A",
        "outdoor gait once CGA",
        "SPT unless tired mod A",
        "w/c 100 ft S except door min A",
        "shirt mod A at first then min A",
    ],
)
def test_help_of_another_time_or_under_a_condition_stays_with_it(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("amb 45 ft CGA, was 30 ft min A fri", "contact guard assistance, was 30 feet with minimal assistance Friday"),
        ("STS x5 SBA, was x3 mod A", "standby assistance, was 3 times with moderate assistance"),
    ],
)
def test_former_help_stays_with_its_dose(text: str, piece: str) -> None:
    assert piece in [surface for _, surface in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "missed L side of face til mirror cue",
        "leaned L until tactile cue at rib",
        "did not start drinking til hand over hand",
        "dozed off until verbal cue",
        "looked down unless VC",
        "no wt on L till manual cue hip",
    ],
)
def test_a_cue_that_ended_something_stays_with_it(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize("text", ["STS x10 VC min A", "step taps VC CGA", "prone prop TC mod A", "reach, 2 VC SBA"])
def test_help_right_behind_a_bare_cue_is_told_apart(text: str) -> None:
    assert [kind for kind, _ in told(text)][:3] == ["activity", "cue", "assist"]


@pytest.mark.parametrize("text", ["gait 50 ft w VC min A", "needed VC min A for turns"])
def test_help_and_cues_behind_one_word_stay_together(text: str) -> None:
    assert "assist" not in {kind for kind, _ in told(text)}


@pytest.mark.parametrize(
    ("note", "whole"),
    [
        ("fam wants home", "family wants home"),
        ("STS x5, boss wants note", "boss wants note"),
        ("insurance wants d/c", "insurance wants d/c"),
        ("gf hopes to return to work", "gf hopes to return to work"),
    ],
)
def test_what_somebody_else_wants_is_told_with_who_wants_it(note: str, whole: str) -> None:
    assert whole in surfaces(note)


def test_a_wish_without_a_person_is_the_patients() -> None:
    assert "wants to walk dog" in surfaces("STS x5, wants to walk dog")


@pytest.mark.parametrize(
    ("note", "whole"),
    [
        ("STS x8. post pelvic tilt cueing throughout", "posterior pelvic tilt cueing throughout"),
        ("STS x8. hip hinge cueing x3", "hip hinge cueing 3 times"),
        ("STS x8. LE over tub cues", "lower extremity over tub cues"),
    ],
)
def test_what_cueing_was_for_stands_before_it(note: str, whole: str) -> None:
    assert whole in surfaces(note)


def test_what_the_patient_does_with_help_is_told_behind_it() -> None:
    assert surfaces("Gait 100 ft RW SBA veers R")[-2:] == ["standby assistance", "veers right"]


def test_cues_that_are_named_with_what_they_are_for_stay_with_it() -> None:
    assert "SpO2 was 90 in 90 seconds with pursed lip breathing cues" in [
        text.replace("oxygen saturation", "SpO2") for text in surfaces("SpO2 90 in 90 sec w PLB cues")
    ]
