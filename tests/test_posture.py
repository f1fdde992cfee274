"""Standing that a note tells by what is stood on."""

import pytest

from rewriter.fidelity.posture import is_on_pad, tells_standing


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("foam eyes closed , contact guard", True),
        ("eyes open on airex", True),
        ("feet together on foam", True),
        ("foam roller to calf", False),
        ("foam dressing dry , eyes closed at rest", False),
        ("foam eyes closed in tall-kneel", False),
        ("seated on foam , eyes closed", False),
        ("eyes closed", False),
    ],
)
def test_balance_on_a_pad_is_standing_unless_another_posture_is_named(words: str, expected: bool) -> None:
    assert tells_standing(words.split()) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("standing on the foam pad", True), ("standing at the counter , foam later on", False)],
)
def test_a_pad_close_behind_is_stood_on(words: str, expected: bool) -> None:
    assert is_on_pad(words.split(), 0) is expected
