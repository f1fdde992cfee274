"""Told otherwise: a figure in parts, as a share, a date or a word is the same figure; another one is not."""

import pytest

from rewriter.fidelity.rewording.joined import with_units
from rewriter.fidelity.rewording.told import is_told, is_told_otherwise
from rewriter.fidelity.texts.modifiers import FIGURE, find_modifiers
from tests.worded import PACK, both, shelf


def told(source: str, rewrite: str) -> tuple[bool, bool]:
    """Return whether all figures of the rewrite are in the note, and whether the rewrite has all of the note's."""
    said, note = both(source, rewrite)
    given, stated = shelf(note), shelf(said)
    return (
        all(
            given.same(item) or is_told_otherwise(item, given, said, (note,))
            for item in stated.items
            if item.kind == FIGURE
        ),
        all(stated.same(item) or is_told(item, stated, said) for item in given.items if item.kind == FIGURE),
    )


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("hand at hip ~1/2 of trials", "Hand at the hip on roughly half of the trials."),
        ("hand at hip ~1/2 of trials", "Hand at the hip in about 50% of trials."),
        ("JPE L 4.0", "Joint position error 4 degrees."),
        ("360s x6", "360-degree turns, 6 repetitions."),
        ("stood 2'10\"", "Stood for 2 minutes 10 seconds."),
        ("stood 2'10\"", "Stood 2:10."),
        ("called 0930", "Called at 09:30."),
        ("4in step taps", "Taps to a four-inch step."),
        ("seen 11/12", "Seen on November 12."),
        ("dizzy 4 -> 6/10", "Dizziness 4/10, then 6/10."),
        ("5 misses of 12", "Missed 5/12."),
        ("settled <1 min", "It settled in under a minute."),
        ("16 of 40 min NMR", "16 of the 40 minutes."),
        ("no pain", "Pain 0."),
        ("frst min", "The first minute."),
        ("over 2 hurdles", "Over a pair of hurdles."),
        ("rest 1 min", "Rested a minute."),
    ],
)
def test_a_figure_told_otherwise_is_the_same(source: str, rewrite: str) -> None:
    assert told(source, rewrite) == (True, True)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("hand at hip ~1/2 of trials", "Hand at the hip in about 25% of trials."),
        ("stood 2'10\"", "Stood for 3 minutes 10 seconds."),
        ("called 0930", "Called at 10:30."),
        ("seen 11/12", "Seen on December 12, 12/12."),
        ("dizzy 4 -> 6/10", "Dizziness 5/10, then 6/10."),
        ("settled <2 min", "It settled in 1 min."),
        ("pain 3", "Pain 0."),
        ("pain 2->2. rested 30 s", "Pain was 2 and eased to 1. The patient rested 30 seconds."),
    ],
)
def test_another_figure_is_not(source: str, rewrite: str) -> None:
    assert told(source, rewrite) != (True, True)


@pytest.mark.parametrize(
    ("source", "rewrite", "value"),
    [
        ("blur 6/10, then 3/10", "Blur was 6/10, then 3.", "3/10"),
        ("blur 6/10, then 3/10", "Blur was 6/10, then 2.", "2"),
        ("blur 6/10, 3 turns", "Blur was 6/10, with 3 turns.", "3"),
    ],
)
def test_a_bare_rating_has_the_scale_beside_it_where_the_note_rates_so(source: str, rewrite: str, value: str) -> None:
    said, note = both(source, rewrite)
    items = with_units(find_modifiers(said, PACK), shelf(note))
    assert [item.value for item in items if item.kind == FIGURE][1] == value
