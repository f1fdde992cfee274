"""Places: a span of a text as offsets, lines and columns of the file that was named."""

from rewriter.checked import Checked, Place, place

TEXTS = {"rewrite": "one\r\ntwo \U0001f600 three\n", "source": "abc"}
FILES = {"rewrite": "r.txt", "source": "n.txt"}
ONE = Checked("pass", (), {}, FILES, TEXTS)


def test_a_place_counts_lines_and_columns_from_1_in_code_points() -> None:
    assert place(ONE, "rewrite", 11, 16) == Place("r.txt", 11, 16, 2, 7, 2, 12)


def test_a_place_may_run_over_lines() -> None:
    assert place(ONE, "rewrite", 0, 8) == Place("r.txt", 0, 8, 1, 1, 2, 4)


def test_a_span_that_does_not_lie_in_its_text_is_the_whole_file() -> None:
    nowhere = Place("n.txt", None, None, None, None, None, None)
    assert place(ONE, "source", 2, 9) == place(ONE, "source", None, None) == nowhere


def test_a_side_without_a_file_is_shown_at_the_rewrite() -> None:
    assert place(ONE, "visit", None, None).file == "r.txt"


def test_a_place_in_a_batch_is_its_line() -> None:
    line = Checked("pass", (), {}, {"rewrite": "b.jsonl"}, TEXTS, "n1", 4)
    assert place(line, "rewrite", 0, 3) == Place("b.jsonl", None, None, 4, None, 4, None)
