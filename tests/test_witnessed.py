"""What somebody said is not told as seen, nor, unless it is felt, as so."""

import pytest

from rewriter.fidelity.contexts.witnessed import find_witnessed
from tests.worded import both


@pytest.mark.parametrize(
    ("note", "rewrite", "found"),
    [
        ("Denies HA/dizzy.", "No headache or dizziness was found on examination.", True),
        ("Denies HA/dizzy.", "There was no headache or dizziness.", False),
        ("Denies numbness R foot.", "No signs of numbness were observed in the right foot.", True),
        ("Denies numbness R foot.", "The patient denied numbness in the right foot on examination.", False),
        ("Denies falls since eval.", "There have been no falls since the evaluation.", True),
        ("Denies falls since eval.", "No falls were reported since the evaluation.", False),
        ("Denies pain, falls or new meds.", "There are no new medications.", True),
        ("C/o tingling L hand.", "Tingling of the left hand was seen.", True),
        ("C/o tingling L hand.", "The left hand is tingling.", False),
        ("Says sleeps in recliner.", "He sleeps in a recliner.", True),
        ("Says sleeps in recliner.", "By his own account he sleeps in a recliner.", False),
        ("Dtr states he wanders at night.", "He was observed wandering at night.", True),
        ("Denies calf pain today, 5/10 Mon.", "Calf pain: Monday 5/10; denies any today.", False),
        ("C/o fatigue after 2 laps.", "The patient appeared fatigued after two laps.", True),
        ("C/o fatigue after 2 laps.", "Fatigue appeared after two laps.", False),
        ("Pt: pain worse at night.", "Pain was observed to be worse at night.", True),
        ("Denies numbness.", "No numbness on testing; the monofilament was felt.", True),
        ("No SOB per pt.", "No shortness of breath was observed.", True),
        ("No SOB per pt.", "There was no shortness of breath per the patient.", False),
        ("Brushes 2x/day by report.", "Brushing was observed twice a day.", True),
        ("Hoyer to chair per nsg, PT present.", "Nursing completed the Hoyer transfer, and PT was present.", False),
        ("Exam deferred per pt preference.", "The exam was deferred at the patient's preference.", False),
        ('"Legs like jelly" per pt.', 'The patient remarked "legs like jelly."', False),
        ("Knee buckled x1.", "The knee was seen to buckle once.", False),
        ("Stand: toe taps to dots.", "Stand: toe taps to dots.", False),
        ("Sit: cane lifts x10.", "Sit: cane lifts for 10 repetitions.", False),
        ("Dtr: no falls since last visit.", "Daughter: no falls since last visit.", False),
        ("Wife: walked to mailbox alone.", "Wife: walked to the mailbox alone.", False),
        ("Wife: walked to mailbox alone.", "He walked to the mailbox alone.", True),
    ],
)
def test_a_word_told_as_seen_is_found(note: str, rewrite: str, found: bool) -> None:
    assert any(find_witnessed(*both(note, rewrite))) is found
