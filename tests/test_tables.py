"""Tables: cells, headers, columns of other days."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import Reading, read
from rewriter.reading.typed.tables import (
    find_cells,
    find_former,
    find_header,
    is_header,
    is_of_many_days,
    tells_other_times,
)


def note(text: str) -> Reading:
    return read(text, load_pack())


@pytest.mark.parametrize(
    ("text", "count"),
    [("squat | min | x5", 2), ("Berg / 41 / 44", 2), ("pain 3/10", 0), ("R / L", 0), ("wt shift R/L/R", 0)],
)
def test_cells_stand_between_bars_or_spaced_strokes(text: str, count: int) -> None:
    words = note(text).words
    assert len(find_cells(words.low, words.gap, 0, len(words.low))) == count


def test_the_first_row_is_the_header_of_those_below() -> None:
    reading = note("task | assist\nsquat | min\ngait | mod")
    assert find_header(reading, 0) is None
    assert find_header(reading, 2) == (reading.sentences[0].first, reading.sentences[0].last)


def test_a_label_of_cells_is_the_header_of_its_own_row() -> None:
    reading = note("Measure / now / eval: Berg / 41 / 44")
    header = find_header(reading, 0)
    assert header is not None
    assert reading.words.written(*header) == "Measure / now / eval"


def test_the_cell_under_an_earlier_visit_is_former() -> None:
    reading = note("Measure / now / eval: Berg / 41 / 44")
    assert [reading.words.written(*cell) for cell in find_former(reading, 0)] == ["44"]


def test_columns_without_a_time_are_not_former() -> None:
    assert find_former(note("task | assist\nsquat | min"), 1) == []


def test_a_row_under_days_is_of_many_days() -> None:
    reading = note("Day: M / W / F. Reach: 6 / 8 / 7. Pain 2")
    assert [is_of_many_days(reading, number) for number in range(3)] == [False, True, False]


HEADED = "Exercise / Sets / Reps / Cues\nHurdle L lead / 2 / 8 / TC R glute"


def test_a_line_that_names_columns_is_a_header() -> None:
    reading = note(HEADED)
    assert [is_header(reading, sentence) for sentence in reading.sentences] == [True, False]


def test_a_line_of_deeds_is_no_header() -> None:
    reading = note("marching / squats / lunges\nstairs x3")
    assert not is_header(reading, reading.sentences[0])


def test_cells_of_one_figure_each_are_no_ratio() -> None:
    assert "ratio" not in note(HEADED).kinds
    assert "ratio" in note("quad strength 4 / 5").kinds


@pytest.mark.parametrize(
    "table",
    [
        "Task | assist | last\nbed mob | SBA, rail | minA",
        "Transfer / today / eval\ncar / CGA, vc x2 / modA",
        "Skill | prev visit | this visit\ndonning sock | modA, vc | minA",
        "Task | now | goal\nLB bathing | maxA, TC | modA",
    ],
)
def test_a_row_with_the_help_of_another_time_stays_under_its_header(table: str) -> None:
    reading = note(table)
    header, row = reading.sentences
    assert is_header(reading, header)
    assert tells_other_times(reading, row)


def test_a_row_of_this_visit_alone_tells_of_no_other_time() -> None:
    reading = note("Task | assist | reps\nSTS | CGA | x5")
    assert not tells_other_times(reading, reading.sentences[1])
