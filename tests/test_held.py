"""Help told right behind something that makes no sentence with it."""

import pytest

from rewriter import Note, Visit, improve
from tests.noted import pieces


@pytest.mark.parametrize(
    "piece",
    [
        "4 stairs w R rail min A",
        "mat to w/c mod A x2",
        "sit balance EOB 5 min CGA",
        "40 ft on gravel drive CGA",
        "stepped over tub side CGA",
    ],
)
def test_it_is_not_told_of_the_cue_behind_it(piece: str) -> None:
    assert pieces(f"{piece}, VC x2") == [piece, "VC x2"]
    draft = improve(Note(f"L CVA. {piece}, VC x2.", "97530", Visit(minutes=15))).rewrite or ""
    assert "cues 2 times, with" not in draft


@pytest.mark.parametrize("plan", ["P: outdoor gait RW CGA", "Plan gait 100 ft CGA", "P: ramp min A"])
def test_planned_help_is_of_what_is_planned(plan: str) -> None:
    assert len(pieces(plan)) == 1


@pytest.mark.parametrize("text", ["tub transfer CGA", "gait 50 ft RW min A", "LB dressing w reacher mod A"])
def test_a_treatment_and_a_task_take_help_by_themselves(text: str) -> None:
    assert len(pieces(text)) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Log roll indep.", "Patient was independent with log roll."),
        ("Bed mobility mod I.", "Patient was modified independent with bed mobility."),
        ("stairs indep w rail.", "Patient was independent for stairs with a rail."),
        ("LAQ 3x10. Sup to sit indep, STS SBA.", "Supine to sit was independent."),
    ],
)
def test_that_nobody_helped_is_told_of_its_task_alone(text: str, said: str) -> None:
    draft = improve(Note(f"Tandem 3x30 s, VC for gaze. {text}", "97112", Visit(minutes=15))).rewrite or ""
    assert said in draft
    assert "Patient was independent." not in draft


@pytest.mark.parametrize(
    "text",
    [
        "STS x10 indep",
        "amb 150 ft indep",
        "toilet hygiene dep",
        "carried plate to table, SBA",
        "Pt got eggs from fridge w/ walker tray, SBA",
        "parallel bars 10 ft x6, CGA",
        "bil UE lift to 90 x10 min A catches LOB post",
        "grip breaks vc",
        "RW min A, 10 ft",
        "STS CGA, x5",
    ],
)
def test_nothing_torn_off_is_told_of_nothing(text: str) -> None:
    draft = improve(Note(f"Tandem 3x30 s, VC for gaze. {text}.", "97530", Visit(minutes=15))).rewrite or ""
    assert not any(bare in draft for bare in ("was independent.", "was dependent.", "required standby assistance."))
    assert "Noted: 10 feet" not in draft
    assert "Noted: x5" not in draft
    assert "Therapist used verbal cues." not in draft
    assert "Patient required contact guard assistance." not in draft


@pytest.mark.parametrize("text", ["pain 3/10, min A", "gait belt, CGA", "R hemi, min A"])
def test_help_behind_a_comma_is_not_of_what_was_found(text: str) -> None:
    assert len(pieces(text)) == 2


@pytest.mark.parametrize(
    ("text", "help_told"),
    [
        ("amb 60 ft CGA HR 96", "amb 60 ft|CGA|HR 96"),
        ("squats x5 SBA RPE 12", "squats x5|SBA|RPE 12"),
        ("stairs min A pain 5/10", "stairs|min A|pain 5/10"),
    ],
)
def test_what_was_measured_behind_help_is_no_part_of_it(text: str, help_told: str) -> None:
    assert "|".join(pieces(text)) == help_told


@pytest.mark.parametrize(
    "text",
    [
        "RRMS, L side worse \u2014 no R side worse",
        "SPT no\u2014slide board to mat mod A",
        "L knee - no, R knee - buckled x2",
    ],
)
def test_what_may_be_taken_back_stays_whole(text: str) -> None:
    assert len(pieces(text)) == 1
