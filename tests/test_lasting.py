"""What is gone is not told as there, nor what is there as gone."""

import pytest

from rewriter.fidelity.contexts.lasting import find_outlasted
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Night pain gone.", "There is pain at night.", True),
        ("Night pain gone.", "Pain at night went away.", False),
        ("Night pain gone.", "No pain at night remains.", False),
        ("Diplopia gone w/ patch.", "With the patch on, diplopia is reduced.", True),
        ("Numbness resolved.", "Numbness continues.", True),
        ("Lightheaded standing, cleared after sitting.", "Felt lightheaded standing; gone after sitting.", False),
        ("UT hike w/ elevation, persists >100.", "Hiking of the upper trapezius no longer appears beyond 100.", True),
        ("UT hike w/ elevation, persists >100.", "Hiking of the upper trapezius still appears beyond 100.", False),
        ("UT hike, persists >100.", "Upper trapezius hiking, cued by mirror and touch, no longer appears.", True),
        ("Clonus persists.", "The clonus has resolved.", True),
        (
            "R leg ache 2/10 p sled, gone w/ press ups.",
            "After the sled a right leg ache persisted despite press-ups.",
            True,
        ),
        ("Tingle R hand after typing, resolved w/ rest.", "After typing, tingling of the right hand persisted.", True),
        (
            "R leg ache 2/10 p sled, gone w/ press ups.",
            "After the sled a right leg ache went away with press-ups.",
            False,
        ),
        ("Pain not gone.", "Pain is still present.", False),
    ],
)
def test_a_trouble_told_the_other_way_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_outlasted(*both(note, rewrite))) is found
