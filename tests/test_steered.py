"""One of two ways told for the other is found."""

import pytest

from rewriter.fidelity.sequences.steered import find_missteered
from tests.worded import both, shelf


def found(note: str, rewrite: str) -> bool:
    said, given = both(note, rewrite)
    return any(find_missteered(said, shelf(said).items, given, shelf(given).items))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Ergometer fwd/bkwd 5 min ea, shoulder pain w/ bkwd.",
            "Ergometry was forward and backward. Pain was in the shoulder with the forward direction.",
        ),
        (
            "Up/down 5 steps R rail, min A x1 descending only.",
            "Five steps up and down with the right rail; minimal assistance of one only going up.",
        ),
        (
            "Walks fwd and bkwd 20 ft, LOB x2 bkwd.",
            "The patient walked forward and backward 20 feet, and lost balance twice forward.",
        ),
    ],
)
def test_the_other_way_is_found(note: str, rewrite: str) -> None:
    assert found(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Ergometer fwd/bkwd 5 min ea, shoulder pain w/ bkwd.",
            "Ergometry was forward and backward. Pain was in the shoulder with the backward direction.",
        ),
        (
            "Up/down 5 steps R rail, min A x1 descending only.",
            "Five steps up and down with the right rail; minimal assistance of one only coming down.",
        ),
        (
            "Walks fwd and bkwd 20 ft, LOB x2 bkwd.",
            "Forward and backward, the patient walked 20 feet, with two losses of balance going backward.",
        ),
    ],
)
def test_the_same_way_is_silent(note: str, rewrite: str) -> None:
    assert not found(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite", "is_other"),
    [
        ("PROM ER 35, flex 130. Isos ER/IR x10.", "Passive internal rotation reached 35 degrees, flexion 130.", True),
        ("PROM ER 35, flex 130. Isos ER/IR x10.", "Passive external rotation reached 35 degrees, flexion 130.", False),
        (
            "Band ext rotation L 3x10 CGA. Stretch ext and int rotation x3.",
            "Band internal rotation, left, 3 sets of 10, contact guard.",
            True,
        ),
        ("Tape medial knee. Medial/lateral glides x6.", "Tape at the lateral knee. Medial and lateral glides.", True),
    ],
)
def test_inner_and_outer_front_and_back_are_not_told_for_each_other(note: str, rewrite: str, is_other: bool) -> None:
    assert found(note, rewrite) is is_other
