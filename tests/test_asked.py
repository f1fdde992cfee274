"""What a cue asked for, told on behind a mark."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def cues(text: str) -> list[str]:
    return [fact.surface for fact in find_facts(read(text, PACK), PACK) if fact.kind == "cue"]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("VC x3 for wide turns + not crossing feet", "verbal cues 3 times for wide turns and not crossing feet"),
        ("VC for foot placement & reaching back", "verbal cues for foot placement and reaching back"),
        ("TC for trunk ext + weight shift R", "tactile cues for trunk extension and weight shift right"),
        ("VC for nose over toes, not to pull on bars", "verbal cues for nose over toes, not to pull on bars"),
        ("VC to scoot fwd, keep L foot back, min A", "verbal cues to scoot forward, keep left foot back"),
        ("VC x2 wide turns + not crossing feet", "verbal cues 2 times wide turns and not crossing feet"),
        ("VC for upright, avoid leaning on sink", "verbal cues for upright, avoid leaning on the sink"),
        ("VC to keep arch up, knee over 2nd toe", "verbal cues to keep arch up, knee over 2nd toe"),
        ("TC keep hips square, heel down on L", "tactile cues to keep hips square, heel down on the left"),
        ("VC keep chin down, shoulders back, L knee gave x1", "verbal cues to keep chin down, shoulders back"),
    ],
)
def test_what_it_asks_for_goes_on(text: str, cue: str) -> None:
    assert cue in cues(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("VC for wide turns, not following", "verbal cues for wide turns"),
        ("VC for wide turns + step taps 2x10", "verbal cues for wide turns"),
        ("VC for trunk rotation + TC at ribs", "verbal cues for trunk rotation"),
        ("VC for pacing, no carryover", "verbal cues for pacing"),
        ("VC for wide turns, turned 5x", "verbal cues for wide turns"),
        ("VC keep elbow in, shoulder up 3 of 5", "verbal cues to keep elbow in"),
        ("VC for posture, head forward", "verbal cues for posture"),
    ],
)
def test_what_was_done_or_given_is_another_piece(text: str, cue: str) -> None:
    assert cue in cues(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Cues for heel strike L, wider BOS.", "cues for heel strike left, wider base of support"),
        ("vc for breathing, pacing. RPE 11", "verbal cues for breathing, pacing"),
        ("vc for safety, balance", "verbal cues for safety, balance"),
        ("vc for posture, fatigue", "verbal cues for posture"),
        ("vc head-hips, hand placement", "verbal cues for head-hips, hand placement"),
        ("vc heel strike, upright posture, arm swing", "verbal cues for heel strike, upright posture, arm swing"),
        (
            "vc RLE fwd, push from chair not RW",
            "verbal cues for right lower extremity forward, push from a chair not rolling walker",
        ),
        ("vc posture, short step length", "verbal cues for posture"),
        ("vc heel strike, arm swing x10", "verbal cues for heel strike"),
        ("tc R knee, L foot clearance poor", "tactile cues to the right knee"),
        ("vc for step length, walking 50 ft", "verbal cues for step length"),
    ],
)
def test_one_more_thing_to_be_heeded_is_the_cues(text: str, cue: str) -> None:
    assert cues(text) == [cue]
