"""Fragments by others: what was reached in finding untrue changes and not accusing true ones stays reached.

The floors are figures measured by `python -m bench.fragments`.
"""

import pytest

from bench.fragments import load_fragments, measure_fragments
from rewriter.pack import load_pack

pytestmark = pytest.mark.slow

# The least share of changes found, the most fragments accused.
FLOORS = {
    "neuro": (0.945, 7),
    "daily": (0.94, 10),
    "mixed": (0.91, 12),
    "tasks": (0.93, 5),
    "orthopaedic": (0.93, 27),
    "shared": (0.9, 5),
}


@pytest.mark.parametrize("name", FLOORS)
def test_changes_to_fragments_are_found_and_true_ones_not_accused(name: str) -> None:
    rows = load_fragments(name)
    if not rows:
        pytest.skip("the shared notes are absent")
    told, (found, accused) = measure_fragments(rows, load_pack()), FLOORS[name]
    assert told.found >= found
    assert len(told.accused) <= accused
