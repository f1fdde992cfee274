"""Sentences of a note of which nothing fits a plan: they stand as they do there."""

import pytest

from rewriter.case import open_case
from rewriter.draft import Draft, DraftSentence
from rewriter.note import Note
from rewriter.proof import find_faults
from tests.noted import composed


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS x8. Skin check by nsg this am clear.", "Skin check by nursing this morning clear."),
        ("STS x8. Buttons 5 in 2:10 (3:05).", "Buttons 5 in 2:10 (3:05)."),
        ("STS x8. Hall rug still down, asked again to pull it.", "Hall rug still down; asked again to pull it."),
        ("STS x8. BAPS L3 seated cw/ccw 15 ea.", "BAPS L3 seated clockwise/counterclockwise 15 each."),
        ("STS x8. Aide 2nd person standby only.", "Aide 2nd person standby only."),
    ],
)
def test_what_fits_no_plan_stands_as_in_the_note(note: str, said: str) -> None:
    assert said in composed(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS x8. Husband put in grab bar, lost temper w buttons.", "lost temper"),  # whose temper is not said
        ("STS x8. Lost temper w buttons, 2 of 5.", "Noted: lost temper"),
        ("STS x8. Trial weighted utensils, built up knife.", "Noted: trial weighted utensils"),
        ("STS x8. Still puts strong arm first.", "Noted: still puts"),
        ("STS x8. Rocking.", "Noted: rocking"),
        ("STS x8. 4 reps w max A last Mon.", ": 4 repetitions"),
        ("S: hip stiff in the am for an hour. O: STS x8.", "Patient report: hip stiff"),
    ],
)
def test_what_leads_on_or_could_be_anybodys_keeps_its_label(note: str, said: str) -> None:
    assert said in composed(note)


def test_a_draft_by_others_may_not_drop_the_label_either() -> None:
    case = open_case(Note("R CVA, L neglect. Step taps x8, TC R quad.", "97112"))
    facts = case.gather()
    found = {fact.kind: fact.id for fact in facts}
    state, deficit = found["diagnosis"], found["impairment"]
    texts = [
        f"Patient presented with {{{state}}} and {{{deficit}}}.",
        f"Patient presented with {{{state}}}. {{{deficit}}}.",
    ]
    faults = [
        [
            item.code
            for _, item in find_faults(Draft((DraftSentence("s1", text),)), facts, case.pack)
            if item.code == "FID195"
        ]
        for text in texts
    ]
    assert faults == [[], ["FID195"]]
