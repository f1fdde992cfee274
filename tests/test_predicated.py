"""What names a thing done and says something of it stays as it was written."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    [
        "clamshell dropped, reproduced leg pain",
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
    assert {fact.kind for fact in find_facts(read(text, PACK), PACK)}.isdisjoint({"activity", "cue"})


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
    assert "activity" in {fact.kind for fact in find_facts(read(text, PACK), PACK)}


def test_a_cue_with_its_reason_is_a_cue() -> None:
    kinds = {fact.kind for fact in find_facts(read("VC for equal WB b/c pushing w/ R", PACK), PACK)}
    assert "cue" in kinds


@pytest.mark.parametrize(
    "text",
    ["Gait 100 ft RW, CGA, was 40", "Step ups x12 R, SBA, was only 8", "demonstrated pivot, pt then tried w/ mod A"],
)
def test_a_former_figure_and_what_was_shown_first_tell_no_treatment_of_today(text: str) -> None:
    assert {fact.kind for fact in find_facts(read(text, PACK), PACK)}.isdisjoint({"activity", "cue"})


@pytest.mark.parametrize("text", ["skin check w/ long mirror", "foot inspection with mirror", "rash ck w/ mirror"])
def test_what_was_done_with_a_mirror_is_no_cue_given(text: str) -> None:
    assert "cue" not in {fact.kind for fact in find_facts(read(text, PACK), PACK)}


def test_a_cue_with_a_mirror_is_one() -> None:
    assert "cue" in {fact.kind for fact in find_facts(read("VC w/ mirror", PACK), PACK)}


@pytest.mark.parametrize("text", ["stairs when SBA", "gait outdoors once CGA", "step taps unless min A"])
def test_what_awaits_a_level_of_help_tells_no_treatment(text: str) -> None:
    assert all(fact.kind != "activity" for fact in find_facts(read(text, PACK), PACK))
