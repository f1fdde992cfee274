"""What was only needed, talked of, asked for or ordered is not told as had."""

import pytest

from rewriter.fidelity.contexts.obtained import find_obtained
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("D/c home 5/12, needs ramp.", "Discharge home is on 5/12, and a ramp is in place.", True),
        ("D/c home 5/12, needs ramp.", "Discharge home is on 5/12, and a ramp is needed.", False),
        ("Psych consult asked.", "A psychology consult took place.", True),
        ("Psych consult asked.", "A psychology consult was requested.", False),
        ("Tub bench on order.", "A tub bench was delivered.", True),
        ("Lap tray ordered.", "An order has been placed for a lap tray.", False),
        ("Refill due 3/4.", "The refill was done on 3/4.", True),
        ("Grab bars discussed.", "Grab bars were ordered.", True),
        ("Grab bars discussed, ordered.", "Grab bars were ordered.", False),
        ("Grab bars discussed. Grab bars installed Fri.", "Grab bars were installed on Friday.", False),
        ("Needs min A for socks.", "Minimal assistance was provided for socks.", False),
        ("D/c planned for 6/2.", "The patient was discharged on 6/2.", True),
        ("Consider KAFO.", "A KAFO was ordered.", True),
        ("X-ray pending.", "An X-ray is still to be done.", False),
        ("Tub bench to order.", "A tub bench was put in place and tried.", True),
        ("Shower chair to buy.", "A shower chair was purchased.", True),
        ("Night splint to request.", "The night splint has been issued.", True),
        ("Tub bench to order.", "A tub bench is to be ordered.", False),
        ("Ramp discussed w/ family.", "A ramp was ordered for the family.", True),
        ("Ramp discussed w/ family.", "A ramp was discussed with the family.", False),
    ],
)
def test_a_thing_told_as_had_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_obtained(*both(note, rewrite))) is found
