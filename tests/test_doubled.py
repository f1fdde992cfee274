"""One side told as both."""

import pytest

from rewriter.fidelity.attached.doubled import find_doubled
from tests.worded import both, shelf


def _doubled(note: str, rewrite: str) -> list[str]:
    said, given = both(note, rewrite)
    found = find_doubled(said, shelf(said).items, given, shelf(given).items)
    return [" ".join(said.reading.words.low[first:last]) for first, last in found]


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (
            "Row x10, TC R scap, min A L hand.",
            "Ten rows with a tactile cue at the right and left scapulae, minimal assistance at the left hand.",
            ["right and left"],
        ),
        (
            "Splint L wrist at night. R knee aches.",
            "A splint is on each wrist at night. The right knee aches.",
            ["each"],
        ),
        ("Kneels thru R half kneel. L knee ok.", "Kneels through right or left half kneel.", ["right or left"]),
        (
            "NMES R ant tib, TC toes up.",
            "NMES on the anterior tibialis on both sides, tactile cue for toes up.",
            ["both"],
        ),
    ],
)
def test_both_sides_of_what_the_note_has_on_one_are_found(note: str, rewrite: str, found: list[str]) -> None:
    assert _doubled(note, rewrite) == found


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Elbow ext R -35, L -10.", "Extension of the right and left elbows was -35 and -10."),
        ("Taps R x5. Then taps L x5.", "Taps with the right and left foot, five each."),
        ("BUE support, then L hand only.", "Both hands gave support, then only the left hand."),
        ("Bird dog 2x6/side, pelvis rotates R.", "Bird dog, 2 x 6 on each side; the pelvis rotates to the right."),
        ("R knee pain. Knees stiff.", "Right knee pain. Both knees are stiff."),
    ],
)
def test_both_sides_that_the_note_may_mean_are_no_untruth(note: str, rewrite: str) -> None:
    assert _doubled(note, rewrite) == []
