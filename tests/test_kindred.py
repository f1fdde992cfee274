"""What only stands beside a goal or beside a former figure is not of its context."""

import pytest

from tests.worded import error_codes as errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "SNF, COPD. Son wants assisted living.",
            "The patient has COPD and resides in a skilled nursing facility. The son wants assisted living.",
        ),
        (
            "TUG 14 s, was 18 at eval, no stairs, tired.",
            "The TUG was 14 seconds, compared with 18 at evaluation. No stairs were done, as the patient was tired.",
        ),
    ],
)
def test_what_stands_beside_is_of_today(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


def test_a_goal_told_as_so_is_untrue() -> None:
    assert errors("Son wants assisted living.", "The patient lives in assisted living.")
