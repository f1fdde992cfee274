"""A single verb among facts that are all accounted for only shades what is told."""

import pytest

from tests.worded import error_codes as errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Busy carpet hall 5/10, rest 2 min.", "A hall with busy carpet pushed it to 5/10; a 2-minute rest followed."),
        ("Cones to shelf x10, R hand.", "Ten cones were pressed onto the shelf with the right hand."),
        ("Coin pickup mat x12.", "Twelve coins were lifted from the mat."),
    ],
)
def test_a_word_that_shades_is_no_error(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Step taps on foam x10.", "Ten step taps were done on gravel."),
        ("Goal: amb to mailbox.", "The goal of ambulating to the mailbox was met."),
        ("Screen for delirium negative.", "The screen for delirium was positive."),
        ("Stood at counter 4 min.", "The patient stood at the counter for 4 minutes and marched in place."),
        ("Wife ordering LH sponge.", "The wife has bought a long-handled sponge."),
        ("3x15 LAQ.", "Long arc quads against a load, three sets of fifteen."),
        ("Cylindrical grip training 5 min.", "Scissor grip training was done for 5 minutes."),
    ],
)
def test_a_word_with_a_fact_of_its_own_stays_an_error(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)
