"""What was missed told as found, and the reverse."""

import pytest

from rewriter.fidelity.sequences.scored import find_misscored
from tests.worded import both, shelf


def found(note: str, rewrite: str) -> bool:
    said, given = both(note, rewrite)
    return any(find_misscored(said, shelf(said), given, shelf(given)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Star cancellation, missed 7/20 targets.", "On star cancellation the patient found 7 of the 20 targets."),
        ("Recalled 3/5 words.", "The patient missed 3 of 5 words."),
        ("Pegs: dropped 4/10.", "Four of ten pegs were caught."),
        ("Scan board, found 9/15.", "On the scan board, 9 of 15 were overlooked."),
    ],
)
def test_the_other_outcome_is_found(note: str, rewrite: str) -> None:
    assert found(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Star cancellation, missed 7/20 targets.", "On star cancellation 7 of the 20 targets were overlooked."),
        ("Star cancellation, missed 7/20 targets.", "Seven of the 20 targets were not found."),
        ("Recalled 3/5 words.", "The patient remembered three of five words."),
        ("Missed 6/15.", "Nine of 15 were found."),
    ],
)
def test_the_same_outcome_is_silent(note: str, rewrite: str) -> None:
    assert not found(note, rewrite)
