"""What is to come as a sentence: goals and plans take their "to" only where a verb surely opens them."""

import pytest

from rewriter.case import open_case
from rewriter.improve import write
from rewriter.note import Note


def draft(text: str) -> str:
    return write(open_case(Note(text)))[1].text


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        ("don shirt in 2 wks", "The functional goal is to don shirt in 2 weeks."),
        ("carry laundry basket upstairs", "The functional goal is to carry laundry basket upstairs."),
        ("walk to mailbox", "The functional goal is to walk to mailbox."),
        ("stand 5 min for cooking", "The functional goal is to stand 5 minutes for cooking."),
        ("toilet transfer w/ SBA", "The functional goal is toilet transfer with standby assistance."),
        ("safe gait on grass", "The functional goal is safe gait on grass."),
        ("sit to stand indep", "The functional goal is sit to stand independent."),
        ("crawl 2m", "The functional goal is to crawl 2m."),
        ("mow lawn w/o rest", "The functional goal is to mow lawn without rest."),
        ("hang own curtains", "The functional goal is to hang own curtains."),
        ("independent floor to stand", "Functional goal: independent floor to stand."),
        ("stairs w/ rail, not met", "Functional goal: stairs with a rail, not met."),
    ],
)
def test_a_goal_is_told_as_a_sentence(goal: str, told: str) -> None:
    assert told in draft(f"step taps 2x10 CGA. Goal: {goal}")


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        ("cont 2x/wk", "The plan is to continue 2 times per week."),
        ("try foam next visit", "The plan is to try foam next visit."),
        ("progress to stairs. add head turns", "Plan: progress to stairs; add head turns."),
        ("step downs next visit", "Plan: step downs next visit."),
        ("stairs tomorrow", "Plan: stairs tomorrow."),
        ("recheck 1 wk", "Plan: recheck 1 week."),
        ("add foam next visit. stairs w/ son Fri", "Plan: add foam next visit; stairs with son Friday."),
    ],
)
def test_a_plan_is_told_as_a_sentence(plan: str, told: str) -> None:
    assert told in draft(f"step taps 2x10 CGA. Plan: {plan}")
