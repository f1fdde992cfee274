"""What a clause may tell its facts as: a fact fits the roles that leave its claim as it is, and no other."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import Fact, find_facts
from rewriter.roles import (
    AIM,
    CLOSERS,
    DONE,
    GOAL,
    JOINTS,
    KINDS,
    NEED,
    NOTED,
    OPENERS,
    PART,
    PLAN,
    REASON,
    REPORT,
    SHOWN,
    USED,
    VERB,
    stands_alone,
    takes,
)

PACK = load_pack()


def fact_of(note: str, kind: str) -> Fact:
    return next(fact for fact in find_facts(read(note, PACK), PACK) if fact.kind == kind)


@pytest.mark.parametrize(
    ("note", "kind", "roles"),
    [
        ("poor balance", "impairment", {SHOWN, NOTED}),
        ("no ataxia", "impairment", {NOTED}),
        ("wt shift R", "activity", {VERB, DONE, PART, NOTED}),
        ("TC at hip", "cue", {USED, PART, NOTED}),
        ("min A", "assist", {NEED, NOTED}),
        ("goal: stairs at home", "function", {GOAL, AIM}),
        ("Plan: add foam next visit", "plan", {PLAN}),
        ("S: dizzy at home", "remark", {REPORT}),
    ],
)
def test_a_fact_is_told_only_as_what_the_note_says_of_it(note: str, kind: str, roles: set[str]) -> None:
    fact = fact_of(note, kind)
    tried = {SHOWN, REASON, VERB, DONE, PART, USED, NEED, GOAL, AIM, PLAN, REPORT, NOTED}
    assert {role for role in tried if takes(role, fact, "patient demonstrated", by_others=False)} == roles


def test_nobody_presented_with_what_happened_in_the_session() -> None:
    lost = fact_of("LOB x2", "impairment")
    assert takes(SHOWN, lost, "patient demonstrated", by_others=False)
    assert not takes(SHOWN, lost, "patient presented with", by_others=False)


def test_a_goal_stands_alone_only_where_it_says_what_it_is() -> None:
    assert stands_alone(fact_of("STG: stairs at home in 2 wks", "function"))
    assert not stands_alone(fact_of("goal: stairs at home", "function"))


def test_every_role_that_words_lead_to_is_one_a_fact_can_have() -> None:
    led = {*OPENERS.values(), *CLOSERS.values(), *(role for role, _ in JOINTS.values())}
    assert set(KINDS) <= led
    assert {before for _, after in JOINTS.values() for before in after} <= led
