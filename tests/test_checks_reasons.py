"""A reason that a note gives without a word of cause."""

import pytest

from rewriter.checks.case import Case
from rewriter.checks.reasons import has_reason, is_met
from rewriter.reading import read
from rewriter.visit import Visit
from tests.judged import PACK


def told(text: str) -> bool:
    return has_reason(Case(read(text, PACK), None, Visit(), PACK))


@pytest.mark.parametrize(
    "text",
    [
        "Stance 4x20 s mod A x1 (posterior lean)",
        "Step taps 2x10, TC hip - scissoring",
        "Sit EOB 5 min. Retropulsion - corrected w/ mirror",
        "Sit EOB 5 min. Lateral lean, improves with tactile cues",
        "Foam stance 3x20 s min A catches LOB",
        "Doorway walking x6, freezing in doorway 5 -> 2",
        "Cup reach x10. Dysmetria less than Tues",
    ],
)
def test_it_is_told(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Step taps 2x10 with VC. Ataxia.",
        "Step taps 2x10 with VC. No loss of balance.",
        "Foam stance CGA, tandem 3x20 s, veers left",
        "Step taps 2x10",
    ],
)
def test_it_is_not_told(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Bench sit reach, R harder -> assist at pelvis", True),
        ("shrugging, so tactile top R shldr", True),
        ("knee snaps back so TC at hamstring", True),
        ("STS x5 mod A -> min A", False),
        ("reps 8 -> 10, vc", False),
        ("so tired today", False),
    ],
)
def test_help_answers_what_showed(text: str, answered: bool) -> None:
    assert told(text) is answered


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Amb 25 ft, PT blocking R knee, buckled x3", True),
        ("Cones x4 with 1 loss of balance L, min A to recover", True),
        ("LOB post x2, caught by PT", True),
        ("Step taps x20, VC. LOB x2.", False),
        ("LOB x2, self caught", False),
        ("LOB x2, self recovered with step", False),
    ],
)
def test_hands_meet_a_deficit(text: str, met: bool) -> None:
    assert is_met(Case(read(text, PACK), None, Visit(), PACK)) is met
