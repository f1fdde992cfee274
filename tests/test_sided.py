"""Sides and the values beside them: the same pair in another construction is known, a swapped one is not."""

import pytest

from rewriter.fidelity.rewording.sided import has_its_value, is_side
from rewriter.fidelity.texts.modifiers import SIDE, find_modifiers
from tests.worded import PACK, both, shelf, terms


@pytest.mark.parametrize(
    ("source", "rewrite", "kept"),
    [
        ("JPE R rot 7.1 deg, L 4.0", "7.1 degrees from right rotation and 4.0 degrees from left rotation.", True),
        ("JPE R rot 7.1 deg, L 4.0", "4.0 degrees from right rotation and 7.1 degrees from left rotation.", False),
        ("clonus L 4 beats, R none", "4 beats of clonus on the left and none on the right.", True),
        ("clonus L 4 beats, R none", "4 beats of clonus on the right and none on the left.", False),
        ("rolled R min A, L mod A", "Rolled left with mod A and right with min A.", True),
        ("rolled R and L", "Rolled left and right.", False),  # no value tells
    ],
)
def test_a_side_is_known_by_the_value_beside_it(source: str, rewrite: str, kept: bool) -> None:
    said, note = both(source, rewrite)
    given, stated = shelf(note), shelf(said)
    sides = [item for item in stated.items if item.kind == SIDE]
    assert all(has_its_value(item, given.same(item), given, stated, said, (note,)) for item in sides) is kept


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The walker was left in the hall.", "left"),
        ("The bed alarm was left on.", "left"),
        ("The patient left by the stairs.", "left"),
        ("Dry needling left soreness afterward.", "left"),
        ("Dominoes 7/10 right.", "right"),
        ("Both pitch trials were straight.", "Both"),
        ("The lean was corrected right away.", "right"),
        ("The right amount of effort.", "right"),
    ],
)
def test_a_word_that_only_looks_like_a_side_is_none(text: str, word: str) -> None:
    said = terms(text, source=False)
    items = [one for one in find_modifiers(said, PACK) if said.reading.words.written(one.first, one.last) == word]
    assert items
    assert not any(is_side(one, said) for one in items)


@pytest.mark.parametrize(
    "text", ["Step on the left in standing.", "L 3/5, R 4/5.", "Both knees buckled.", "Steps on both sides."]
)
def test_a_side_stays_a_side(text: str) -> None:
    said = terms(text, source=False)
    assert all(is_side(one, said) for one in find_modifiers(said, PACK) if one.kind == "side")
