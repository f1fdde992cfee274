"""The same words in another context: denied, doubted, planned, past, aimed at."""

import pytest

from rewriter.check import check
from tests.worded import drawn

CONTEXT = ("FID121", "FID122", "FID123", "FID124", "FID126")


def turned(source: str, rewrite: str) -> set[str]:
    return {item.code for item in drawn(source, rewrite) if item.code in CONTEXT}


@pytest.mark.parametrize(
    ("source", "rewrite", "code"),
    [
        ("foam EC, LOB x1", "Foam with eyes closed, no loss of balance.", "FID121"),
        ("no neglect. no incr tone", "There is no neglect and an increase in tone.", "FID121"),
        ("no rash, no blister R heel", "No rash and a blister at the right heel were seen.", "FID121"),
        ("cooling vest on", "A cooling vest was not worn.", "FID121"),
        ("denies nausea", "Patient has nausea.", "FID121"),
        ("refused stairs", "Patient did stairs.", "FID121"),
        ("possible neglect", "Patient has neglect.", "FID122"),
        ("?neglect, bumps R", "Neglect was confirmed, bumping on the right.", "FID122"),
        ("all following along", "Not all were following along.", "FID121"),
        ("plan to add tall kneel", "Patient did tall kneeling.", "FID123"),
        ("LOB last week", "Patient had a loss of balance.", "FID124"),
        ("step taps on foam. goal: stairs at home", "The goal is step taps on foam.", "FID126"),
    ],
)
def test_a_turned_context_is_found(source: str, rewrite: str, code: str) -> None:
    assert code in turned(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("foam EC, no LOB", "There was no loss of balance on foam with eyes closed."),
        ("denies nausea", "The patient denied having any nausea."),
        ("possible neglect", "Neglect is possible."),
        ("?neglect, bumps R", "Neglect is queried, with bumping on the right."),
        ("?neglect, bumps R", "Neglect is in question, with bumping on the right."),
        ("?neglect, bumps R", "Neglect cannot be excluded, with bumping on the right."),
        ("pt unsure if flicker is new", "Whether the flicker is new, the patient could not say."),
        ("order Hoyer if no change", "Should nothing change, order a Hoyer."),
        ("no nystagmus", "The eyes did not jump (nystagmus)."),
        ("LTG turn key not met", "Turning a key, a long-term goal, remains unmet."),
        ('Refused stairs "my legs are shot."', 'Stairs were refused: "my legs are shot."'),
        ("fell last noc", "Fell overnight."),
        ("bed alarm on", "P: Bed alarm on."),
        ("will add tall kneel next visit", "The plan is to add tall kneeling at the next visit."),
        ("goal: stairs at home", "The patient would like to manage stairs at home."),
    ],
)
def test_the_same_context_in_other_words_is_silent(source: str, rewrite: str) -> None:
    assert turned(source, rewrite) == set()


def test_the_finding_holds_the_words_that_turn_it_and_points_to_the_note() -> None:
    source = "foam EC, LOB x1"
    findings = drawn(source, "No loss of balance on foam with eyes closed.")
    item = next(item for item in findings if item.code == "FID121")
    assert item.text.startswith("No loss of balance")
    assert [source[spot.start : spot.end] for spot in item.evidence] == ["LOB"]


@pytest.mark.parametrize(
    ("rewrite", "accused"),
    [
        ("Seated balance for 10 minutes. Don pants at edge of bed.", True),
        ("Seated balance for 10 minutes. The goal is to don pants at edge of bed.", False),
        ("Seated balance for 10 minutes, to don pants at edge of bed.", False),
        ("Seated balance for 10 minutes. Patient wants to don pants at edge of bed.", False),
    ],
)
def test_a_goal_is_told_as_one(rewrite: str, accused: bool) -> None:
    verdict = check(rewrite, source="seated bal 10 min. goal: don pants EOB")
    assert ("FID126" in {item.code for item in verdict.findings}) == accused


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("treadmill not done, harness broken", "The treadmill went unused because the harness was broken."),
        ("stairs without rail planned", "The plan is stairs without a rail."),
        ("9 steps L vs 6 R", "Nine steps on the left rather than six on the right."),
        ("dizzy? LT maybe decreased at thumb", "Light touch may be decreased at the thumb."),
        ("aide did the cutting, not student", "The aide, not the student, did the cutting. The student watched."),
    ],
)
def test_a_context_told_in_other_words_is_kept(source: str, rewrite: str) -> None:
    assert not turned(source, rewrite)


@pytest.mark.parametrize(
    ("source", "rewrite"),
    [
        ("no HA, no dizziness", "Headache was reported, no dizziness."),
        ("reached for cones, self corrected after TC", "Reached for cones, corrected without a tactile cue."),
        ("RN told. amb held", "The RN was not told. Ambulation was held."),
    ],
)
def test_a_denial_of_its_neighbour_does_not_cover_a_change(source: str, rewrite: str) -> None:
    assert "FID121" in turned(source, rewrite)


def test_a_goal_that_stands_behind_a_plan_is_still_a_goal() -> None:
    note = "step ups x10 next visit. goal: stairs w/o rail"
    assert not turned(note, "Plan: step ups 10 times next visit. Functional goal: stairs without rail.")
    assert "FID123" in turned(note, "Step ups were done 10 times. Functional goal: stairs without rail.")
