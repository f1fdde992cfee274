"""A denial of the rewrite's own is found; one that tells the note's in other words is not."""

import pytest

from tests.worded import drawn


def denied(source: str, rewrite: str) -> bool:
    return any(item.code == "FID121" for item in drawn(source, rewrite))


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        (
            "STS 18in chair x10 no UE. SPC L hand.",
            "10 sit-to-stands from an 18-inch chair, hands not used. SPC in L hand.",
        ),
        ("electrodes moved x1 poor contraction", "Electrodes moved once because it was not contracting well."),
        ("VC no SCM", "Verbal cues to keep SCM out of it."),
        ("Shower goal (SBA) not met", "The shower goal, set at stand-by assist, has not been met."),
        ("Reg solids, ok.", "Regular solid food was managed without a problem."),
        ("Stairs went fine.", "The stairs were managed without difficulty."),
    ],
)
def test_a_denial_in_other_words_is_none_of_its_own(source: str, rewrite: str) -> None:
    assert not denied(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("L knee keeps giving out. SLS R.", "The left knee is not giving out. SLS on the right."),
        ("VC no SCM", "Verbal cues to use SCM."),
        ("No pillow under knee", "A pillow goes under the knee."),
        ("Shower goal (SBA) not met", "The shower goal, set at stand-by assist, has been met."),
        ("Reg solids, slow.", "Regular solid food was managed without a problem."),
    ],
)
def test_a_denial_added_or_taken_away_is_found(source: str, rewrite: str) -> None:
    assert denied(source, rewrite)
