"""The deficit that the clinician, asked, names as the reason, as a noun; a note's own deficits are no reasons."""

import pytest

from rewriter.gather import gather_facts
from rewriter.improve import improve
from rewriter.note import Answer, Note
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()
NOTE = "tandem 3x30 s, TC at pelvis, min A"


def reasons(answer: str, code: str = "DOC110") -> set[str]:
    """Return the reasons that the facts of a note with an answer give for treatment."""
    note = Note(NOTE, "97112", Visit(), (Answer(code, answer),))
    facts = gather_facts(note, read(NOTE, PACK), [read(answer, PACK)], PACK)
    return {fact.why for fact in facts if fact.why}


@pytest.mark.parametrize(
    ("answer", "why"),
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
        ("her ataxia", "ataxia"),
    ],
)
def test_a_deficit_is_named_by_a_noun(answer: str, why: str) -> None:
    assert reasons(answer) == {why}


@pytest.mark.parametrize("answer", ["no ataxia", "toe walker", "spastic dip cp", "knee pain", "balance", "none"])
def test_what_is_denied_not_known_or_no_deficit_is_no_reason(answer: str) -> None:
    assert reasons(answer) == set()


@pytest.mark.parametrize("code", ["DOC130", "DOC140", "DOC150"])
def test_only_an_answer_to_what_it_was_for_is_a_reason(code: str) -> None:
    assert reasons("ataxia", code) == set()


@pytest.mark.parametrize(
    "text",
    [
        "ataxia R UE. tandem x4 w VC, min A",
        "R foot drop. step taps x10, TC at tib ant",
        "L neglect: scanning to L, VC x6, for safe crossing of streets",
        "foam stance 3x30 s w CGA, hip drop R",
    ],
)
def test_what_the_note_tells_beside_the_treatment_is_asked_about_and_never_told_as_its_reason(text: str) -> None:
    result = improve(Note(text, "97112", Visit(minutes=15)))
    assert "to address" not in (result.rewrite or "")
    assert {"DOC110", "DOC115"} & {question.code for question in result.verdict.questions}


@pytest.mark.parametrize("code", ["DOC110", "DOC115"])
def test_an_answer_ties_the_treatment_to_the_deficit(code: str) -> None:
    note = Note("R foot drop. step taps x10, TC at tib ant", "97112", Visit(minutes=15), (Answer(code, "foot drop"),))
    result = improve(note)
    assert (result.rewrite or "").startswith("Therapist provided neuromuscular re-education for 15 minutes to address")
    assert not {"DOC110", "DOC115"} & {question.code for question in result.verdict.questions}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wt shift to R 3x10 for poor propriocep R LE, TC at hip", "to address poor proprioception of the right lower"),
        ("tandem walk 20 ft x4 for ataxia, VC for pace", "tandem walk for 20 feet, 4 times, to address ataxia"),
        ("gait 150 ft w/ RW d/t decr balance, VC for pace", "due to decreased balance"),
        ("UE reach x12 to improve sitting balance, VC", "reach for 12 repetitions to improve sitting balance"),
        ("step taps 2x8 2/2 decr motor control, TC at quad", "secondary to decreased motor control"),
    ],
)
def test_what_the_note_says_an_activity_was_for_is_told_with_it(text: str, said: str) -> None:
    result = improve(Note(text, "97112", Visit(minutes=15)))
    assert said in (result.rewrite or "")
    assert "Noted: " not in (result.rewrite or "")
    assert not {"DOC110", "DOC115"} & {question.code for question in result.verdict.questions}
