"""What the patient came with, and what showed in the session."""

import pytest

from rewriter.case import open_case
from rewriter.improve import write
from rewriter.note import Note


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Poor trunk control. STS x10.", "Patient presented with poor trunk control."),
        ("STS x10. Poor trunk control.", "Patient demonstrated poor trunk control."),
        ("Decr R stance time. Gait 40 ft.", "Patient presented with decreased right stance time."),
        ("LBP w/ L sciatica. Bridges 2x10.", "Patient presented with low back pain with left sciatica."),
        ("T6 AIS A. Transfers min A.", "Patient presented with T6 ASIA Impairment Scale A."),
        ("LOB x2. STS x5.", "Patient demonstrated loss of balance 2 times."),
        ("Decr w/ cues. STS x5.", "Noted: decreased with cues."),
    ],
)
def test_what_lasts_and_stands_before_the_work_was_there_before(note: str, said: str) -> None:
    _, rendered, _ = write(open_case(Note(note, "97112")))
    assert said in rendered.text
