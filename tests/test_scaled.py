"""A bare score of a note is the one told with its scale; another score, or another scale, is not."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Pain 3>4/10", "Pain went from 3/10 to 4/10."),
        ("Pain 4 pre, 5 post", "Pain was 4/10 before and 5/10 afterwards."),
        ("Berg 44 (39 eval)", "The Berg Balance Scale score was 44/56, up from 39/56 at evaluation."),
        ("MoCA 21", "The MoCA score was 21/30."),
        ("strength L DF 2+, PF 3", "Strength of the left ankle was 2+/5 in dorsiflexion and 3/5 in plantar flexion."),
        ("pain 5/10, 2 w/ brace", "Pain was 5/10, and 2/10 with the brace."),
        ("sx 3→5/10, back to 3 in 1 min.", "Symptoms rose from 3/10 to 5/10 and were back to 3/10 in a minute."),
    ],
)
def test_a_score_may_be_told_with_its_scale(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Pain 3>4/10", "Pain went from 4/10 to 3/10."),
        ("Pain 4 pre, 5 post", "Pain was 5/10 before and 4/10 afterwards."),
        ("Berg 44 (39 eval)", "The Berg Balance Scale score was 39/56, and 44/56 at evaluation."),
        ("Pain 4 pre", "Pain was 4/5 before."),
        ("Pain 4 pre", "Pain was 6/10 before."),
        ("pain w/ 3 steps", "Pain was 3/10 on steps."),
    ],
)
def test_another_score_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
