"""One of a pair is a side that was not told, where the note names the same with a side."""

import pytest

from rewriter.fidelity.attached.onesided import find_one_sided
from rewriter.fidelity.texts.modifiers import find_modifiers
from tests.worded import PACK, both

GRIP = "Grip R 40#, L 62#. Wrist ext L 35."
BRACES = "B AFOs on. R toe drag. Sits w/ 1 hand support."
CALF = "Stretch R calf 30 s x3. Cold L foot, MD aware."
ARMS = "Caught self w/ BUE on rail x2. Knee L weak."


def one_sided(note: str, rewrite: str) -> list[str]:
    """Return the words that tell of one of a pair."""
    said, source = both(note, rewrite)
    low = said.reading.words.low
    return [" ".join(low[one.first : one.last]) for one in find_one_sided(said, source, find_modifiers(source, PACK))]


@pytest.mark.parametrize(
    ("note", "rewrite", "words"),
    [
        (GRIP, "Grip was 40 pounds on one side and 62 pounds on the other. Left wrist extension was 35.", "one side"),
        (BRACES, "An ankle-foot orthosis was worn on one leg. The right toe drags.", "one leg"),
        (CALF, "The right calf was stretched. One foot is cold, and the physician knows.", "one foot"),
        (CALF, "A single calf was stretched for 30 seconds. The left foot is cold.", "single calf"),
        (ARMS, "The patient caught the rail with one arm twice. The left knee is weak.", "one arm"),
    ],
)
def test_one_of_a_pair_for_a_side_is_found(note: str, rewrite: str, words: str) -> None:
    assert one_sided(note, rewrite) == [words]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (GRIP, "Grip was 40 pounds on one side, the right, and 62 pounds on the left."),
        (BRACES, "Both ankle-foot orthoses were on. The patient sits with one hand for support."),
        ("SLS L 9 s.", "Standing on one leg, the left, was held for nine seconds."),
        ("Quadruped arm lifts R then L x5.", "On hands and knees one arm was lifted and then the other, five times."),
        ("Unilateral hip work L.", "One hip was worked."),
        (
            "Marching with one hand on rail x20, R knee sore.",
            "Twenty marches with one hand on the rail; right knee sore.",
        ),
    ],
)
def test_one_that_is_told_or_is_the_notes_own_is_silent(note: str, rewrite: str) -> None:
    assert not one_sided(note, rewrite)
