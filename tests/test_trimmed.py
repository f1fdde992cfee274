"""Words that the sentence of a rewrite says by itself are left out of a fact; words of a plan tell no past."""

import pytest

from rewriter.reading.surface.trimmed import length_of_doing, length_of_goal, length_of_teaching, to_come
from rewriter.reading.words import split_words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("worked on bridges", "bridges"),
        ("working on bridges", "bridges"),
        ("worked bridges", "bridges"),
        ("worked hard at bridges", "worked hard at bridges"),
        ("performed bridges", "bridges"),
        ("then bridges", "bridges"),
        ("bridges performed", "bridges performed"),
    ],
)
def test_what_only_says_that_it_was_done_is_left_out(text: str, left: str) -> None:
    low = text.split()
    assert " ".join(low[length_of_doing(low, 0) :]) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("education on pacing", "pacing"),
        ("education regarding pacing", "pacing"),
        ("education pacing", "pacing"),
        ("education : pacing", "pacing"),
        ("education :", "education :"),
        ("education", "education"),
        ("education given", "education given"),
        ("education continued", "education continued"),
        ("education on 3 points", "education on 3 points"),
        ("handout on pacing", "handout on pacing"),
    ],
)
def test_what_only_says_that_it_was_taught_is_left_out(text: str, left: str) -> None:
    low = text.split()
    assert " ".join(low[length_of_teaching(low, 0, len(low)) :]) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("stairs with rail goal", "stairs with rail"),
        ("stairs goals", "stairs"),
        ("stairs is our goal", "stairs is our goal"),
        ("stairs toward long term goal", "stairs toward long term goal"),
        ("stairs this week without any rail goal", "stairs this week without any rail"),
        ("goal", "goal"),
        ("stairs goal met", "stairs goal met"),
    ],
)
def test_what_only_calls_it_a_goal_is_left_out(text: str, left: str) -> None:
    low = text.split()
    assert " ".join(low[: len(low) - length_of_goal(low, 0, len(low))]) == left


@pytest.mark.parametrize(
    ("text", "surface", "said"),
    [
        ("incr to L4", "increased to L4", "increase to L4"),
        ("dc Friday", "Discharged Friday", "discharge Friday"),
        ("increased to L4", "increased to L4", "increased to L4"),
        ("prog'd to L4", "progressed to L4", "progressed to L4"),
        ("mod rail", "modified rail", "modified rail"),
        ("incr", "increased", "increase"),
    ],
)
def test_shorthand_of_a_plan_tells_no_past(text: str, surface: str, said: str) -> None:
    assert to_come(split_words(text), 0, surface) == said
