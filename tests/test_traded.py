"""Words traded between two parts of a note."""

import pytest

from rewriter.fidelity.nets.traded import find_traded
from tests.worded import both, shelf


def _traded(note: str, rewrite: str) -> bool:
    said, given = both(note, rewrite)
    return any(find_traded(said, shelf(said).items, given, shelf(given).items))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "Stairs reciprocal up, step-to down, SBA.",
            "Stairs with standby assistance, step-to going up and reciprocal down.",
        ),
        (
            "Bridges on mat 5 min, rows in sitting x10.",
            "Bridges in sitting, 5 minutes, and rows on the mat, ten times.",
        ),
        (
            "Breathing demo w/ amb, pacing cue on stairs.",
            "Breathing was shown on the stairs; pacing was cued while walking.",
        ),
    ],
)
def test_things_of_two_parts_that_changed_places_are_found(note: str, rewrite: str) -> None:
    assert _traded(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Stairs reciprocal up, step-to down, SBA.", "Stairs with standby assistance: up reciprocally, down step-to."),
        ("Stairs reciprocal up, step-to down.", "Step-to going down the stairs and reciprocal going up."),
        ("Bridges on mat 5 min, rows in sitting x10.", "Bridges and rows, on the mat and in sitting."),
        ("Towel slides, then towel wringing.", "The towel was wrung; it was slid before."),
    ],
)
def test_the_same_in_another_order_or_as_a_list_is_no_trade(note: str, rewrite: str) -> None:
    assert not _traded(note, rewrite)
