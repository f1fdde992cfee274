"""Both told for one of two, and one for both."""

import pytest

from rewriter.fidelity.attached.bothways import find_parted, find_widened
from tests.worded import both, shelf


def found(note: str, rewrite: str) -> bool:
    said, given = both(note, rewrite)
    return any(find_parted(said, given)) or any(find_widened(said, shelf(said), given, shelf(given)))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Rollator brakes, pt forgot both brakes 2 of 4 sits.",
            "The patient forgot one of the rollator brakes on two of four sits.",
        ),
        ("Made 2 errors, corrected 1 herself.", "The patient made two errors and corrected both of them."),
        (
            "Kneel R up 15 s, L up 6 s w/ mod A trunk.",
            "Kneeling was held 15 seconds with the right up and 6 with the left up, both with moderate assistance.",
        ),
    ],
)
def test_one_for_both_is_found(note: str, rewrite: str) -> None:
    assert found(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Rollator brakes, pt forgot both brakes 2 of 4 sits.", "The patient forgot both brakes on two of four sits."),
        ("Made 2 errors, corrected 1 herself.", "The patient made two errors and corrected one of them."),
        ("Made 2 errors, corrected both.", "The patient made two errors and corrected both of them."),
        (
            "Kneel R up 15 s, L up 6 s, mod A.",
            "Kneeling was held 15 seconds with the right up and 6 with the left up, both with moderate assistance.",
        ),
        ("Both feet cold.", "Both feet were cold, one of the patient's complaints."),
    ],
)
def test_the_same_is_silent(note: str, rewrite: str) -> None:
    assert not found(note, rewrite)
