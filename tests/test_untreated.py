"""What helped, fell away, came before or was needed names a thing done, and is no treatment."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    [
        "2 falls in Nov, both turning from sink",
        "3 falls since Oct turning in kitchen",
        "took break on swing",
        "had trouble turning to L",
        "raised bed 2 in w risers",
        "HOB 30",
        "wide arc turns with counting worked best",
        "turns w/ count out loud best",
        "metronome helped a lot",
        "Walks dog 20 min daily",
        "bike 15 min most days at gym",
        "clams nightly",
        "step over up",
        "heels lift",
        "step through on descent",
        "metronome 96 bpm didnt help much today",
        "laser line no help",
        "metronome no use today",
        "mirror no good",
        "floor laser no luck",
        "floor tape made no change",
        "rest needed VC",
        "still needs cue most times",
        "skilled cueing required for midline orientation",
        "VC fewer than before",
        "1 cue vs 4 cues",
        "Won't chase EC foam further",
        "rolled slightly into inversion on rep 4 lateral hop",
        "turning not addressed today d/t fatigue",
        "held standing hip ext",
        "foam EC held",
        "falls prevention edu",
        "limit sitting to 30 min",
        "avoid squats below 60 deg",
        "keep walking 10 min daily",
        "stayed seated 8 min",
        "remained standing 3 min",
        "desens helped to 2",
        "metronome helped to 4/10",
        "walks hall w/o bumping L",
        "level surface",
        "STS no, firm surface",
        "heel raises no, calf sore",
        "step ups no",
        "carpet and tile",
        "low chair",
    ],
)
def test_what_tells_of_no_treatment_is_none(text: str) -> None:
    facts = find_facts(read(text, PACK), PACK)
    assert {fact.kind for fact in facts}.isdisjoint({"activity", "cue", "action"})
    theirs = ("took break", "walks hall")  # told of the patient as such
    assert all(fact.form != "patient" or fact.surface.startswith(theirs) for fact in facts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("STS x5 helped by PT", "activity"),
        ("fall recovery practice x3", "activity"),
        ("marching in place x20", "activity"),
        ("held tandem 30 s x2", "activity"),
        ("step up 6 in x10", "activity"),
        ("VC as needed", "cue"),
        ("VC more than 50%", "cue"),
        ("mirror for midline", "cue"),
        ("airex", "activity"),
        ("carpet 40 ft x2", "activity"),
    ],
)
def test_what_was_given_stays_a_treatment(text: str, kind: str) -> None:
    assert [fact.kind for fact in find_facts(read(text, PACK), PACK)] == [kind]
