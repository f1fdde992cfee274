"""What the writer took back and said anew at once has the new value in its place."""

import pytest

from tests.worded import error_codes

STANCE = "we did single leg stance on the left scratch that the right knee, eight seconds"


@pytest.mark.parametrize(
    ("note", "rewrite", "wrong"),
    [
        (STANCE, "Single-leg stance was done on the right for eight seconds.", False),
        (STANCE, "Single-leg stance was done on the right knee for eight seconds.", False),
        (STANCE, "Single-leg stance was done on the left for eight seconds.", True),
        (STANCE, "Single-leg stance was done on the left knee for eight seconds.", True),
    ],
)
def test_the_new_value_is_told_of_what_the_old_one_was(note: str, rewrite: str, wrong: bool) -> None:
    assert ("FID102" in error_codes(note, rewrite)) is wrong
