"""Calls: one that went out must not be told as received."""

import pytest

from rewriter.fidelity.nets.called import find_turned_calls
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("called Dr office 0930 re BP", "A call was received from the doctor's office at 09:30.", True),
        ("called Dr office 0930 re BP", "A call was placed to the doctor's office at 09:30.", False),
        ("called Dr office 0930 re BP", "The doctor's office was called at 09:30.", False),
        ("RN notified of drainage by PT.", "The nurse notified the physical therapist of drainage.", True),
        ("RN notified of drainage by PT.", "The physical therapist notified the nurse of drainage.", False),
        ("RN called re BP.", "The nurse called about blood pressure.", False),
    ],
)
def test_a_call_told_the_other_way_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_turned_calls(*both(note, rewrite))) is found
