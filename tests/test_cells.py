"""A text is read in cells, each with its things."""

import pytest

from rewriter.fidelity.sequences.cells import are_alike, find_things
from tests.worded import both, shelf


def cells(rewrite: str) -> list[list[str]]:
    """Return the words of the things of each cell."""
    said, _ = both("", rewrite)
    found: dict[int, list[str]] = {}
    for thing in find_things(said, shelf(said).items):
        found.setdefault(thing.cell, []).append(" ".join(said.reading.words.low[thing.first : thing.last]))
    return list(found.values())


@pytest.mark.parametrize(
    ("rewrite", "count"),
    [
        ("Doors opened in 4 seconds and drawers in 9.", 2),
        ("In the dayroom, names were tracked for 11 minutes.", 1),
        ("With the reacher 4 of 6 socks were lifted, with the tongs 2 of 6.", 2),
        ("Lower body dressing took the reacher and the sock aid.", 1),
        ("Verbal cues while walking.", 1),
        ("Edema was 3+ plantar.", 1),
    ],
)
def test_marks_and_joints_part_what_is_not_alike(rewrite: str, count: int) -> None:
    assert len(cells(rewrite)) == count


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("figure duration", "figure number", True),
        ("figure duration", "figure angle", False),
        ("person", "patient", True),
        ("", "", False),
        ("up/down", "up/down", True),
    ],
)
def test_what_is_of_one_class_is_alike(one: str, other: str, alike: bool) -> None:
    assert are_alike(one, other) == alike
