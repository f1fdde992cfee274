"""Standing that a note tells by what is stood on."""

import pytest

from rewriter.fidelity.posture import tells_standing


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
