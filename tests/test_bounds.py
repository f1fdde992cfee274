"""Bounds: a stretch of words ends at what parts it, or so many words away."""

import pytest

from rewriter.fidelity.texts.bounds import around, begin_of, end_of, stretches

LOW = "he sat , then stood up .".split()
MARKS = frozenset({",", "."})


@pytest.mark.parametrize(("reach", "words"), [(None, (3, 6)), (1, (3, 6)), (0, (4, 5))])
def test_the_words_around_a_word_end_at_a_mark_or_at_their_reach(reach: int | None, words: tuple[int, int]) -> None:
    assert around(LOW, 4, 5, MARKS, reach) == words


def test_what_nothing_parts_goes_to_the_ends_of_the_text() -> None:
    assert (begin_of(LOW, 1, MARKS), end_of(LOW[:6], 4, MARKS)) == (0, 6)


def test_a_limit_holds_where_nothing_parts() -> None:
    assert (begin_of(LOW, 2, MARKS, 1), end_of(LOW, 3, MARKS, 5)) == (1, 5)


def test_the_stretches_are_what_stands_between_the_marks() -> None:
    assert list(stretches(LOW, MARKS)) == [(0, 2), (3, 6), (7, 7)]
