"""What was taught: asked for where teaching is named alone."""

import pytest

from tests.judged import found

CODE = "DOC142"
LACKING = [
    "HEP reviewed.",
    "Patient education provided today.",
    "Issued HEP handout. Tandem stance x3.",
    "Pt educated. CGA for gait.",
    "Caregiver training provided.",
    "Updated home program.",
    "Therapist instructed patient. HEP given.",
    "Step taps completed and HEP issued.",
    "HEP was reviewed with patient.",
    "Home program updated and handout issued.",
    "Family education completed at end of session.",
    "Patient instructed. Continue HEP.",
    "Education: provided.",
    "Continued education to patient and wife.",
    "Gave written HEP.",
    "Reviewed home exercises.",
    "HEP compliance discussed.",
    "Caregiver was educated.",
    "Provided patient education and handout.",
    "Parent training completed.",
    "Home exercise program progressed.",
    "Education given to family today.",
    "Instructed pt in HEP.",
]
TOLD = [
    "HEP: heel raises 2x10 daily.",
    "Educated wife on guarding during transfers.",
    "Patient verbalized understanding of HEP.",
    "Taught pt VOR x1 for home.",
    "Caregiver training for car transfers, return demo correct.",
    "Therapist cued gait.",
    "Instructed in log roll technique.",
    "HEP reviewed; patient demonstrated exercises correctly with return demonstration.",
    "Educated patient on pacing and rest breaks.",
    "Provided HEP of chin tucks x10 and scapular squeezes.",
    "Daughter instructed in safe guarding on stairs.",
    "Pt demonstrated HEP back correctly.",
    "Instruction given in use of reacher.",
    "Discussed home safety; recommended grab bars.",
    "Taught compensatory scanning; teach-back accurate.",
    "Patient was instructed to keep eyes on target during turns.",
    "Reviewed home exercises: clamshells, bridges.",
    "Caregiver was educated on belt use and cueing.",
    "Parent training for positioning in sidelying.",
    "HEP progressed to single leg stance at counter.",
    "Taught wife to cue 'big step' at doorways.",
    "Patient explained fall precautions back to therapist.",
    "Handout with 4 stretches issued.",
    "Educated on signs of overuse.",
]


@pytest.mark.parametrize("text", LACKING)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_is_not_asked_for(text: str) -> None:
    assert not found(CODE, text)
