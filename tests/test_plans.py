"""What is told of the next visit is a plan, and what comes next in a task, or was asked for, is none."""

import pytest

from rewriter.reading.kinds.plans import tell_plan
from tests.one_piece import named, whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plan foam stance", ("plan", "")),
        ("will add foam stance", ("plan", "planned")),
        ("stairs next", ("plan", "")),
        ("foam stance next visit", ("plan", "next_time")),
        ("recheck 1 wk", ("plan", "")),
        ("reassess Berg in 2 weeks", ("plan", "")),
        ("progress to foam tomorrow", ("plan", "next_time")),
        ("planned 6 visits", ("plan", "designed")),
        ("try cane when home", ("plan", "")),
        ("continue POC", ("plan", "continue_plan_of_care")),
        ("Plan: bridges", ("plan", "")),
        ('Plan: "more stairs"', ("plan", "")),
    ],
)
def test_what_is_told_of_the_next_visit_is_a_plan(text: str, told: tuple[str, str]) -> None:
    found = whole(text)
    assert named(found, tell_plan(found)) == told


@pytest.mark.parametrize(
    "text",
    [
        "cued for which step comes next",
        "cue for what to do next",
        "tandem stance next to wall",
        "planned 6",
        "recheck hip ROM",
        "increase reps",
        "continue POC with cues",
        '"maybe next week"',
        '"will do stairs tomorrow"',
        "foam stance",
    ],
)
def test_what_is_asked_said_or_done_is_no_plan(text: str) -> None:
    assert tell_plan(whole(text)) is None
