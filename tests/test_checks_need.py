"""Why a therapist was needed: shown, not claimed."""

import pytest

from tests.judged import found

CODE = "DOC150"
LACKING = [
    "Therapist guided step taps to improve balance. Skilled PT needed.",
    "Therapist provided balance training to address impaired balance. Skilled services required.",
    "Therapist cued weight shifts with verbal cues to improve coordination.",
    (
        "Continued skilled OT is medically necessary. Therapist guided reaching to improve fine motor "
        "coordination for dressing."
    ),
    "Tandem gait 4 x 20 ft with verbal cues for posture. Requires skilled therapy.",
    "Therapist provided neuro re-ed to improve proprioception. Patient benefits from skilled therapy.",
    "Patient performed marching with therapist instruction to improve motor planning.",
    "Therapist taught VOR exercises to improve gaze stability. HEP given.",
    "Skilled intervention needed. Therapist provided tactile cues at the pelvis to improve weight shifting.",
    "OT guided peg placement to improve dexterity for work tasks. Patient requires continued skilled OT.",
    "Therapist instructed in gaze stabilization for improved VOR function.",
    "Therapist facilitated trunk rotation with tactile cues to increase trunk control for dressing.",
    "Neuro re-ed with verbal cues to enhance body awareness. PT is medically necessary.",
    "Step taps 2x10 with cueing for improved coordination. Skilled services required.",
    "Therapist provided rhythmic cueing to improve step symmetry for community ambulation.",
    "Patient performed tandem gait; skilled PT provided verbal cues to improve balance.",
    "Therapist guided tandem walking with verbal cues to improve balance. Will benefit from skilled PT.",
    "Skilled OT services are required to address fine motor deficits. Therapist cued pinch tasks x10.",
    "Therapist provided verbal cues for posture during reaching to improve trunk stability.",
    "VOR x1 60 s x3 with verbal cues to improve gaze stability for driving.",
    "Patient seen for neuro re-ed to increase proprioception; skilled intervention provided.",
    "Therapist instructed in PNF chops 2x10 to improve trunk coordination.",
    "Needs skilled therapy to return to prior level.",
    "Therapist used mirror feedback to improve symmetry during dressing.",
    (
        "Therapist guided the patient through weight shifting to the right with tactile cues at the pelvis "
        "to increase weight bearing for gait."
    ),
    "Skilled cueing provided. Patient requires skilled PT services.",
    "OT provided tactile cues to the thumb during pinch x15 to increase in-hand manipulation for buttons.",
    "Verbal cues given for scanning to improve visual attention. Skilled OT indicated.",
    "Stance on foam 3x30 s with verbal cues to improve ankle strategy.",
    "Continue skilled therapy for gait and balance. Tandem walking 4x10 ft.",
    "Therapist demonstrated and patient practiced sit to stand x10 to improve forward weight shift.",
    "The skills of a therapist were required. Reaching x10.",
    "Skilled physical therapy is needed to progress balance. Cone taps 2x10 with VC.",
    "Therapist gave tactile cues at scapula to improve posture while typing.",
    "Neuro re-ed provided to increase kinesthetic awareness of the trunk, with mirror.",
    "Patient would benefit from continued therapy. Step ups x10 with VC for control.",
    "Medically necessary skilled OT provided. Reach to shelf x12 with VC to improve coordination.",
    "Provided manual cues to improve weight acceptance during stance for walking at home.",
    "Therapist coached breathing and pacing to improve coordination.",
    "Ball catch x20 with verbal cues to improve reaction time.",
]
TOLD = [
    "Therapist cued rhythm with metronome to prevent freezing.",
    "Min A required to keep the trunk upright.",
    "Patient lost balance x3 and could not recover without the therapist.",
    "Verbal cues required for each step; without cues the patient crossed the feet.",
    "Unsafe alone due to impulsivity.",
    "Therapist adjusted the speed because of nausea.",
    "Contact guard needed for tandem walking.",
    "Therapist corrected knee hyperextension in stance.",
    "Freezing at the doorway required metronome cueing to restart gait.",
    "Mod A at trunk to avoid falling to the left.",
    "Patient drifted left and did not notice without cueing.",
    "Therapist slowed the pace due to rising heart rate.",
    "Close guarding was needed because the left knee buckled.",
    "Patient overshot the cup on 6 of 10 trials; therapist corrected the path by hand.",
    "Impulsive: stood up before the brakes were locked, needed verbal cues to stop.",
    "To prevent scapular hiking therapist blocked the upper trapezius.",
    "Therapist steadied the patient when she lost her balance on turns.",
    "Verbal cues needed for each turn because of left neglect.",
    "Patient could not sequence the steps without cueing.",
    "Mod assist at trunk to keep upright.",
    "To avoid a fall, the therapist guarded at the gait belt.",
    "Therapist inhibited flexor tone before grasp could be attempted.",
    "Knee buckled twice, caught by therapist.",
    "Required hand over hand to initiate movement.",
    "Patient leaned back and would have fallen without the therapist's hand.",
    "Weight shifting with min A at the pelvis.",
    "Patient unable to find midline without tactile cue.",
    "Cueing was required on every trial to stop scissoring.",
    "Impaired safety awareness; sat before reaching the chair.",
    "Therapist blocked hyperextension of the knee to protect the graft.",
    "Blood pressure dropped to 90/50, so activity was graded.",
    "Tone increased with effort; therapist inhibited before each reach.",
    "Therapist's hands kept the pelvis from rotating because of poor control.",
    "Freezes without the metronome.",
    "CGA for safety due to retropulsion.",
    "Physical help of max A needed to sit up.",
    "Patient skipped steps 2 and 4 unless cued.",
    "Therapist monitored BP and stopped when systolic fell below 90.",
    "Loses balance when turning left.",
]


@pytest.mark.parametrize("text", LACKING)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_is_not_asked_for(text: str) -> None:
    assert not found(CODE, text)
