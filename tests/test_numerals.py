"""Numbers in figures and in words: where they end, and their value."""

from math import isnan

import pytest

from rewriter.reading.quantities.numerals import as_float, read_elided, read_numeral, read_ordinal
from rewriter.reading.words import split_words


def numeral(text: str, at: int = 0) -> tuple[str, str] | None:
    """Return the value of the number at word `at`, and the words behind it."""
    words = split_words(text)
    found = read_numeral(words.low, words.gap, at)
    return (found[1], " ".join(words.low[found[0] :])) if found is not None else None


@pytest.mark.parametrize(
    ("text", "value", "behind"),
    [
        ("36 cones", "36", "cones"),
        ("3 and a half hours", "3.5", "hours"),
        ("4\u00bc lb", "4.25", "lb"),
        ("4 \u00bc lb", "4", "\u00bc lb"),
        ("eight reps", "8", "reps"),
        ("fifty three", "53", ""),
        ("fifty-three", "53", ""),
        ("fifty thirty", "50", "thirty"),
        ("fifty two-pound bags", "50", "two pound bags"),
        ("twenty twice", "20", "twice"),
        ("a dozen pegs", "12", "pegs"),
        ("half a dozen", "6", ""),
        ("three dozen", "36", ""),
        ("two thousand three hundred ft", "2300", "ft"),
        ("one thousand two hundred and ten ft", "1210", "ft"),
        ("two thousand and five steps", "2005", "steps"),
        ("a hundred and twelve", "112", ""),
        ("two hundred sixty feet", "260", "feet"),
        ("two hundred and rest", "200", "and rest"),
        ("three thousand forty", "3040", ""),
        ("zero point seven", "0.7", ""),
        ("one point oh six", "1.06", ""),
        ("two point eleven", "2.11", ""),
        ("one point two three four five", "1.234", "five"),
        ("nine and a half", "9.5", ""),
    ],
)
def test_a_number_ends_where_its_words_do(text: str, value: str, behind: str) -> None:
    assert numeral(text) == (value, behind)


@pytest.mark.parametrize("text", ["a cone", "half", "twice", "point five", "hundred", "third", "cones"])
def test_no_number_begins_there(text: str) -> None:
    assert numeral(text) is None


@pytest.mark.parametrize(
    ("text", "found"), [("speed point six", ("0.6", "")), ("starting point six", None), ("the point is", None)]
)
def test_a_point_is_a_decimal_but_behind_words_of_a_place(text: str, found: tuple[str, str] | None) -> None:
    assert numeral(text, 1) == found


def test_no_number_lies_behind_the_text() -> None:
    assert numeral("rest", 1) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one forty two", (3, "142")),
        ("one oh four", (3, "104")),
        ("two eighteen", (2, "218")),
        ("one five", None),
        ("ten forty", None),
        ("once forty", None),
        ("one oh", None),
    ],
)
def test_the_left_out_word_is_hundred(text: str, found: tuple[int, str] | None) -> None:
    words = split_words(text)
    assert read_elided(words.low, words.gap, 0) == found


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("fourth step", 0, (1, "4")),
        ("thirty-first day", 0, (2, "31")),
        ("thirty second hold", 0, None),
        ("first lap", 0, (1, "1")),
        ("first he sat", 0, None),
        ("second set", 0, (1, "2")),
        ("second later", 0, None),
        ("two thirds", 1, None),
        ("two fifth", 1, None),
        ("a fifth of it", 1, None),
        ("a fifth lap", 1, (2, "5")),
        ("lap", 0, None),
    ],
)
def test_what_comes_in_turns_is_counted(text: str, at: int, found: tuple[int, str] | None) -> None:
    assert read_ordinal(split_words(text).low, at) == found


def test_a_figure_has_a_value_and_a_row_of_figures_none() -> None:
    assert as_float("2,5") == 2.5
    assert isnan(as_float("1.2.3"))
