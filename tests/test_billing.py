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


@pytest.mark.parametrize(
    "source",
    [
        "wt shift x10 TC hip. Aide taught where to stand",
        "wt shift x10 TC hip. CNA shown the layout and did it back",
        "wt shift x10 TC hip. Tech trained in guarding on stairs, returned demo",
    ],
)
def test_an_aide_who_was_taught_treated_nobody(source: str) -> None:
    assert "BIL310" not in codes(source)


@pytest.mark.parametrize(
    "source",
    [
        "Aide taught pt breathing. wt shift x10 TC hip",
        "Aide shown squats, then did squats x20 w/ pt",
        "CNA trained pt on transfers x5",
        "Aide, trained in guarding, ran the balance exercises x10 w/ TC",
    ],
)
def test_an_aide_who_taught_or_ran_it_treated(source: str) -> None:
    assert "BIL310" in codes(source)


@pytest.mark.parametrize(("source", "asked"), [("twenty minutes neuro", False), ("twenty minutes neuro exam", True)])
def test_dictated_minutes_of_the_treatment_are_minutes(source: str, asked: bool) -> None:
    assert ("BIL302" in codes(f"wt shift w/ TC at hips. {source}", Visit())) is asked
