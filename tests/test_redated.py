"""Today and before: what changed its day is found, what kept it, or says none, is not."""

import pytest

from rewriter.fidelity.contexts.redated import find_redated
from tests.worded import both, shelf


def redated(source: str, rewrite: str) -> bool:
    said, note = both(source, rewrite)
    given, stated = shelf(note), shelf(said)
    return any(find_redated(said, note, stated, given))


@pytest.mark.parametrize(
    ("source", "rewrite", "wrong"),
    [
        ("Fell last wk in kitchen. VC gait.", "During the session the patient fell in the kitchen.", True),
        ("Child crawled today on the mat.", "Last week the child crawled on the mat.", True),
        ("Fell last wk in kitchen. VC gait.", "Last week the patient fell in the kitchen.", False),
        ("Fell last wk in kitchen. VC gait.", "The patient fell in the kitchen.", False),
        ("Fell in kitchen. VC gait.", "Today the patient fell in the kitchen.", False),
    ],
)
def test_a_part_told_of_another_day_is_found(source: str, rewrite: str, wrong: bool) -> None:
    assert redated(source, rewrite) is wrong
