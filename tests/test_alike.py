"""Two modifiers are alike by the words around them: a head in common outweighs all words nearby."""

import pytest

from rewriter.fidelity.nets.alike import HEAD, find_best, find_close, likeness, stand_apart
from rewriter.fidelity.texts.modifiers import Modifier
from rewriter.fidelity.texts.terms import Terms
from tests.worded import both, shelf


def sides(text: Terms) -> list[Modifier]:
    return [item for item in shelf(text).items if item.kind == "side"]


@pytest.mark.parametrize(
    ("note", "told", "alike"),
    [
        ("R hip pain", "pain in the right hip", True),
        ("R hip pain", "weakness of the right shoulder", False),
    ],
)
def test_a_head_in_common_makes_alike(note: str, told: str, alike: bool) -> None:
    said, given = both(note, told)
    (one,), (other,) = sides(said), sides(given)
    assert (likeness(one, other) >= HEAD) is alike
    assert (find_best(one, [other]) >= HEAD) is alike
    assert bool(find_close(one, [other])) is alike


def test_of_none_nothing_is_likest() -> None:
    said, _ = both("R hip pain", "right hip pain")
    assert find_best(sides(said)[0], []) == -1.0


def test_things_that_never_share_a_sentence_stand_apart() -> None:
    said, given = both("hip pain. R shoulder stiff", "the right hip hurts")
    (hip,), (shoulder,) = sides(said), sides(given)
    assert stand_apart(hip.head, [shoulder], [given])
    assert not stand_apart(shoulder.head, [shoulder], [given])
