"""Parts of a sentence: where they end, and which words speak only of their own part."""

import pytest

from rewriter.fidelity.texts.parts import doubts_beside, part_around, predicate_end, without_distant
from tests.worded import terms


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Sway was mild, and the knee buckled.", "knee", "the knee buckled"),
        ("Goal: stairs with rail", "rail", "Goal: stairs with rail"),
        ("Standing while grooming at sink", "sink", "Standing while grooming at sink"),
        ("Sway rose while she was tired", "tired", "she was tired"),
    ],
)
def test_a_part_lies_between_marks_and_turns(text: str, word: str, part: str) -> None:
    found = terms(text, source=False)
    place = found.reading.words.low.index(word)
    assert found.reading.words.written(*part_around(found, place, place + 1)) == part


def test_a_word_of_another_part_is_left_out_and_one_of_its_own_kept() -> None:
    found = terms("There was sway and the nausea was gone", source=False)
    low = found.reading.words.low
    close = frozenset({"gone"})
    assert "gone" not in without_distant(found, 0, len(low), low.index("sway"), close)
    assert "gone" in without_distant(found, 0, len(low), low.index("nausea"), close)


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("Sees the physician Thursday, when the cane will be discontinued", False),
        ("There is a visit next week, when running will begin", False),
        ("The cane is discontinued when the physician agrees", True),
        ("Pain comes, when the cane is used", True),
    ],
)
def test_a_when_that_goes_on_from_a_day_sets_no_condition(text: str, doubts: bool) -> None:
    found = terms(text, source=False)
    low = found.reading.words.low
    assert ("when" in without_distant(found, 0, len(low), low.index("when"), frozenset({"when"}))) is doubts


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Side-lying rotation was performed in this visit.", "rotation", "rotation was performed"),
        ("The legs gave way.", "legs", "legs gave"),
        ("Red putty, ten times.", "putty", "putty"),
        ("A score of 62/56 was recorded.", "56", "56 was recorded"),
    ],
)
def test_what_is_said_of_a_thing_ends_with_its_verb(text: str, word: str, told: str) -> None:
    found = terms(text, source=False)
    place = found.reading.words.low.index(word)
    assert found.reading.words.written(place, predicate_end(found, place + 1)) == told


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("There were 20 falls, and a hip fracture is questioned.", False),
        ("There were 20 falls, it is estimated.", True),
        ("There were possibly 20 falls.", True),
        ("There were 20 falls.", False),
    ],
)
def test_a_doubt_of_another_thing_doubts_no_figure(text: str, doubted: bool) -> None:
    found = terms(text, source=False)
    assert doubts_beside(found, found.reading.words.low.index("20")) is doubted
