"""Who kept the patient from falling: alone is not caught."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("LOB x2, self-recovered.", "Loss of balance occurred twice; the patient recovered without help."),
        ("LOB x2, self-recovered.", "Two losses of balance, which the patient regained without assistance."),
        ("LOB x2, self-recovered.", "The patient lost balance twice and recovered independently."),
        ("LOB x2, self-recovered.", "The patient lost balance twice and caught himself."),
        ("LOB x2, self-recovered.", "The patient lost balance twice, recovering on her own each time."),
        ("LOB x2, self-recovered.", "Two losses of balance, each corrected by the patient himself."),
        ("LOB x2, self-corrected.", "The patient lost balance twice and recovered without help."),
    ],
)
def test_a_recovery_alone_is_told_in_other_words(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("LOB x2, self-recovered.", "The patient lost balance twice and was caught by the therapist."),
        ("LOB x2, self-recovered.", "The patient lost balance twice and needed help to recover."),
        ("LOB x2, self-recovered.", "Loss of balance occurred twice; the patient did not recover."),
    ],
)
def test_a_rescue_by_somebody_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite", "wrong"),
    [
        ("LOB x3, recovered w UEs 2/3.", "Balance was lost three times, recovered by the PT with the UEs 2/3.", True),
        ("LOB x3, recovered w UEs 2/3.", "Balance was lost three times, recovered with the UEs 2/3.", False),
        ("LOB x3, recovered w min A.", "Balance was lost three times, recovered with minimal assistance.", False),
    ],
)
def test_who_recovered_with_the_arms_recovered_alone(note: str, rewrite: str, wrong: bool) -> None:
    assert ("FID130" in error_codes(note, rewrite)) is wrong
