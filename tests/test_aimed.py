"""Figures of a goal: told as reached, or a fact told as a goal, is found; both kept as they are is not."""

import pytest

from rewriter.fidelity.rewording.aimed import find_misaimed, find_wished
from tests.worded import both, error_codes, shelf

AIMLESS = "Foam stance 3x30s, wobbly to R. Push cart 40# 2x50 ft, job needs 60."
CART = "A 40-pound cart was pushed 50 feet twice"


def misaimed(source: str, rewrite: str) -> list[str]:
    said, note = both(source, rewrite)
    given, stated = shelf(note), shelf(said)
    return [said.reading.words.written(item.first, item.last) for item in find_misaimed(stated, given, said, note)]


@pytest.mark.parametrize(
    ("source", "rewrite", "wrong"),
    [
        ("SLS 8 s, goal 15 s.", "Single leg stance was held for 15 seconds; the goal is 8 seconds.", True),
        ("Goal: amb 150 ft.", "The patient ambulated 150 feet.", True),
        ("SLS 8 s. Goal: stairs.", "The goal is single leg stance for 8 seconds.", True),
        ("SLS 8 s, goal 15 s.", "Single leg stance was held for 8 seconds; the goal is 15 seconds.", False),
        ("Goal: amb 150 ft.", "The patient hopes to ambulate 150 feet.", False),
        ("2 hands on bin. Goal: both hands to pants.", "Two hands on the bin. Goal: two hands to the pants.", False),
        ("SLS 8 s, CGA.", "Single leg stance was held for 8 seconds.", False),
    ],
)
def test_a_figure_that_changed_from_goal_to_fact_or_back_is_found(source: str, rewrite: str, wrong: bool) -> None:
    assert bool(misaimed(source, rewrite)) is wrong


@pytest.mark.parametrize(
    ("source", "rewrite", "words"),
    [
        ("Stood at sink 4 min.", "Standing at the sink for 4 minutes is what is hoped for.", ["hoped"]),
        ("Stood at sink 4 min for cooking.", "Standing for 4 minutes is hoped for.", []),  # the note tells a purpose
        ("Goal: stand 4 min.", "Standing for 4 minutes is hoped for.", []),
        ("Stood at sink 4 min.", "The patient stood at the sink for 4 minutes.", []),
    ],
)
def test_a_wish_of_what_the_note_tells_as_done_is_found(source: str, rewrite: str, words: list[str]) -> None:
    said, note = both(source, rewrite)
    assert [said.reading.words.low[place] for place in find_wished(said, note)] == words


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (AIMLESS, "Foam stance for 3 holds of 30 seconds to build hip endurance. " + CART, True),
        (AIMLESS, "Foam stance for 3 holds of 30 seconds. " + CART + " to build core stability", True),
        (AIMLESS, "Foam stance for 3 holds of 30 seconds. " + CART + " to strengthen the trunk", True),
        (AIMLESS, "Foam stance for 3 holds of 30 seconds. " + CART, False),
        ("Wand flex 3x10 for ROM.", "Wand flexion for 3 sets of 10 to improve range of motion.", False),
        (
            "Wand flex 3x10 for ROM. Pulleys 3 min.",
            "Wand flexion 3 sets of 10 for range of motion. Pulleys 3 minutes to build endurance.",
            True,
        ),
        ("Squats x10 for stairs.", "Squats 10 times to improve climbing.", False),
    ],
)
def test_a_new_aim_is_an_error_where_the_aims_of_the_note_are_told(note: str, rewrite: str, found: bool) -> None:
    assert ("FID131" in error_codes(note, rewrite)) is found
