"""Values told with the things they belong to are kept, in whatever order."""

import pytest

from tests.worded import error_codes as errors


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Pain 2/10 rest, 6/10 w/ activity.", "Pain was 2/10 at rest and 6/10 with activity."),
        ("Pain 2/10 rest, 6/10 w/ activity.", "With activity pain was 6/10, at rest 2/10."),
        ("Pain 2/10 rest, 6/10 w/ activity.", "Pain at rest was 2 out of 10, rising to 6 out of 10 with activity."),
        ("HR 72 rest, 108 w/ ex.", "Heart rate was 72 at rest and 108 with exercise."),
        ("SpO2 96% rest, 88% w/ gait.", "SpO2 was 96% at rest, dropping to 88% with gait."),
        ("Worse in AM, better PM.", "Worse in the morning, better in the afternoon."),
        ("SpO2 94 rest, 89 amb.", "SpO2 was 94 at rest and 89 with ambulation."),
        ("BP 132/78 supine, 104/66 sit.", "BP was 132/78 in supine and 104/66 in sitting."),
        ("BP 132/78 supine, 104/66 sit.", "BP was 104/66 sitting, against 132/78 lying on the back."),
    ],
)
def test_values_in_their_own_case_are_kept(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []
