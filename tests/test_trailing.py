"""What was written side by side stays so: behind a semicolon, in the sentence of what it was written behind."""

import pytest

from rewriter.case import open_case
from rewriter.draft import Draft, DraftSentence
from rewriter.note import Note
from rewriter.proof import find_faults
from tests.noted import composed


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Step taps x8, vc heel strike, longer R step.", "verbal cues for heel strike; longer right step."),
        ("Gait w tc R glute, upright trunk.", "; upright trunk."),
        ("STS x8. CGA, step-to pattern.", "contact guard assistance; step to pattern."),
        ("STS x8. HEP re-explained, 10 q3h.", "home exercise program re-explained; 10 every 3 hours."),
        ("R THA POD 2, post prec. STS x8.", "postoperative day 2; posterior precautions."),
        ("Peripheral neuropathy both feet, L>R. STS x8.", "; left greater than right."),
        ("Fabricated volar splint in neutral, nights only.", "splint in neutral; nights only."),
    ],
)
def test_what_goes_on_behind_a_cue_help_or_teaching_stays_beside_it(note: str, said: str) -> None:
    assert said in composed(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS x8. Stairs deferred d/t buckle, will try PM.", "Stairs were deferred due to buckle; will try PM."),
        ("STS x8. Shower transfer not done, OT to do tmrw.", "Shower transfer was not done; OT to do tomorrow."),
        ("STS x8. Berg next visit, 39 at eval.", "Plan: Berg next visit; 39 at evaluation."),
        ("STS x8. Bike planned 10 min, did 4.", "bike planned 10 minutes; did 4."),
        ("STS x8. Grocery aisles still bad. Goal DHI <30, not met (44).", "less than 30; not met (44)."),
        ("STS x8. Yells. Goal UB dress SBA 2 wks, last wk was mod A.", "2 weeks. Last week was moderate assistance."),
        ("STS x8. E-stim planned, unit out.", "Electrical stimulation planned; unit out."),
    ],
)
def test_a_plan_is_not_torn_from_what_it_was_written_with(note: str, said: str) -> None:
    assert said.lower() in composed(note).lower()


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("STS x8. Slept poorly, cont HEP daily. Gait 40 ft x2.", "The plan is to continue"),
        ("STS x8. Goal home in 2 wk, step taps x10 2 sets.", "and step taps for 10 repetitions 2 sets."),
        ("STS x8. Mirror for midline, finds it ~10s then falls L.", "Noted: finds it"),
        ("Step taps x8, vc heel strike, lost temper.", "Noted: lost temper"),  # whose is not said
    ],
)
def test_what_stands_by_itself_or_could_be_anybodys_is_told_apart(note: str, said: str) -> None:
    assert said in composed(note)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("s/p L CVA, R hemi. STS x8.", "status post left cerebrovascular accident and with right hemiparesis."),
        (
            "s/p R TKA, L knee OA. STS x8.",
            "status post right total knee arthroplasty and with left knee osteoarthritis.",
        ),
    ],
)
def test_what_a_patient_comes_after_and_with_is_one_sentence(note: str, said: str) -> None:
    assert f"Patient presented {said}" in composed(note)


def test_a_draft_may_not_put_behind_a_cue_what_was_written_elsewhere() -> None:
    case = open_case(Note("Step taps x8, vc heel strike. STS x5. Longer R step.", "97112"))
    facts = case.gather()
    cue = next(fact.id for fact in facts if fact.kind == "cue")
    far = facts[-2].id if facts[-1].origin == "visit" else facts[-1].id
    draft = Draft((DraftSentence("s1", f"Therapist used {{{cue}}}; {{{far}}}."),))
    assert "FID192" in [item.code for sentence, item in find_faults(draft, facts, case.pack) if sentence]


def test_a_draft_may_not_make_a_remark_the_patients_report() -> None:
    case = open_case(Note('S: "knee is sore", O: step taps x8. wife drove', "97112"))
    facts = case.gather()
    said = next(fact.id for fact in facts if fact.heading == "subjective")
    for other in facts:
        if other.heading != "subjective" and other.origin == "note":
            draft = Draft((DraftSentence("s1", f"Patient report: {{{said}}}; {{{other.id}}}."),))
            assert [item.code for sentence, item in find_faults(draft, facts, case.pack) if sentence]
