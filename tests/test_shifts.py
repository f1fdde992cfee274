"""Who treated how long and helped how much, where two treat."""

import pytest

from rewriter.fidelity.attached.shifts import find_misshared
from tests.worded import both, shelf

PTA = "PTA 20 min gait, CGA. PT last 8 min stairs, min A."
TOTAL = "PTA 20 min tandem w CGA. PT joined for last 8, min A. total 28."
COTX = "OT: RUE WB 15 min. PT: trunk 30 min."


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        (PTA, "The PT gave 20 minutes of gait with contact guard.", True),
        (PTA, "Contact guard on the stairs was given by the PT.", True),
        (PTA, "The PTA gave minimal assistance on the stairs.", True),
        (PTA, "The PTA gave 20 minutes of gait with contact guard.", False),
        (PTA, "The PT gave minimal assistance on the stairs for the last 8 minutes.", False),
        (TOTAL, "The PTA provided 28 minutes of tandem.", True),
        (TOTAL, "In total 28 minutes were given.", False),
        (COTX, "OT worked on weight bearing for 30 minutes.", True),
        (COTX, "PT worked on the trunk for 30 minutes.", False),
        ("gait 20 min CGA", "The PT gave 20 minutes of gait with contact guard.", False),
    ],
)
def test_minutes_and_help_stay_with_who_gave_them(note: str, rewrite: str, found: bool) -> None:
    said, given = both(note, rewrite)
    assert any(find_misshared(said, shelf(said), given, shelf(given))) is found
