"""Standing that a note tells by what is stood on; walking that it tells by an aid and a distance."""

import pytest

from rewriter.fidelity.texts.posture import is_on_pad, tells_standing, tells_walking


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
        ("narrow base of support foam , 20 s", True),
        ("foam eyes closed 20 s . vor seated at home", True),
        ("seated at edge . foam eyes closed", False),
    ],
)
def test_balance_on_a_pad_is_standing_unless_another_posture_is_named(words: str, expected: bool) -> None:
    assert tells_standing(words.split()) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("front wheeled walker 80 ft x 2", True),
        ("150 feet with cane , contact guard", True),
        ("stood at walker 2 min", False),
        ("walker placed 3 ft away", False),
        ("wheelchair propelled 80 ft , walker in tow", False),
        ("ltg 150 ft walker", False),
        ("walker . reach to 2 ft", False),
    ],
)
def test_an_aid_with_a_distance_is_walking(words: str, expected: bool) -> None:
    assert tells_walking(words.split()) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("standing on the foam pad", True), ("standing at the counter , foam later on", False)],
)
def test_a_pad_close_behind_is_stood_on(words: str, expected: bool) -> None:
    assert is_on_pad(words.split(), 0) is expected
