from typing import Any

import pytest

from rewriter.evaluate.contradictions import find_contradictions
from rewriter.evaluate.sample import Sample
from rewriter.pack import load_pack

SILENT = next(rule.code for rule in load_pack().rules.values() if not rule.question)
NOTE = "Step taps R LE 2x8, TC @ R quad, no LOB, seen twice. 20 min"


def sample(name: str = "a", expected: Any = "needs_input", **said: Any) -> Sample:
    return Sample(name, said.pop("text", NOTE), expected, **{"questions": ("DOC130",), **said})


def told(*samples: Sample) -> str:
    return "; ".join(item.message for item in find_contradictions(samples))


def test_a_sound_set_has_none() -> None:
    sound = sample(
        facts=("2 sets ... 8 | 2x8", "20 minutes", "2 times"),
        traps=("minimal assistance",),
        may_ask=("DOC140",),
        minutes=20,
        visit={"minutes": 20, "minutes_by_code": {"97112": 20}},
        tags=("setting:snf", "difficulty:hard"),
    )
    assert find_contradictions([sound, sample("b", text="Gait 40 ft, CGA.", questions=None)]) == []


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"cpt": "00000"}, "no pack has its code"),
        ({"questions": ("DOC999",)}, "no rule 'DOC999'"),
        ({"questions": (SILENT,)}, f"{SILENT} asks no question"),
        ({"questions": ("DOC130", "DOC130")}, "a code stands twice"),
        ({"may_ask": ("DOC130",)}, "DOC130 is due and also may be asked"),
        ({"questions": None, "may_ask": ("DOC130",)}, "its questions are not scored"),
        ({"answers": {"DOC130": "Sink."}}, "DOC130 is answered already"),
        ({"questions": ()}, "needs input, but no question"),
        ({"expected": "accepted"}, "to be accepted, but DOC130"),
        ({"questions": ("BIL314",)}, "not to be refused, but BIL314"),
        ({"facts": ("tactile cue* | TC",), "traps": ("tactile",)}, "fact 1, said in one of its ways, springs trap 1"),
        ({"facts": ("step taps", "3 sets | 9 sets")}, "fact 2 has a number that neither"),
        ({"traps": ("step taps",)}, "trap 1 stands in the note"),
        ({"facts": ("step taps", "Step  Taps")}, "facts: a wording stands twice"),
        ({"tags": ("hard",)}, "not written as group:name"),
        ({"tags": ("a:b", "a:b")}, "a tag stands twice"),
        ({"minutes": 20, "visit": {"minutes": 30}}, "its minutes and those of its visit differ"),
        ({"minutes": 20, "visit": {"minutes_by_code": {"97112": 30}}}, "those of its code in the visit differ"),
    ],
)
def test_a_sample_that_contradicts_itself_is_told(said: dict[str, Any], message: str) -> None:
    assert message in told(sample(**said))


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"expected": "refused"}, "different statuses"),
        ({"questions": ("DOC150",)}, "different questions"),
        ({}, "the same note stands twice"),
        ({"text": f"  {NOTE.upper()}"}, "the same note stands twice"),
        ({"traps": ("step taps",)}, "a fact of the one is a trap of the other"),
    ],
)
def test_samples_that_contradict_each_other_are_told(said: dict[str, Any], message: str) -> None:
    assert message in told(sample(facts=("step taps",)), sample("b", **said))


def test_another_visit_may_well_decide_otherwise() -> None:
    assert told(sample(minutes=20), sample("b", "refused", minutes=5)) == ""


def test_no_message_quotes_a_note() -> None:
    found = find_contradictions([sample(traps=("step taps",)), sample("b", "refused")])
    assert found
    assert not any("taps" in item.message.lower() for item in found)
