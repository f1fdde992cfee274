"""Opposites by a prefix are found where nothing near denies them."""

import pytest

from rewriter.fidelity.contexts.prefixed import find_prefixed
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("T10 incomplete SCI", "The patient has a complete T10 spinal cord injury.", ["complete"]),
        ("unsteady w/ turns", "The patient was steady with turns.", ["steady"]),
        ("unsteady w/ turns", "The patient was not steady with turns.", []),
        ("more unsteady w/ turns", "The patient was less steady with turns.", []),
        ("more unsteady w/ turns", "The patient was not as steady with turns.", []),
        ("less unsteady w/ turns", "The patient was less steady with turns.", ["steady"]),
        ("gait steady", "Gait was unsteady.", ["unsteady"]),
        ("calf soft, nontender", "The calf was soft and tender.", ["tender"]),
        ("calf soft, nontender", "The calf was soft and not tender.", []),
        ("nonop mgmt of cuff tear", "The cuff tear is managed non-operatively.", []),
        ("gait not steady", "Gait was unsteady.", []),
        ("unsteady w/ turns, steady straight", "Unsteady with turns, steady going straight.", []),
    ],
)
def test_an_opposite_by_a_prefix_is_found(note: str, rewrite: str, found: list[str]) -> None:
    said, source = both(note, rewrite)
    assert [said.reading.words.low[place] for place in find_prefixed(said, source)] == found
