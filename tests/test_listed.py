"""A heading on a line of its own governs the list below it."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def kinds(text: str) -> list[tuple[str, str]]:
    """Return (kind, surface) of the facts of a note."""
    return [(fact.kind, fact.surface) for fact in find_facts(read(text, PACK), PACK)]


@pytest.mark.parametrize(
    "heading",
    ["HEP:", "HEP", "Not done:", "Deferred -", "Next visit:", "Goals:", "Last visit:", "Precautions:", "Held:"],
)
@pytest.mark.parametrize("mark", ["- ", "* ", "\u2022 "])
def test_what_stands_below_it_is_not_treated_today(heading: str, mark: str) -> None:
    told = kinds(f"STS x10 CGA\n{heading}\n{mark}treadmill 10 min\n{mark}tandem on foam")
    assert [surface for kind, surface in told if kind == "activity"] == ["sit to stand for 10 repetitions"]
    assert "treadmill 10 minutes, tandem on foam" in told[-1][1]


def test_numbered_lines_are_a_list_too() -> None:
    told = kinds("STS x10\nHEP\n1. bridges x10\n2. clamshells x10\n\nStairs x4 CGA")
    assert [surface.split(" x")[0].split(" for")[0] for kind, surface in told if kind == "activity"] == [
        "sit to stand",
        "stairs",
    ]


def test_short_lines_without_marks_below_a_colon_are_a_list_until_one_that_is_a_sentence() -> None:
    told = kinds("Not done:\nstairs\nfoam\nPt tolerated well\nSTS x10")
    assert told[0][1].endswith("stairs, foam")
    assert ("activity", "sit to stand for 10 repetitions") in told


@pytest.mark.parametrize("heading", ["Tx:", "Treatment:", "Interventions:", "Exercises:", "NMR:"])
def test_what_stands_below_a_heading_of_treatment_is_treatment_and_the_heading_says_nothing(heading: str) -> None:
    told = kinds(f"{heading}\n- STS x10\n- tandem on foam x3")
    assert {kind for kind, _ in told} == {"activity"}


def test_a_list_ends_at_a_blank_line_and_at_the_next_heading() -> None:
    told = kinds("HEP:\n- bridges\n\nSTS x10\nGoals:\n- stairs\nCues: verbal")
    assert ("activity", "sit to stand for 10 repetitions") in told
    assert not any("stairs" in surface and "Cues" in surface for _, surface in told)


def test_lines_below_a_thing_that_was_done_stay_sentences() -> None:
    told = kinds("Gait:\n- 50 ft min A\n- VC for step length")
    assert ("cue", "verbal cues for step length") in told
