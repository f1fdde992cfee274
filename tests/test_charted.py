"""Who wrote the record meanwhile: not left out, and not told of another."""

import pytest

from rewriter.fidelity.attached.charted import find_left_out_charting, find_other_charting
from tests.worded import both

NOTE = "tech did wobble board 15 min while I charted"


def test_charting_left_out_is_found() -> None:
    assert find_left_out_charting(*both(NOTE, "A technician did the wobble board for 15 minutes.")) is not None


def test_charting_told_of_another_is_found() -> None:
    assert list(find_other_charting(*both(NOTE, "I did the wobble board for 15 minutes while the tech charted.")))


@pytest.mark.parametrize(
    "rewrite",
    [
        "A technician did the wobble board while the therapist documented.",
        "While I wrote my notes, a technician did the wobble board.",
        "A technician did the wobble board, charting being done by me meanwhile.",
    ],
)
def test_charting_in_other_words_is_none(rewrite: str) -> None:
    said, note = both(NOTE, rewrite)
    assert find_left_out_charting(said, note) is None
    assert not list(find_other_charting(said, note))


@pytest.mark.parametrize(
    ("rewrite", "found"),
    [
        ("The tech did the wobble board for 15 minutes. One unit was recorded.", True),
        ("The tech did the wobble board for 15 minutes while I recorded notes.", False),
    ],
)
def test_what_was_recorded_is_no_charting(rewrite: str, found: bool) -> None:
    left_out = find_left_out_charting(*both("tech did wobble board 15 min while I charted. 97112x1", rewrite))
    assert (left_out is not None) is found
