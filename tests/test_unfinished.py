"""What was broken off is not told as completed, nor what was better as no better."""

import pytest

from rewriter.fidelity.contexts.unfinished import find_completed, find_no_better
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Trail Making B dc'd at 5 min.", "Part B of the Trail Making Test was completed at 5 minutes.", True),
        ("Trail Making B dc'd at 5 min.", "Part B of the Trail Making Test was discontinued at 5 minutes.", False),
        ("TUG aborted, knee buckled.", "The Timed Up and Go was finished.", True),
        ("Wall slides stopped at 6.", "Six wall slides were completed before stopping.", False),
        ("TUG 12 s. Wall slides stopped at 6.", "The Timed Up and Go was completed in 12 seconds.", False),
    ],
)
def test_a_thing_told_as_completed_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_completed(*both(note, rewrite))) is found


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Toe clearance better vs no AFO.", "Toe clearance was no better than without the AFO.", True),
        ("Toe clearance better vs no AFO.", "Toe clearance was better than without the AFO.", False),
        ("Grip no stronger today.", "Grip was no stronger today.", False),
        ("Balance worse EC.", "Balance was not worse with eyes closed.", True),
    ],
)
def test_no_better_told_of_better_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_no_better(*both(note, rewrite))) is found
