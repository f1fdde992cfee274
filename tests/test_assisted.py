"""Help told in one breath with what it was given for is a sentence about the patient, and nobody else."""

import pytest

from tests.noted import sentences as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("eyes closed 8 s CGA", "patient required contact guard assistance with eyes closed 8 seconds"),
        ("bra min A", "patient required minimal assistance for bra"),
        ("trunk max A x2", "patient required maximal assistance x2 for trunk"),
        ("to L mod A", "patient required moderate assistance to the left"),
        ("by end min A", "patient required minimal assistance by end"),
        ("sock aid and LHSH mod I", "patient was modified independent with sock aid and long handled shoe horn"),
        ("indep w/ HEP", "patient was independent with home exercise program"),
        ("rolls L indep, R mod A", "patient rolls left independent, right with moderate assistance"),
    ],
)
def test_the_help_is_told_of_the_patient(note: str, said: str) -> None:
    assert told(note) == [said]


@pytest.mark.parametrize(
    "note",
    [
        "HHA mod A",
        "PT at R side min A",
        "was mod A, now min A",
        "baseline mod I",
        "dynamic mod A",
        "not indep w/ HEP",
        "4/10 min A",
    ],
)
def test_another_person_or_another_time_stays_as_written(note: str) -> None:
    assert not any(said.startswith("patient") for said in told(note))
