"""A row of values in another order is found; a row whose values are named is not."""

import pytest

from rewriter.fidelity.sequences.listed import find_reordered
from tests.worded import both, shelf


def found(note: str, rewrite: str) -> bool:
    said, given = both(note, rewrite)
    return any(find_reordered(said, shelf(said).items, given, shelf(given).items))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Plank 22 s, 35 s, 18 s.", "Three planks lasted 35, 22 and 18 seconds."),
        ("Stood x3, 40s 55s 30s.", "Three stands lasted 30, 55 and 40 seconds."),
        ("Jumps 12, 9, 14 in.", "Jumps were 14, 12 and 9 inches."),
    ],
)
def test_another_order_is_found(note: str, rewrite: str) -> None:
    assert found(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Plank 22 s, 35 s, 18 s.", "Planks lasted 22, 35 and 18 seconds."),
        ("Plank 22 s, 35 s, 18 s.", "The best of the planks of 35, 22 and 18 seconds."),
        ("Hip 3/5, knee 4/5, ankle 5/5.", "Ankle, knee and hip were 5/5, 4/5 and 3/5, respectively."),
        ("Plank 22 s, 35 s.", "Planks lasted 35 and 22 seconds."),
    ],
)
def test_the_same_order_or_named_values_are_silent(note: str, rewrite: str) -> None:
    assert not found(note, rewrite)
