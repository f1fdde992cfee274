"""A figure of the note is told as an ordinal, a multiple, a plural or in full; another one is not."""

import pytest

from tests.worded import errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("blanching at web 2", "There was blanching at the second web."),
        ("serial cast R ankle #2, toes warm", "The second serial cast was put on the right ankle, with the toes warm."),
        ("tingling digits 4-5", "There is tingling in the fourth and fifth digits."),
        (
            "TUG cog 27 s counting back by 3s",
            "The cognitive Timed Up and Go took 27 seconds, counting backward by threes.",
        ),
        ("counts by 5s to 40", "The child counts by fives to 40."),
        (
            "CABG x3 POD 4, log roll min A",
            "Four days after a triple CABG, the patient log rolled with minimal assistance.",
        ),
        (
            "jumps off step 2 ft together 2/5",
            "The child jumps off a step with both feet together in two of five trials.",
        ),
        (
            "Jumps down 6 in step 2 feet together 3/5",
            "The child jumps down from a 6-inch step with feet together in three of five tries.",
        ),
        (
            "SLNB 3 nodes '21, radiation",
            "There was a sentinel lymph node biopsy of three nodes in 2021, and radiation.",
        ),
        ("TKA '98 and '14", "The patient had knee replacements in 1998 and 2014."),
        ("plt 28k, ankle pumps x20", "Platelets were 28,000 and ankle pumps were done 20 times."),
        ("R 2nd toe amp, wound toe 3 dry", "The right second toe was amputated; the wound at the third toe is dry."),
        ("stitches at MC 5, ROM 0-70", "There are stitches at the fifth metacarpal, with range of motion 0-70."),
    ],
)
def test_a_figure_is_told_as_a_word_of_number(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("blanching at web 2", "There was blanching at the third web."),
        ("serial cast R ankle #2, toes warm", "The third serial cast was put on the right ankle, with the toes warm."),
        ("tingling digits 4-5", "There is tingling in the third and fifth digits."),
        (
            "TUG cog 27 s counting back by 3s",
            "The cognitive Timed Up and Go took 27 seconds, counting backward by sevens.",
        ),
        (
            "CABG x3 POD 4, log roll min A",
            "Four days after a double CABG, the patient log rolled with minimal assistance.",
        ),
        (
            "SLNB 3 nodes '21, radiation",
            "There was a sentinel lymph node biopsy of three nodes in 2019, and radiation.",
        ),
        ("plt 28k, ankle pumps x20", "Platelets were 38,000 and ankle pumps were done 20 times."),
    ],
)
def test_another_number_is_an_error(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)
