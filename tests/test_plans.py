"""What is told of the next visit is a plan, and what comes next in a task, or was asked for, is none."""

import pytest

from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.kinds.plans import tell_plan
from tests.one_piece import PACK, named, whole


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
        "cont to need min A for legs",
        "pt cont to require vc",
        "continues to fatigue quickly",
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


@pytest.mark.parametrize(
    "text",
    [
        "planned standing ex not done",
        "had 30 min planned",
        "stopped there, had planned 3",
        "was scheduled for pool",
        "stairs not yet, plan tmrw",
        "Plan: leg press not done",
    ],
)
def test_what_was_intended_or_left_is_no_plan(text: str) -> None:
    fact = find_facts(read(text, PACK), PACK)[-1]
    assert (fact.kind, fact.polarity) != ("plan", "planned")
    assert fact.kind != "plan"


@pytest.mark.parametrize("text", ["plan stairs tmrw", "jogging not until next visit", "?light duty, will ask MD"])
def test_what_is_to_come_or_to_be_asked_is_one(text: str) -> None:
    fact = find_facts(read(text, PACK), PACK)[-1]
    assert fact.kind == "plan" or fact.polarity == "planned"


@pytest.mark.parametrize("text", ["Berg 44; next dual task", "next HEP review", "next elastic laces, toileting"])
def test_what_comes_next_is_a_plan(text: str) -> None:
    assert find_facts(read(text, PACK), PACK)[-1].kind == "plan"


@pytest.mark.parametrize("text", ["next to bed sat 5 min", "next set min A", "next rep ok", "next day sore"])
def test_what_is_next_in_turn_or_place_is_none(text: str) -> None:
    assert all(fact.kind != "plan" for fact in find_facts(read(text, PACK), PACK))


def test_a_letter_and_a_dash_head_a_plan() -> None:
    facts = find_facts(read("declined ice. P - progress step height", PACK), PACK)
    assert [fact.kind for fact in facts][-1] == "plan"
