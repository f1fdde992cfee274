"""Marks: the words at which a scope may end, and the commas of lists, at which it does not."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.context.marks import Marks, find_marks
from rewriter.reading.context.places import make_line

PACK = load_pack()


def marks(text: str) -> Marks:
    reading = read(text, PACK)
    first, last, *_ = reading.sentences[0]
    return find_marks(make_line(reading.words.low, list(reading.mentions), first, last))


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("sway but ataxia", [1]),
        ("foam apart from sway", [1]),
        ("foam apart", []),
        ("sway due to fatigue", [1]),
        ("can do so twice", []),
        ("sway, he sat", [1]),
        ("sway and denies nausea", [1]),
        ("sway and ataxia", []),
    ],
)
def test_turns(text: str, turns: list[int]) -> None:
    assert marks(text).turns == turns


def test_a_comma_of_a_list_ends_nothing() -> None:
    assert marks("no nausea, vomiting or dizziness").commas == []
    assert marks("no nausea, vomiting").commas == [2]


def test_a_series_begins_its_clause() -> None:
    assert marks("foam, stairs and curb").series == {1}
    assert marks("foam with rail, stairs and curb").series == set()


def test_treatment_behind_a_joint_is_a_deed_and_dosed_or_not() -> None:
    found = marks("denies pain, head turns, step taps x8")
    assert (found.deeds, found.doses) == ([2, 5], [5])


def test_nouns_of_one_kind_are_no_deed_of_their_own() -> None:
    assert marks("no cane and no walker").deeds == []


def test_a_dash_between_numbers_is_no_mark() -> None:
    assert marks("foam 3 - 4").commas == []
    assert marks("foam - stairs").commas == [1]


def test_circumstances_and_times() -> None:
    found = marks("sway on foam during turns today")
    assert (found.places, found.moments, found.todays) == ([1, 3], [3], [5])


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("negative for nausea, positive for fatigue", {"fatigue"}),
        ("(-) nausea (+) fatigue", {"fatigue"}),
        ("no nausea or positive fatigue", set()),
    ],
)
def test_what_is_positive_ends_a_denial(text: str, there: set[str]) -> None:
    reading = read(text, load_pack())
    asserted = {reading.mentions[i].sense.id for i in reading.having("symptom")}
    assert asserted == there
