"""Lines for people: wrapping, blocks, colours."""

from rewriter.lines import DIM, Look, block, clip, join_blocks, titled
from rewriter.text import flat


def test_colours_come_only_when_asked_for() -> None:
    assert Look().paint("a", DIM) == "a"
    assert Look(colour=True).paint("a", DIM) == "\x1b[2ma\x1b[0m"


def test_a_block_is_indented_behind_its_lead() -> None:
    assert (
        block("one two three four five", Look(width=22), lead="1. ", indent="   ") == "1. one two three four\n   five"
    )


def test_long_text_is_cut_and_put_on_one_line() -> None:
    assert flat("a\n b") == "a b"
    assert clip("a\nb") == "a b"
    assert len(clip("word " * 50)) <= 100


def test_what_is_empty_leaves_no_gap() -> None:
    assert join_blocks(["a", "", "b"]) == "a\n\nb"
    assert titled("T", [], Look()) == ""
