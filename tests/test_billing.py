"""Visit rules of substance: what is too thin or too unclear to be rewritten; and that a refusal comes first."""

import pytest

from rewriter.check import check
from rewriter.visit import Visit

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "
ANY = "Tall kneeling."


def codes(source: str, visit: Visit = Visit(minutes=20)) -> set[str]:
    findings = check(ANY, source=source, visit=visit).findings
    return {item.code for item in findings if item.code.startswith("BIL")}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("squats. tall kneel", True),
        ("squats, cues", True),
        ("squats, VC for depth", False),
        ("squats, cued", True),
        ("squats, cued to slow", False),
        ("squats, reminded of line each lap", False),
        ("squats, knee gave, SPTA blocked", False),
        ("squats, tone 1+ elbow flexors", False),
        ("squats, caught toe x2", False),
        ("squats, ataxia", False),
        ("squats, no ataxia", True),
        ("squats, poor balance", False),
        ("squats, balance", True),
        ("squats. blocked knee", False),
    ],
)
def test_a_note_too_thin_to_rewrite_is_refused(text: str, refused: bool) -> None:
    assert ("BIL314" in codes(text)) is refused


def test_a_note_of_riddles_is_refused() -> None:
    assert "BIL315" in codes("PT. MS. CP. TA")
    assert "BIL315" not in codes(SKILLED + "seen with PT")


def test_a_refusal_is_the_verdict_before_any_question() -> None:
    assert check(ANY, source="squats", visit=Visit(minutes=5)).verdict == "refuse"
