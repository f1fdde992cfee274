"""Two modifiers are alike by the words around them: a head in common outweighs all words nearby."""

import pytest

from rewriter.fidelity.related.alike import HEAD, find_best, find_close, is_among_same_words, likeness, stand_apart
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


@pytest.mark.parametrize(
    ("note", "told", "found"),
    [
        ("R arm lifts 5, L arm 2. PNF D2 UE AAROM 2x8 B.", "PNF D2 upper extremity AAROM 2x8 bilateral.", True),
        ("R arm lifts 5, L arm 2. Ball rolls 2x8 B.", "PNF D2 upper extremity arm AAROM bilateral.", False),
    ],
)
def test_a_side_bound_to_no_word_is_known_by_all_the_words_around_it(note: str, told: str, found: bool) -> None:
    said, given = both(note, told)
    item, there = sides(said)[-1], sides(given)
    same, rivals = ([one for one in there if (one.value == item.value) is alike] for alike in (True, False))
    assert is_among_same_words(item, same, rivals) is found


def test_of_none_nothing_is_likest() -> None:
    said, _ = both("R hip pain", "right hip pain")
    assert find_best(sides(said)[0], []) == -1.0


def test_things_that_never_share_a_sentence_stand_apart() -> None:
    said, given = both("hip pain. R shoulder stiff", "the right hip hurts")
    (hip,), (shoulder,) = sides(said), sides(given)
    assert stand_apart(hip.head, [shoulder], [given])
    assert not stand_apart(shoulder.head, [shoulder], [given])
