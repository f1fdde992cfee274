"""Words of one rule: looked up as the reader reads them, the longest first."""

from rewriter.checks.forms import find_forms, holds_form, told_first
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def test_forms_are_found_in_order_and_the_longer_of_two() -> None:
    reading = read("Unsafe alone. Could not do alone, could not.", PACK)
    places = find_forms(reading, ["could not", "could not do alone", "unsafe"])
    assert [reading.words.low[slice(*place)] for place in places] == [
        ["unsafe"],
        ["could", "not", "do", "alone"],
        ["could", "not"],
    ]


def test_a_form_is_a_whole_word_of_a_label() -> None:
    assert holds_form("hip abductor", ["hip"])
    assert not holds_form("hands at hips", ["hip"])


def test_a_word_belongs_to_the_sentence_it_stands_in() -> None:
    reading = read("One. Two three. Four.", PACK)
    at = reading.words.low.index("three")
    assert reading.sentence_at(at) == 1
    assert reading.sentence_at(0) == 0


def test_the_first_of_a_kind_is_told_by_sentence() -> None:
    reading = read("Step taps. Goal: stairs; goal: curb.", PACK)
    places = told_first(reading, "goal")
    assert {reading.words.low[place] for place in places.values()} == {"goal"}
    assert 0 not in places
