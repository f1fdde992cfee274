"""How long ago a stroke or an operation was may be told in any words; what still lasts is not over."""

import pytest

from tests.worded import errors


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("R TKA 5 wks. Step ups x10.", "The patient is five weeks post right TKA and did 10 step ups."),
        ("R TKA 5 wks. Step ups x10.", "Right TKA was 5 weeks ago. 10 step ups were done."),
        ("CVA 3 mo, L hemi.", "The patient had a CVA three months ago with left hemiparesis."),
        ("CVA 3 mo, L hemi.", "The patient has left hemiparesis following a CVA three months ago."),
        ("L CTR 5 wk.", "A carpal tunnel release was done on the left five weeks ago."),
        ("concussion 7 wks", "The patient sustained a concussion 7 weeks ago."),
    ],
)
def test_the_time_since_an_event_is_told_in_any_words(note: str, said: str) -> None:
    assert errors(note, said) == []


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("CVA 3 mo, L hemi.", "The patient had left hemiparesis three months ago after a CVA."),
        ("LBP 3 mo.", "The patient had low back pain three months ago."),
        ("R TKA. HEP 3 wks.", "The patient had a right TKA 3 weeks ago and has an HEP."),
        ("R TKA 5 wks. Step ups x10.", "Right TKA was 6 weeks ago. 10 step ups were done."),
    ],
)
def test_what_lasts_is_not_over_and_the_time_is_compared(note: str, said: str) -> None:
    assert errors(note, said)
