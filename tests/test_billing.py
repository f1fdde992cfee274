"""Visit rules: a refusal comes before any question; who treated and who was only taught; dictated minutes."""

import pytest

from rewriter.check import check
from rewriter.visit import Visit
from tests.billed import ANY, codes


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
