"""Exercises that have no name in the lexicon, by their dose."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Pendulums x20 each way", "treatment included pendulums for 20 repetitions each way"),
        ("Scap rows red TB x20", "scapular rows with red Theraband for 20 repetitions"),
        ("Passive flex x10", "treatment included passive flexion for 10 repetitions"),
    ],
)
def test_a_dose_tells_that_it_was_done(note: str, said: str) -> None:
    assert said in told(note)


@pytest.mark.parametrize(
    "note",
    [
        "HEP: pendulums x20",
        "Pendulums x20 at home",
        "Pendulums x20 last visit",
        "Spits puree x6",
        "Buckled x5",
        "R UE x8",
        "Passive flex x3",
        "No passive flex x10",
    ],
)
def test_what_may_not_have_been_done_here_stays_as_written(note: str) -> None:
    assert not [text for text in told(note) if text.startswith("treatment included")]
