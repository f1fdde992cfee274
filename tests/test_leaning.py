"""What leans on the piece beside it stays with it."""

import pytest

from rewriter import Note, Visit, improve
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.facts import find_facts
from rewriter.reading.pieces import NOTED

PACK = load_pack("97530")


def pieces(text: str) -> list[str]:
    return [text[fact.start : fact.end] for fact in find_facts(read(text, PACK), PACK)]


@pytest.mark.parametrize(
    "text",
    [
        "9 steps, 6 indep, 2 vc, 1 phys",
        "LOB x4, 3 self corrected, 1 min A",
        "10 items, 7 alone, 3 vc",
        "lightheaded sitting up, BP 104/58, cleared 2 min",
        "Dizzy after roll, HR 112, settled 1 min seated",
        "lightheaded at end of 2nd walk, sat, BP 98/60, RN told, resolved 4 min",
        "10 min sit, 5 stand",
        "gait 40 ft x2 R, 20 L",
    ],
)
def test_what_leans_is_told_as_written(text: str) -> None:
    (fact,) = find_facts(read(text, PACK), PACK)
    assert (fact.form, fact.kind) == (NOTED, "remark")
    draft = improve(Note(f"L CVA. STS x5 CGA, VC for trunk. {text}.", "97530", Visit(minutes=15))).rewrite or ""
    assert draft.count(fact.surface) == 1


@pytest.mark.parametrize(
    "text",
    [
        "carry 40# 50 ft x4, 1 standing rest",
        "SLS foam 30s x3, 4 touchdowns",
        "LOB x2, min A",
        "4 steps, 2 verbal cues (4 last time)",
        "BP 104/58, cleared 2 min, STS x5",
        "dizzy, lay down 5 min, resolved",
        "dizzy, HR 112, STS x5 CGA, settled",
        "step ups x8, 1 rail",
    ],
)
def test_what_counts_something_of_its_own_stands_alone(text: str) -> None:
    assert all(fact.form != NOTED for fact in find_facts(read(text, PACK), PACK))


@pytest.mark.parametrize(
    "text", ["Standing planned, not done", "stairs, not attempted", "curb, deferred", "car transfer, declined"]
)
def test_a_bare_not_done_is_of_what_stands_before_it(text: str) -> None:
    assert pieces(text) == [text]
    draft = improve(Note(f"L CVA. STS x5 CGA, VC for trunk. {text}.", "97530", Visit(minutes=15))).rewrite or ""
    assert "Treatment included" not in draft
    assert "Plan:" not in draft


@pytest.mark.parametrize(
    "text", ["heel slides 3x10 w strap, 5 sec hold", "QS x10, 5s hold", "bridges 2x10, 3 sec holds"]
)
def test_a_hold_is_of_the_exercise_before_it(text: str) -> None:
    (fact,) = find_facts(read(text, PACK), PACK)
    assert fact.kind == "activity"


def test_help_told_before_a_cue_is_not_given_with_it() -> None:
    note = "L CVA. Tandem walk 20 ft x4, LOB L x2 min A to recover, vc look up."
    draft = improve(Note(note, "97112", Visit(minutes=15))).rewrite or ""
    assert "minimal assistance to recover. Therapist used verbal cues" in draft


@pytest.mark.parametrize(
    "text",
    [
        "seated LAQ, march, hip abd red tb 2x10",
        "Biceps, triceps 2# 2x10",
        "wrist ext, flex, RD 1# 2x15",
        "march, SLR 3x12",
    ],
)
def test_a_name_that_tells_nothing_alone_stays_with_the_dose_behind_it(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("tired, came late, SLR 3x10", 3),
        ("bridges, clams 2x15", 2),
        ("R hand dominant, SLR 3x10", 2),
        ("knee sore, LAQ 2x10", 2),
        ("march, tandem walk", 2),
    ],
)
def test_what_is_no_exercise_takes_no_dose(text: str, count: int) -> None:
    assert len(pieces(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("needed vc + tc ea rep to turn head L", 1),
        ("required VC + demo for sequence", 1),
        ("Needs TC at L ribs + VC nose over toes", 2),
    ],
)
def test_two_cues_that_were_needed_for_one_thing_stay_together(text: str, count: int) -> None:
    assert len(pieces(text)) == count
