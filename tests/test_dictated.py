"""Marks that are spoken, in notes with and without full stops of their own."""

import pytest

from rewriter.reading.words import split_words


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Pt is a 71 year old male period. Sat up comma contact guard. Done.", ". sat up , contact"),
        ("Flexion 94 period was 88. Slides two sets of ten. Calf pumps.", "94 . was 88"),
        ("stood up comma ten reps period new line walked two laps period", "reps . walked two laps ."),
        ("stood comma walked new paragraph sat comma rested", "walked . sat , rested"),
        ("Pt is an 80 year old. Reached five comma then six. Sat.", "five , then six"),
    ],
)
def test_in_a_note_that_was_spoken_they_are_marks(text: str, told: str) -> None:
    assert told in " ".join(split_words(text).low)


def test_what_is_shown_stays_beside_its_word() -> None:
    words = split_words("stood up comma ten reps period new line walked two laps period")
    assert [words.shown(at) for at in range(len(words.low))] == "stood up , ten reps . walked two laps .".split()


@pytest.mark.parametrize(
    "text",
    [
        "PICC new line placed. Rest period 2 min. Gait 40 ft.",
        "Writing: comma missed x2. Period missed x3. Copied x4.",
        "Wear period two h. Wait period ten min. Splint on.",
        "patient had her period today",
    ],
)
def test_where_they_are_spoken_of_they_are_words(text: str) -> None:
    marks = sum(text.count(mark) for mark in ".,;")
    assert sum(word in (".", ",", ";") for word in split_words(text).low) == marks
