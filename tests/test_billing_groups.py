"""Whether several patients were treated at once."""

import pytest

from rewriter.check import check


def refused(text: str) -> bool:
    return any(item.code == "BIL311" for item in check(text, profile="full").findings)


@pytest.mark.parametrize(
    "text",
    [
        "Balance class w/ 4 pts, VC.",
        "Small group (n=3) standing balance w/ VC.",
        "Group of 4; 1:1 cues as needed.",
        "Four pts w/ PD stood around the table, therapist cued each.",
        "Both sisters have hypotonia and came together. I alternated my hands between them.",
        "Pt and roommate treated at same time at parallel bars, VC.",
        "Session shared with one other stroke patient, VC to both.",
        "Treated 2 at once on the mat, VC.",
        "Double booked, went between both, VC.",
    ],
)
def test_patients_treated_at_once_are_a_group(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "Not seen in group; individual session 20 min, facilitated scapula.",
        "Pt prefers 1:1 to group treatment. VC at foam.",
        "Group cancelled today, seen individually with VC.",
        "After group ended pt was seen 1:1, TC at pelvis.",
        "Poor attention in class per teacher; TC at trunk.",
        "Handwriting for class assignment, TC at wrist.",
        "Returned to class to sit with TC at trunk.",
        "Each group of 3 reps with TC.",
        "Concurrent session with OT for trunk, TC at ribs.",
        "Twin sister watched while therapist facilitated trunk w/ TC.",
        "Pt lives with two brothers, who help with transfers; VC from PT.",
        "Another patient walked by and pt lost balance, VC.",
        "Her hiking group meets Saturday. TC at pelvis.",
    ],
)
def test_a_group_that_was_not_treated_now_is_none(text: str) -> None:
    assert not refused(text)
