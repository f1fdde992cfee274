"""Shelf: a modifier is found by its value, however written; another value is a rival."""

import pytest

from rewriter.fidelity.texts.modifiers import FIGURE, PERSON, SIDE, find_modifiers
from rewriter.fidelity.texts.shelf import Shelf, agree
from tests.worded import PACK, terms


def shelf(text: str) -> Shelf:
    return Shelf(find_modifiers(terms(text, source=True), PACK))


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("held 20 s", "20 second hold", FIGURE, True),
        ("JPE 4.0", "error of 4 degrees", FIGURE, True),
        ("held 20 s", "held 30 s", FIGURE, False),
        ("right knee", "both knees", SIDE, True),  # both sides are either
        ("right knee", "left knee", SIDE, False),
        ("rehab aide present", "aide present", PERSON, True),
        ("dad present", "father present", PERSON, True),
        ("aide present", "student present", PERSON, False),
    ],
)
def test_two_modifiers_agree_by_value(one: str, other: str, kind: str, same: bool) -> None:
    left, right = (next(item for item in shelf(text).items if item.kind == kind) for text in (one, other))
    assert agree(left, right) is same
    assert (right in shelf(other).same(left)) is same


def test_a_rival_has_another_value_of_the_same_class() -> None:
    held = shelf("R knee 3x10")
    item = next(item for item in held.items if item.kind == SIDE)
    assert [other.value for other in shelf("L knee, 20 s").rivals(item)] == ["left"]


def test_the_figure_at_a_word_is_found() -> None:
    held = shelf("held 20 s")
    found = held.at(1)
    assert found is not None
    assert found.value == "20"
    assert held.at(0) is None
