"""All or none told of what the note counts some of is found; the count itself, however told, is silent."""

import pytest

from rewriter.fidelity.attached.some import find_uncounted
from tests.worded import both, shelf


def uncounted(note: str, rewrite: str) -> bool:
    """Tell whether the rewrite is found to tell all or none of what the note counts some of."""
    said, given = both(note, rewrite)
    return any(find_uncounted(said, shelf(said).items, given, shelf(given).items))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Recalled 2/3 precautions.", "All three precautions were recalled."),
        ("Named 3/5 items w/ VC.", "With verbal cues all of the items were named."),
        (
            "FOG x3 at doorway, self-recovered 1.",
            "Of three freezes at the doorway, all self-recovered.",
        ),
        ("Pillbox 5 errors, corrected 2.", "Of five errors in the pillbox, none were corrected."),
        ("Caught 4/10 tosses.", "Every toss was caught."),
        ("LOB x2 to R, self corrected 1.", "Balance was lost twice to the right, neither of which was self-corrected."),
        ("Stairs x6, 1 rail.", "Six stairs were taken with both rails."),
    ],
)
def test_all_or_none_of_some(note: str, rewrite: str) -> None:
    assert uncounted(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Recalled 2/3 precautions.", "Of all three precautions, two were recalled."),
        ("Named 3/5 items w/ VC.", "All of the items but two were cued, and 3/5 were named."),
        ("LOB x2 to R, self corrected 1.", "Both losses of balance were to the right, and one was self-corrected."),
        ("Burning B hands 6/10.", "Both hands burn at 6/10."),
        ("Ball toss x5, recovered w BUE 3/5.", "Of five, three were recovered with both arms."),
        ("HA 5/10 pre and post.", "Headache was 5/10 both before and after."),
        ("Step taps 10/10.", "All ten taps were done."),
    ],
)
def test_counts_that_are_told(note: str, rewrite: str) -> None:
    assert not uncounted(note, rewrite)
