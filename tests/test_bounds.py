"""Bounds: a stretch of words ends at what parts it, or so many words away."""

from collections.abc import Collection

import pytest

from rewriter.fidelity.texts.bounds import around, begin_of, end_of, parted, stretches
from rewriter.pack import load_pack
from rewriter.reading import Reading, read

LOW = "he sat , then stood up .".split()
MARKS = frozenset({",", "."})


@pytest.mark.parametrize(("reach", "words"), [(None, (3, 6)), (1, (3, 6)), (0, (4, 5))])
def test_the_words_around_a_word_end_at_a_mark_or_at_their_reach(reach: int | None, words: tuple[int, int]) -> None:
    assert around(LOW, 4, 5, MARKS, reach) == words


def test_what_nothing_parts_goes_to_the_ends_of_the_text() -> None:
    assert (begin_of(LOW, 1, MARKS), end_of(LOW[:6], 4, MARKS)) == (0, 6)


def test_a_limit_holds_where_nothing_parts() -> None:
    assert (begin_of(LOW, 2, MARKS, 1), end_of(LOW, 3, MARKS, 5)) == (1, 5)


def reading(text: str) -> Reading:
    return read(text, load_pack())


@pytest.mark.parametrize(
    ("words", "places"),
    [({"sat"}, [1]), ({".", ","}, [2, 6]), ({"sat", "stood", "he"}, [0, 1, 4]), (["lay"], []), ({"sat": "down"}, [1])],
)
def test_a_text_knows_where_any_of_some_words_stands(words: Collection[str], places: list[int]) -> None:
    assert reading(" ".join(LOW)).at_any(words) == places


@pytest.mark.parametrize("text", ["He sat, then stood up.", "no mark", "", ", ,", "one. two, three"])
def test_a_text_is_parted_as_its_words_are(text: str) -> None:
    told = reading(text)
    assert list(parted(told, MARKS)) == list(stretches(told.words.low, MARKS))


def test_a_text_knows_its_quoted_words() -> None:
    told = reading('Pt said "too far" and sat.')
    assert told.quoted == told.words.quoted() != set()
    assert reading("Pt sat.").quoted == set()


def test_the_stretches_are_what_stands_between_the_marks() -> None:
    assert list(stretches(LOW, MARKS)) == [(0, 2), (3, 6), (7, 7)]
