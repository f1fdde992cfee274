"""The deficit that a fact tells of may be why it was treated, named by a noun; what hindered the treatment is none."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


def reasons(text: str) -> set[str]:
    return {fact.why for fact in find_facts(read(text, PACK), PACK) if fact.why}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ataxia R UE", "ataxia"),
        ("L neglect", "neglect"),
        ("neglects L", "neglect"),
        ("vaults R", "vaulting"),
        ("knee buckles L", "knee buckling"),
        ("festinates at doorways", "festination"),
        ("pt shuffles on turns", "shuffling gait"),
        ("spastic L biceps", "spasticity"),
        ("poor balance", "poor balance"),
        ("poor head and neck and trunk control", "poor head and neck and trunk control"),
        ("decreased hip strength and trunk control", "decreased hip strength and trunk control"),
        ("tandem for ataxia", "ataxia"),
    ],
)
def test_a_deficit_is_named_by_a_noun(text: str, why: str) -> None:
    assert reasons(text) == {why}


@pytest.mark.parametrize(
    "text",
    [
        "no ataxia",
        "ataxia gone",
        "decreased ataxia",
        "ataxia decreased",
        "foam stance stopped d/t ataxia",
        "stairs not tested - ataxia",
        "freezing at doorway, not addressed, PT seeing",
        "L neglect not treated today",
        "seated rest 3 min for dizziness",
        "rest 2 min for dizziness",
        "ataxia on Monday",
        "Monday ataxia",
        '"ataxia" she said',
        "toe walker",
        "hip hikes 3x10",
        "tired from OT",
        "spastic dip cp",
        "ataxia scale 12/40",
        "knee pain",
        "balance",
    ],
)
def test_what_hindered_is_past_or_is_no_deficit_is_no_reason(text: str) -> None:
    assert reasons(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "sore 2 days",
        "sore 2 days after lifting pot at home",
        "Dix-Hallpike L + upbeat torsional ~12 sec",
        "gait 60 ft, step ups held d/t knee pain",
        "pain meds working",
        "balance 4/10 w/ sway",
    ],
)
def test_what_came_of_a_test_or_of_another_place_is_no_reason(text: str) -> None:
    assert not reasons(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("min A for veer R", "veer"),
        ("gait unsteady", "unsteadiness"),
    ],
)
def test_what_something_was_given_for_is_a_reason(text: str, why: str) -> None:
    assert any(why in reason for reason in reasons(text))
