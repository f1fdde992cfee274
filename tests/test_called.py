"""Calls: one that went out must not be told as received."""

import pytest

from rewriter.fidelity.attached.called import find_turned_calls
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


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("RN Patel told 1410 of BP.", "RN Patel reported at 1410 on the blood pressure.", True),
        ("RN Patel told 1410 of BP.", "RN Patel was told of the blood pressure at 1410.", False),
        ("called MD re toe drag 0930", "The patient called the physician about the toe drag at 0930.", True),
        ("called MD re toe drag 0930", "The therapist called the physician about the toe drag at 0930.", False),
        ("called MD re toe drag 0930", "The physician was called about the toe drag at 0930.", False),
        ("Wife called MD re toe drag", "His wife called the physician about the toe drag.", False),
    ],
)
def test_who_told_and_who_called_is_not_turned_round(note: str, rewrite: str, found: bool) -> None:
    assert any(find_turned_calls(*both(note, rewrite))) is found
