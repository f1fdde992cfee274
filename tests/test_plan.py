import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewriter.case import open_case
from rewriter.draft import Draft, DraftSentence
from rewriter.note import Note
from rewriter.plan import Plan, complete, list_facts, plan_draft
from rewriter.proof import find_faults, prove

NOTES = [json.loads(line)["text"] for line in (Path(__file__).parent / "notes.jsonl").read_text("utf-8").splitlines()]


def plan_for(text: str) -> Plan:
    case = open_case(Note(text))
    return plan_draft(case.gather(), case.pack)


def first_ways(plan: Plan) -> Draft:
    return Draft(tuple(DraftSentence(f"s{n}", ways[0]) for n, ways in enumerate(plan.ways, 1)))


@pytest.mark.parametrize("text", NOTES, ids=range(len(NOTES)))
def test_every_way_on_the_sheet_proves(text: str) -> None:
    case = open_case(Note(text))
    facts = case.gather()
    plan = plan_draft(facts, case.pack)
    for ways in plan.ways:
        for way in ways:
            draft = Draft((DraftSentence("s1", way),))
            assert [fault for where, fault in find_faults(draft, facts, case.pack) if where] == []


@pytest.mark.parametrize("text", NOTES, ids=range(len(NOTES)))
def test_one_way_of_each_group_makes_a_draft_that_proves(text: str) -> None:
    case = open_case(Note(text))
    facts = case.gather()
    plan = plan_draft(facts, case.pack)
    assert prove(complete(first_ways(plan), plan), facts, case.pack) == []


@pytest.mark.parametrize("text", NOTES, ids=range(len(NOTES)))
def test_of_all_ways_told_one_after_the_other_only_the_first_is_kept(text: str) -> None:
    case = open_case(Note(text))
    facts = case.gather()
    plan = plan_draft(facts, case.pack)
    ways = [way for group in plan.ways for way in group]
    every = Draft(tuple(DraftSentence(f"s{n}", way) for n, way in enumerate(ways, 1)))
    told = [one.text for one in complete(every, plan).sentences]
    assert told == [one.text for one in complete(first_ways(plan), plan).sentences]


def test_a_sentence_that_tells_one_more_fact_stays_and_so_its_doubled_slot_is_found() -> None:
    case = open_case(Note("Wt shift to R w/ TC @ R hip. Step taps w/ VC."))
    facts = case.gather()
    plan = plan_draft(facts, case.pack)
    texts = "Therapist facilitated {activity1} using {cue1}.", "Therapist facilitated {activity1} using {cue2}."
    whole = complete(Draft(tuple(DraftSentence(f"s{n}", text) for n, text in enumerate(texts, 1))), plan)
    assert "FID191" in {finding.code for _, finding in find_faults(whole, facts, case.pack)}


@given(
    st.text(
        alphabet=st.sampled_from("TC wt shift R knee 3x10 min A . , ; poor balance goal: gait no LOB\n"), min_size=1
    )
)
def test_each_fact_is_arranged_or_carried(text: str) -> None:
    if not text.strip():
        return
    plan = plan_for(text)
    carried = {name for one in plan.carried for name, _ in one.slots()}
    arranged = {fact.id for fact in plan.arranged}
    assert arranged | carried == {fact.id for fact in plan.facts}
    assert not arranged & carried


def test_carried_sentences_stand_where_the_note_has_them() -> None:
    plan = plan_for(
        "Wt shift to R w/ TC @ R hip. Steady 4/10 reps. Step taps w/ VC. Steady 7/10 reps. goal: gait at home"
    )
    whole = complete(first_ways(plan), plan)
    order = [name for one in whole.sentences for name, _ in one.slots()]
    assert order.index("activity1") < order.index("finding1") < order.index("activity2") < order.index("finding2")
    assert order[-1] == "function1"


def test_the_sheet_gives_slots_words_and_ways() -> None:
    sheet = list_facts(plan_for("Wt shift to R, TC @ R hip."))
    assert "{activity1} = weight shift to the right" in sheet
    assert "Therapist facilitated {activity1} using {cue1}." in sheet


def test_no_way_says_that_the_therapist_did_what_a_student_did() -> None:
    plan = plan_for("Student PT guided wt shift to R. TC @ R hip.")
    assert not any(way.startswith("Therapist") for ways in plan.ways for way in ways)


def test_a_cue_behind_another_deed_is_not_said_of_the_first() -> None:
    plan = plan_for("nerve glide stopped (tingle 6/10), switched to light texture ID, cue compare w L")
    assert not any("{activity1} using" in way for ways in plan.ways for way in ways)
    plan = plan_for("scap re-ed prone W/Y TC low trap, rhythmic stab @ 90, mirror")
    assert not any("{cue1} and" in way for ways in plan.ways for way in ways)
