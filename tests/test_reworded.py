"""A sign, a figure or one word of a note told in a few plain words."""

import pytest

from rewriter.fidelity import compare
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()


def _errors(note: str, text: str) -> list[str]:
    found = compare([read(note, PACK, None)], read(text, PACK, None), Visit(minutes=None), PACK)
    return [item.text for item in found if item.level == "error"]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            "R TKA POD 24. Pain 4/10 amb.",
            "Twenty-four days following right total knee arthroplasty, pain walking 4/10.",
        ),
        ("Husband watched, no hands-on.", "The husband observed only."),
        ("SLS on L w/ fingertip.", "Standing on the left leg only, with fingertip support."),
        ("3x15 LAQ 3#.", "Long arc quads against a 3-pound load, three sets of fifteen."),
        ("Supine AAROM w/ dowel flex 2x10", "Dowel active-assisted flexion on the back, two sets of 10."),
        ("LBP w/ R LE sx to calf.", "Low back pain with right leg symptoms reaching the calf."),
        ("tandem 10 ft, CGA.", "Tandem for 10 ft with contact guarding, a guarding hand in contact."),
        ("12 stairs R rail, SBA up, CGA down.", "Stairs x 12 with right rail: ascends SBA, descends CGA."),
        ("VOR x1: dizzy 5/10, back to 2 in 1 min.", "VOR x1 brought dizziness to 5/10, settling to 2 in a minute."),
        (
            "SB transfer w/c<>mat, mod A.",
            "Slide board transfers between the wheelchair and the mat, moderate assistance.",
        ),
        ("bridges 3x10.", "Bridges, three lots of ten."),
        ("index 7mm.", "The index was 7 millimetres."),
        ("HHA absent today.", "The aide was absent today."),
        ("splint 2h on/2h off.", "A splint schedule of 2 hours on and 2 hours off."),
    ],
)
def test_plain_words_for_a_sign_or_a_figure_are_no_claim(note: str, text: str) -> None:
    assert _errors(note, text) == []


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("R TKA POD 24. Pain 4/10 amb.", "Day 14 after right total knee arthroplasty. Pain 4/10 with walking."),
        ("Husband watched.", "The husband observed only the left leg."),
        ("gait 80 ft. stairs x6.", "Walked 80 ft only. Six stairs."),
        ("3x15 LAQ 3#.", "Long arc quads against a 5-pound load, three sets of fifteen."),
        ("3x15 LAQ.", "Long arc quads against a load, three sets of fifteen."),
        ("Supine AAROM w/ dowel flex 2x10", "Dowel active-assisted flexion in sitting, two sets of 10."),
        ("LBP w/ R LE sx to calf.", "Low back pain with right leg symptoms reaching the foot."),
        ("tandem 10 ft, CGA.", "Tandem for 10 ft, contact guard assistance, with hands-on prompts."),
        ("12 stairs R rail, SBA up.", "Stairs x 12 with right rail: descends SBA."),
        ("bridges 3x10.", "Bridges, three sets of ten, a lot of pain."),
        ("NWB R. red area, blanchable.", "Non-weight-bearing on the right. A red area, non-blanchable."),
        ("goal 1250 not yet. IS use 750 mL", "Incentive spirometer 750 mL; the goal of 1250 has been reached."),
    ],
)
def test_plain_words_for_another_thing_are_found(note: str, text: str) -> None:
    assert _errors(note, text)
