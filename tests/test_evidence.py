"""What a piece shows to have been there: a mirror and a deed shown tell of no prompt."""

import pytest

from rewriter.reading.mentions import CUEING_THINGS
from tests.noted import facts
from tests.test_compose import composed


@pytest.mark.parametrize("text", ["mirror", "metronome", "demo", "floor tape", "video model"])
def test_a_thing_is_no_prompt(text: str) -> None:
    evidence = facts(f"{text} for posture")[0].evidence
    assert "kind:cue" in evidence
    assert evidence.isdisjoint({"cue:visual", "cue:auditory"})


@pytest.mark.parametrize("text", ["visual cue", "gestural cues", "auditory cues", "therapist demo", "picture cue"])
def test_a_prompt_is_one(text: str) -> None:
    assert not facts(f"{text} for posture")[0].evidence.isdisjoint({"cue:visual", "cue:auditory"})


@pytest.mark.parametrize(
    "text", ["lateral step down 3x8 mirror", "floor transfer x2 demo", "lunge x5, demo", "gait 40 ft metronome"]
)
def test_nobody_is_said_to_have_cued_by_it(text: str) -> None:
    assert "cued" not in composed(text)


def test_beside_words_it_is_told_with_them() -> None:
    assert "cued the patient through" in composed("reach x10 demo + vc")


def test_what_one_trains_with_is_named() -> None:
    assert {"mirror", "metronome"} <= CUEING_THINGS
