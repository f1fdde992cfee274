"""Which kinds of meaning stand beside a form of several readings."""

import pytest

from rewriter.reading.shorthand.beside import find_kinds_before, find_kinds_behind
from rewriter.reading.words import split_words
from tests.spelled import PACK


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("2/2 buckling", {"<impairment>"}),
        ("2/2 loss of balance", {"<impairment>"}),
        ("2/2 6/10 all day", {"<rating>"}),
        ("2/2 6/12 tries", set()),
        ("2/2 weather", set()),
        ("2/2", set()),
    ],
)
def test_behind(text: str, kinds: set[str]) -> None:
    assert kinds <= set(find_kinds_behind(split_words(text), 3, {}, PACK.lexicon))
    assert kinds or not find_kinds_behind(split_words(text), 3, {}, PACK.lexicon)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("sit to stand x", {"<activity>", "<task>"}), ("the left knee x", {"<part>"}), ("weather x", set())],
)
def test_before(text: str, kinds: set[str]) -> None:
    words = split_words(text)
    assert set(find_kinds_before(words, len(words.low) - 1, {}, PACK.lexicon)) == kinds


def test_shorthand_that_is_certain_stands_in_full() -> None:
    words = split_words("q LOB")
    assert "<impairment>" in find_kinds_behind(words, 1, {1: ["loss", "of", "balance"]}, PACK.lexicon)
    assert find_kinds_behind(words, 1, {}, PACK.lexicon) == ()
