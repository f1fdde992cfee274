"""Swaps: a thing in the place of one that is left out is found; where nothing is left out, nothing is."""

import pytest

from rewriter.fidelity.rewording.partners import Held, find_unpartnered
from rewriter.fidelity.wordings.swaps import find_swaps
from tests.worded import PACK, both


def swaps(source: str, rewrite: str) -> list[tuple[str, str]]:
    """Return (word of the rewrite, word of the note that it stands for)."""
    said, note = both(source, rewrite)
    lost = find_unpartnered(note, Held((said,)), PACK)
    return [
        (said.reading.words.low[said.place[swap.said]], note.reading.words.low[note.place[swap.meant]])
        for swap in find_swaps(said, note, lost)
    ]


@pytest.mark.parametrize(
    ("source", "rewrite", "found"),
    [
        ("TC trunk during squats. ball at knee", "TC knee during squats. Ball at knee.", ("knee", "trunk")),
        ("VC trunk, tap knee. elbow rest", "VC elbow, tap knee. Elbow rest.", ("elbow", "trunk")),
        ("taping quads. massage calf", "Taping calf. Massage calf.", ("calf", "quadriceps")),
        ("towel on shelf. cup on tray", "Cup on shelf. Cup on tray.", ("cup", "towel")),
        ("lift crate. push sled", "Lift sled. Push sled.", ("sled", "crate")),
        ("dressing on bed. toileting on commode", "Toileting on bed. Toileting on commode.", ("toileting", "dressing")),
    ],
)
def test_a_thing_in_anothers_place_is_found(source: str, rewrite: str, found: tuple[str, str]) -> None:
    assert swaps(source, rewrite) == [found]


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("lift crate. push sled", "Lift crate. Push sled."),
        ("lift crate. push sled", "Push sled. Lift crate."),  # nothing is left out
        ("lift crate. push sled", "Push sled."),  # left out, and nothing put there
        ("lift crate. push sled", "Lift wagon. Push sled."),  # what the note has nowhere is no swap
        ("lift crate. push sled", "Lift it. Push sled."),
        ("VC trunk, tap knee. elbow rest", "Tap knee. Elbow rest."),
        ("lift crate, lift sled. push sled", "Lift sled. Push sled."),  # the note has it there too
        ("towel on shelf. tremor on tray", "Tremor on shelf. Tremor on tray."),  # of another kind
        ("lift crate. push sled", "Lift it. Push sled. Sled wobbles."),  # among other words
    ],
)
def test_other_changes_are_no_swap(source: str, rewrite: str) -> None:
    assert swaps(source, rewrite) == []
