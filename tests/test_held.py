"""Help told right behind something that makes no sentence with it."""

import pytest

from rewriter import Note, Visit, improve
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack("97530")


def pieces(text: str) -> list[str]:
    return [text[fact.start : fact.end] for fact in find_facts(read(text, PACK), PACK)]


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
