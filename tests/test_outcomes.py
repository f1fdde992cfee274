"""Goals: what the note has as not met must not be told as met, nor the reverse."""

import pytest

from rewriter.fidelity.contexts.outcomes import find_misjudged
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("LTG 150 ft CGA not met.", "The long-term goal of 150 feet at contact guard is met.", True),
        ("LTG 150 ft CGA not met.", "The long-term goal of 150 feet at contact guard has not yet been met.", False),
        (
            "Goal: classroom to bus w/o rest, not met.",
            "The goal of going from classroom to bus without a rest has been met.",
            True,
        ),
        (
            "Drinks from cup no leak, goal met.",
            "The patient drinks from a cup without a leak, so that goal has been met.",
            False,
        ),
        ("STG 1 stairs met, STG 2 tub ongoing.", "The stairs goal is met and the tub goal is ongoing.", False),
        ("Goal dressing I: not met.", "Met with the family about the dressing goal.", False),
    ],
)
def test_a_goal_told_with_the_other_outcome_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_misjudged(*both(note, rewrite))) is found
