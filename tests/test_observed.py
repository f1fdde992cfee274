"""Pieces that name a thing done, and tell what was seen, found, planned or left for another day."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts

PACK = load_pack()


@pytest.mark.parametrize(
    "text",
    [
        "SLR + L 45\u00b0",
        "SLR neg R",
        "tandem eyes shut stagger R x3",
        "swing thru dragging",
        "gait buckling R x2",
        "foam EC veering L",
        "SLS R 7 L 4 sec",
        "2 falls in Nov, both turning from sink",
        "static stand 11 sec best",
        "wide turns counting aloud worked best",
        "SLR R 35 -> 50",
        "grip L 18 R 62",
        "trunk shifts L when R leg lifts",
        "knee dives in w/ each catch when not cued",
        "feet keep creeping forward",
        "R knee caves in on landing unless cued",
        "unable from 17in chair",
        "92% after 2 min seated PLB",
        "hx fall from mech lift",
        "grasp ok release poor",
        "heel walk R weak 4-/5",
        "sling only in gait",
        "UT hike w reach >60\u00b0",
        "HHA repeats demo Thurs",
        'bears down when cued "squeeze"',
        "demo 2/5 steps forgot",
        "Plan gaze stab if dizziness settles",
        "gufoni next if +",
        "eval 3+",
        "seizure-like x0",
        "tandem unable",
        "tandem EC unable",
        "SL hop LSI 82%",
        "WB lunge L 6 cm, R 11 cm",
        "fig-8 edema L 46 cm",
        "run 1 mi Sat ok",
        "3 w/ pinch",
        "foam EC fell back x3",
    ],
)
def test_what_was_seen_or_is_to_come_is_no_treatment(text: str) -> None:
    kinds = {fact.kind for fact in find_facts(read(text, PACK), PACK) if fact.polarity == "affirmed"}
    assert kinds.isdisjoint({"activity", "cue", "treatment", "diagnosis"})


@pytest.mark.parametrize(
    "text",
    [
        "SLR 3x10 R",
        "grip L x10 R x10",
        "trunk rotations L x10 when seated",
        "STS from 17in chair x5",
        "trunk rotations L x10",
        "bridge good form x10",
        "sit to stand 2x5 w R lead",
        "reaching in sitting x10",
        "gait 40 ft w mirror",
        "hold plank 30 s x3",
        "lunge L x10, R x10",
        "SL hop x10 L",
    ],
)
def test_what_has_a_dose_was_done(text: str) -> None:
    assert {fact.kind for fact in find_facts(read(text, PACK), PACK)} & {"activity", "cue"}


@pytest.mark.parametrize(("text", "kind"), [("planned 6, stopped early", "remark"), ("planned 6 visits", "plan")])
def test_what_was_aimed_at_today_is_no_plan(text: str, kind: str) -> None:
    assert find_facts(read(text, PACK), PACK)[0].kind == kind


@pytest.mark.parametrize(
    "text",
    ["moved kettle to counter ht so carries less", "swapped shoes so gait better", "lowered rail so reach less"],
)
def test_what_was_changed_stays_as_written_and_is_no_finding(text: str) -> None:
    facts = find_facts(read(text, PACK), PACK)
    assert [fact.kind for fact in facts] == ["remark"]
    assert " was " not in facts[0].surface
