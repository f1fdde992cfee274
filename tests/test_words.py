"""Words with their places: hyphens, dictated marks, fillers, soft line breaks, capitals throughout."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewriter.reading.words import is_shouted, split_words


@pytest.mark.parametrize(
    ("text", "low", "gap"),
    [
        ("Half-kneel now", ["half", "kneel", "now"], ["-", " "]),
        ("3-5 reps", ["3", "-", "5", "reps"], ["", "", " "]),
        ("sat - stood", ["sat", "-", "stood"], [" ", " "]),
        ("4-inch", ["4", "inch"], ["-"]),
        ("- foam", ["-", "foam"], [" "]),
        ("150ft", ["150", "ft"], [""]),
    ],
)
def test_a_hyphen_between_words_becomes_a_gap(text: str, low: list[str], gap: list[str]) -> None:
    words = split_words(text)
    assert words.low == low
    assert words.gap[1:] == gap


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("aB 3-/.,\n\u2013\u00d7\u0130\U0001f600'x"), max_size=30))
def test_every_word_keeps_its_place(text: str) -> None:
    words = split_words(text)
    assert len(words.low) == len(words.gap) == len(words.start) == len(words.end)
    assert all(0 <= first < last <= len(text) for first, last in zip(words.start, words.end, strict=True))
    assert all(last <= first for last, first in zip(words.end, words.start[1:], strict=False))


def test_a_word_is_shown_as_written_and_matched_in_lower_case() -> None:
    words = split_words("Leans LEFT")
    assert [words.shown(at) for at in range(2)] == ["Leans", "LEFT"]
    assert words.low == ["leans", "left"]
    assert words.written(0, 2) == "Leans LEFT"


def test_dictated_marks_are_read_as_marks() -> None:
    words = split_words("sat at edge of bed period leaned comma then righted period")
    assert words.low == ["sat", "at", "edge", "of", "bed", ".", "leaned", ",", "then", "righted", "."]
    assert words.shown(5) == "."


def test_the_word_period_in_written_text_stays_a_word() -> None:
    assert "period" in split_words("Rest period. Second period. Done.").low


def test_fillers_are_dropped_with_their_places() -> None:
    words = split_words("um stood uh twice")
    assert words.low == ["stood", "twice"]
    assert (words.start[1], words.end[1]) == (12, 17)


def test_a_line_break_inside_running_text_is_soft() -> None:
    line = "she stood at the kitchen counter for most of the hour and leaned with"
    assert "\n" not in split_words(f"{line}\nthe left hand").low


def test_a_line_break_after_a_short_line_is_kept() -> None:
    assert split_words("stood with\nthe hand").low == ["stood", "with", "\n", "the", "hand"]


@pytest.mark.parametrize(
    ("text", "shouted"),
    [
        ("SEATED REACH TO SHELF", True),
        ("SEATED REACH TO shelf", False),
        ("STS X8", False),
        ("1234 5678 9012 34", False),
        ("SEATED REACH w/ R", True),
    ],
)
def test_capitals_throughout(text: str, shouted: bool) -> None:
    assert is_shouted(text) is shouted


@pytest.mark.parametrize(
    "text", ["foam, rest period 2 min, beam", "a period of rest comma foam", "10 minute period, each period 2 min"]
)
def test_a_stretch_of_time_is_no_mark(text: str) -> None:
    assert "." not in split_words(text).low


def test_two_dictated_marks_of_different_kinds_suffice() -> None:
    assert split_words("sat on mat period number six comma steady").low.count(".") == 1


def test_quote_and_unquote_are_quotation_marks() -> None:
    words = split_words("foam was quote like a waterbed unquote no steps")
    assert words.low == ["foam", "was", '"', "like", "a", "waterbed", '"', "no", "steps"]
    assert words.quoted() == {3, 4, 5}


@pytest.mark.parametrize(("text", "low"), [("14 mim", "min"), ("20 mni.", "min"), ("30 sce", "sec")])
def test_a_slip_of_a_unit_behind_a_figure_is_mended_and_listed(text: str, low: str) -> None:
    words = split_words(text)
    assert words.low[1] == low
    assert [item.said for item in words.read_as] == [low]


def test_a_unit_is_not_mended_elsewhere() -> None:
    assert split_words("gave mim a").low == ["gave", "mim", "a"]


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        ("seen for neuropathy period we did taps", 1),
        ("after a rest period we did taps", 0),
        ("refractory period of two seconds", 0),
        ("patient had her period today", 0),
    ],
)
def test_one_dictated_full_stop_needs_a_subject_behind_it(text: str, stops: int) -> None:
    assert split_words(text).low.count(".") == stops


@pytest.mark.parametrize("text", ["1. Foam", "Berg at 2. Foam", "2. Foam\n4. Beam", "1.5 m. 2.5 m"])
def test_a_figure_that_is_no_list_is_kept(text: str) -> None:
    assert split_words(text).low[0][0].isdecimal() or "2" in split_words(text).low


def test_numbers_of_a_list_inside_a_line_begin_its_items() -> None:
    words = split_words("1. Rolling x5 min A 2. Scooting x4 mod A 3. Sitting 6 min")
    assert words.low == [
        "rolling", "x", "5", "min", "a", "\n", "scooting", "x", "4", "mod", "a", "\n", "sitting", "6", "min",
    ]  # fmt: skip


def test_marks_around_the_whole_of_a_long_text_quote_nothing() -> None:
    text = "The patient shifted weight onto the left leg in the parallel bars with tactile cues at the pelvis. "
    assert split_words(f'"{text * 2}"').quoted() == set()
    assert split_words(f'"{text * 2}" she said').quoted() != set()
    assert split_words('"my leg is heavy"').quoted() == {1, 2, 3, 4}
