"""What is told by another word of its root is told; denied it must be denied."""

import pytest

from tests.worded import errors, is_said_plainly, is_told_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("urge at front door, 5 flicks", "Urgency came at the front door.", "urgency", True),
        ("walked dog, foggy", "The dog was walked in the fog.", "fog", True),
        ("bearing down x1", "The patient bore down once.", "bore", True),
        ("MD approves lifting 5 lb", "Lifting 5 pounds has the physician's approval.", "approval", True),
        ("wound drained yellow", "There was yellow drainage.", "drainage", True),
        ("2 falls, none injurious", "There were two falls, neither with injury.", "injury", True),
        ("no urgency today", "There was urge at the door.", "urge", False),
        ("walks to bus", "The patient used a walker to the bus.", "walker", False),
        ("takes care w/ L arm", "The patient is careful with the left arm.", "careful", False),
    ],
)
def test_a_word_may_be_said_by_its_root(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "told"),
    [
        ("removal of cast Fri", "The cast is removed on Friday.", "removal", True),
        ("gauze w/ leakage", "The gauze leaked.", "leakage", True),
        ("gauze w/ leakage", "The gauze was changed.", "leakage", False),
    ],
)
def test_a_word_of_the_note_may_be_told_by_its_root(note: str, rewrite: str, word: str, *, told: bool) -> None:
    assert is_told_plainly(note, rewrite, word) is told


def test_a_whole_text_of_other_forms_draws_nothing() -> None:
    assert errors("UE ergometer 5 min, bled at knee x1", "Arm ergometry lasted 5 minutes; the knee bled once.") == []
