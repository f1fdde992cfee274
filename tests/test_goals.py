"""Which words a goal is told in."""

import pytest

from rewriter.fidelity.texts.goals import find_goal_words
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Safe gait at home is the goal for this patient with left hemiparesis.", "gait", "hemiparesis"),
        ("Goal safe gait at home. Left hemiparesis.", "gait", "hemiparesis"),
        ("It is her goal to return to gardening.", "gardening", ""),
    ],
)
def test_a_goal_stands_before_or_behind_its_word(text: str, inside: str, outside: str) -> None:
    reading = read(text, PACK)
    words = {reading.words.low[at] for at in find_goal_words(reading)}
    assert inside in words
    assert outside not in words
