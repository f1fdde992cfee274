"""Values of now and of before, as a response."""

import pytest

from rewriter.checks.compared import find_compared
from rewriter.reading import read
from tests.judged import PACK, found

DONE = "Therapist guided weight shift with verbal cues. "


@pytest.mark.parametrize(
    "text",
    [
        "TAM 165 (was 148).",
        "TAM was 88 now 103.",
        "Gap 2.8 -> 2.1 cm.",
        "AROM 6-88 start, 4-94 end.",
        "UB dressing mod A Mon then min A today.",
        "Tall kneel 3x45 s min A (last visit 3x20 mod A).",
        "Sit to stand x6 mod A, was max A Tuesday.",
        "Thumb 0-32 (0-25 last visit).",
    ],
)
def test_a_comparison_is_a_response(text: str) -> None:
    assert not found("DOC140", DONE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Sit to stand min A x3, transfers mod A x2.",
        "Stands 30 s, sits 40 s.",
        "Mod A sit, mod A today.",
        "Goal: 10 reps, was 5.",
    ],
)
def test_two_values_alone_are_none(text: str) -> None:
    assert found("DOC140", DONE + text)


def test_the_later_value_is_yielded() -> None:
    reading = read("Bed to chair mod A Mon, min A today", PACK)
    assert [reading.written(reading.mentions[i]) for i in find_compared(reading)] == ["min A"]
