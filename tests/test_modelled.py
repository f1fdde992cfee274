"""A demonstration by who treats is a cue; what the patient demonstrates is a finding."""

import pytest

from tests.worded import drawn


def codes(note: str, said: str) -> set[str]:
    findings = drawn(note, said)
    return {item.code for item in findings if item.level == "error"}


@pytest.mark.parametrize(
    "said",
    [
        "The therapist demonstrated tandem stance at the sink with minimal assistance.",
        "Tandem stance was demonstrated by the PT. It was done at the sink with minimal assistance.",
    ],
)
def test_a_demonstration_that_nobody_told_of_is_an_invented_cue(said: str) -> None:
    assert codes("Tandem at sink, min A.", said) == {"FID107"}


def test_a_demonstration_that_was_told_of_may_not_be_left_out() -> None:
    said = "Tandem stance was done at the sink with minimal assistance."
    assert codes("Tandem at sink, min A. PT demo first.", said) == {"FID207"}


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Tandem at sink, poor balance.", "The patient demonstrated poor balance in tandem stance at the sink."),
        ("PT demonstrated poor balance in tandem.", "Balance was poor in tandem stance."),
        ("Tandem x3. Demo first.", "The therapist demonstrated first; tandem stance was done 3 times."),
    ],
)
def test_what_the_patient_demonstrates_is_no_cue(note: str, said: str) -> None:
    assert not codes(note, said) & {"FID107", "FID207"}
