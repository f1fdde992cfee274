"""Words for a figure claim nothing where the note gives that figure."""

import pytest

from tests.worded import is_said_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("ID texture 4/8", "He identified half of the textures.", "half", True),
        ("ID texture 3/8", "He identified half of the textures.", "half", False),
        ("Spills 25%", "A quarter was spilled.", "quarter", True),
        ("Spills 20%", "A quarter was spilled.", "quarter", False),
        ("Ate 3/4 of lunch", "Three quarters of lunch was eaten.", "quarters", True),
        ("Ate 1/4 of lunch", "Three quarters of lunch was eaten.", "quarters", False),
        ("Buttons 2/3", "Two thirds of the buttons were done.", "thirds", True),
        ("PT wk 6. HEP @ 6 wks", "In week six the programme was done.", "week", True),
        ("HEP x 4 wks", "In week six the programme was done.", "week", False),
        ("Gait // bars 3 x 10 ft", "Gait in the bars, three laps of 10 feet.", "laps", True),
        ("Gait // bars 2 x 10 ft", "Gait in the bars, three laps of 10 feet.", "laps", False),
        ("IS 10x q hr", "The incentive spirometer, 10 times each hour.", "incentive", True),
        ("cup 10x q hr", "The incentive spirometer, 10 times each hour.", "incentive", False),
    ],
)
def test_a_figure_may_be_told_in_words(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain
