"""Each word belongs to the nearest of several like things, in its own part of the sentence first."""

import pytest

from rewriter.fidelity.sequences.belonging import Belonging, are_like
from tests.worded import shelf, terms


def belongs(note: str, word: str, alike: str) -> str:
    """Return the words of the thing of one class that a word of the note belongs to."""
    side = terms(note, source=True)
    text = Belonging(side, shelf(side).items)
    written = side.reading.words.written
    values = {one for one in text.things if are_like(one.alike, alike)}
    thing = next(one for one in text.things if written(one.first, one.last).lower() == word.lower())
    value = text.nearest(thing, values)
    return "" if value is None else written(value.first, value.last)


@pytest.mark.parametrize(
    ("note", "word", "alike", "value"),
    [
        ("Box lift 25# x8, 35# x6.", "25#", "figure count", "x8"),
        ("Box lift 25# x8, 35# x6.", "35#", "figure count", "x6"),
        ("Pain 1 vs 6 w/o device.", "pain", "figure number", "1"),
        ("Drops cup 4x w/o splint, 1x w/ splint.", "w/", "figure count", "1x"),
        ("Putty yellow 5 min, switched to red, sore.", "yellow", "figure duration", "5 min"),
        ("Wife did transfer, OT stood by.", "stood by", "person", "OT"),
        ("Gait 50 ft. Rest 2 min.", "Gait", "figure duration", ""),
    ],
)
def test_nearest(note: str, word: str, alike: str, value: str) -> None:
    assert belongs(note, word, alike).lower() == value.lower()


@pytest.mark.parametrize(
    ("note", "free"),
    [
        ("Aide did transfer, wife watched.", [True, True]),
        ("Transfer by aide, stopped by wife.", [False, False]),
        ("Reached R->L with cone.", [False, False]),
        ("Reached R with cone, L no.", [True, True]),
    ],
)
def test_what_may_change_places(note: str, free: list[bool]) -> None:
    side = terms(note, source=True)
    text = Belonging(side, shelf(side).items)
    told = [one for one in text.things if one.alike in ("person", "side")]
    assert [text.may_change(one) for one in told] == free


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("figure count", "figure number", True),
        ("figure count", "figure load in pound", False),
        ("figure duration", "figure duration", True),
        ("person", "patient", True),
        ("", "", False),
    ],
)
def test_classes(one: str, other: str, like: bool) -> None:
    assert are_like(one, other) is like
