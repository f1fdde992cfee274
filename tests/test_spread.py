"""What the note means by each, by the rest or by both is no other value; what it does not is found."""

import pytest

from rewriter.fidelity import compare
from rewriter.reading import read
from rewriter.visit import Visit
from tests.worded import PACK

_CODES = ("FID101", "FID102", "FID125", "FID201", "FID202")


def accused(note: str, rewrite: str) -> list[str]:
    """Return the words of the rewrite whose figure or side is not found in the note."""
    findings = compare([read(note, PACK)], read(rewrite, PACK), Visit(), PACK)
    return [item.text for item in findings if item.code in _CODES and item.level == "error"]


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Hurdles fwd + lateral x10 ea, CGA. LOB fwd x1.", "Hurdles 10 times forward and 10 times laterally with CGA. "
         "Balance was lost forward once."),
        ("STS 18 in chair x8, mod A first 3, then CGA.", "Eight sit-to-stands from an 18-inch chair. The first three "
         "took moderate assistance, the other five contact guard."),
        ("Arm bike 6 min, 3 fwd/3 back.", "Arm bike for 6 minutes, forward and back, 3 minutes each."),
        ("Ball toss, caught 10/15 bilat, VC to use L hand.", "In ball tosses 10 of 15 were caught with both hands, "
         "with verbal cues to use the left hand."),
        ("L adh capsulitis, flex 110. R shldr WNL.", "Capsulitis of the left shoulder; flexion was 110. The right "
         "shoulder is within normal limits."),
        ("SLS: R 4 touchdowns, L 1.", "Single-leg stance: the right leg touched down four times and the left once."),
        ("Stretch HS 3x30 s daily.", "Stretch the hamstrings 3 x 30 s each day."),
        ("Edema L 1.2 cm > R.", "Edema on the left exceeded the right by 1.2 cm."),
    ],
)  # fmt: skip
def test_what_the_note_means_is_silent(note: str, rewrite: str) -> None:
    assert accused(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "STS x8, mod A first 3, then CGA.",
            "Eight sit-to-stands: three with moderate assistance, the other four CGA.",
        ),
        ("L adh capsulitis, flex 110. R shldr WNL.", "Capsulitis of the right shoulder; flexion was 110."),
        ("SLS: R 4 touchdowns, L 1.", "In single-leg stance the right leg touched down once and the left four times."),
        ("Edema L 1.2 cm > R.", "Edema on the right exceeded the left by 1.2 cm."),
        ("Stretch HS 3x30 s daily.", "Stretch the hamstrings 3 x 20 s each day."),
    ],
)
def test_what_it_does_not_is_found(note: str, rewrite: str) -> None:
    assert accused(note, rewrite)
