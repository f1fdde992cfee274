"""What stands under the heading of a plan and is none."""

import pytest

from rewriter.improve import improve
from rewriter.note import Note
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from tests.one_piece import PACK


def is_planned(text: str) -> bool:
    """Tell whether the last fact of a text is a plan."""
    fact = find_facts(read(text, PACK), PACK)[-1]
    return fact.kind == "plan" or fact.polarity == "planned"


@pytest.mark.parametrize(
    "behind",
    [
        "L vestib neuritis",
        "R hip fx 6 wks",
        "Pt reports pain 3/10 today",
        "Pt denies dizziness",
        "Pt tolerated well",
        "BP 130/80",
        "Pain 4/10 end",
        "Pt left w/ sling on",
        "Denied pain",
        "Pt seen 1:1",
        "HEP given w/ pics",
        "RN aware",
        "Night splint not checked today",
        "Hip abd not done, sore",
        "No bike today, broken seat",
        "Sling worn today",
        "Scar massage she already does",
        "Drove self here",
        "Laundry put off, machine broke",
        "Walker left at desk",
        "Transport came early",
        "Wife drove home",
    ],
)
def test_what_is_told_behind_the_plan_is_none(behind: str) -> None:
    assert not is_planned(f"P: busy background next. {behind}.")


@pytest.mark.parametrize(
    "behind",
    [
        "stairs",
        "Pt to try stairs",
        "Call MD today",
        "Putty not started til wk 8",
        "No lifting",
        "2 person stand Wed",
        "Balance training 2x/wk",
        "Pain management",
        "Pt will see MD",
        "Curb training CGA",
    ],
)
def test_what_is_to_come_stays_one(behind: str) -> None:
    assert is_planned(f"P: busy background next. {behind}.")
    assert is_planned(f"P: {behind}.")


@pytest.mark.parametrize(
    "item",
    [
        "says cant feel floor",
        "call light in reach",
        "bed alarm on",
        "RN aware of BP",
        "left in chair w alarm on",
        "pain 3/10",
        "HR 88",
    ],
)
@pytest.mark.parametrize("plan", ["next stairs", "will try foam next visit", "P: add foam"])
def test_an_item_behind_a_plans_comma_may_tell_what_is_so(plan: str, item: str) -> None:
    assert not is_planned(f"{plan}, {item}.")
    assert is_planned(f"{plan}, {item}.".split(",")[0])


@pytest.mark.parametrize("item", ["toileting", "lower chair", "wife to count reps", "cont 2x/wk", "2x10", "30 s x3"])
def test_an_item_behind_a_plans_comma_is_planned_too(item: str) -> None:
    assert is_planned(f"P: add foam, {item}.")


@pytest.mark.parametrize("text", ["Plan tandem on foam; stairs w rail Thurs.", "P: cont 3x/wk; 2 person stand Wed."])
def test_a_semicolon_goes_on_with_the_plan(text: str) -> None:
    assert is_planned(text)


@pytest.mark.parametrize(
    "text",
    ["cant see print, will enlarge handout.", "cant read sheet, will reprint.", "Mirror box planned, not done."],
)
def test_what_is_told_before_a_plans_comma_is_none(text: str) -> None:
    fact = find_facts(read(text, PACK), PACK)[0]
    assert fact.kind != "plan"


def test_a_sentence_under_the_heading_says_that_it_is_planned() -> None:
    draft = improve(Note("STS x8 CGA, VC for nose over toes. P: splint off for light ADL, on for work.", "97112"))
    assert "Plan: splint off" in str(draft.rewrite)


@pytest.mark.parametrize("item", ["sister staying", "wife happy", "3 falls at home"])
@pytest.mark.parametrize("plan", ["plan stairs pm", "next foam"])
def test_a_plan_without_a_heading_ends_where_somebody_or_so_many_are_told_of(plan: str, item: str) -> None:
    assert is_planned(f"{plan}.")
    assert not is_planned(f"{plan}, {item}.")


@pytest.mark.parametrize(
    "text", ["P: add foam, pt left in recliner, call light in reach.", "Plan foam, curbs, dtr to attend, wife happy."]
)
def test_a_plan_with_what_is_so_beside_it_is_arranged(text: str) -> None:
    draft = improve(Note(f"STS x8 CGA, VC for nose over toes, L quad weak. {text}", "97112")).rewrite or ""
    assert "Noted:" in draft
    assert draft.endswith(("foam.", "daughter to attend."))
