"""The response and the patient's own remarks: results count, stock phrases do not."""

import pytest

from tests.judged import found

SILENT = [
    "Therapist guided step taps with verbal cues to improve balance. Tolerated well.",
    "Neuro re-ed to address ataxia with tactile cues at pelvis. Patient participated well.",
    "Therapist cued tandem gait 4 x 20 ft to improve balance for community mobility.",
    "Good session, pleasant and cooperative. Weight shifts 2x10 with VC.",
    "Therapist facilitated reaching using hand over hand to improve motor control for feeding. Continue POC.",
    "Did great today. Sit to stand x10, TC.",
    "Quads 3/5. Therapist tapped L quad during sit to stand x10 to improve recruitment.",
    "Response to treatment good. VOR x1 60 s.",
    "Therapist used tactile cues at the pelvis to facilitate weight shift for improved gait. Will continue.",
    "OT provided hand over hand guidance for reach to improve feeding. Patient cooperative and pleasant.",
    "Patient reports knee pain this morning. Therapist cued step taps 2x10 to improve coordination.",
    "Neuro re-ed 25 min: tandem stance 3x30 s, foam stance, head turns. CGA. Patient tolerated treatment well.",
    "Patient with BBS 38/56 at evaluation. Therapist guided weight shifts with verbal cues.",
    "Good effort. PNF D2 2x10 with manual cues.",
    "Therapist instructed in VOR x1, 60 s x3, to improve gaze stability. HEP issued.",
    "Goal: reduce falls to 0. Therapist cued stepping strategies with perturbations x10.",
    "Therapist guided patient through tandem walking 3 x 20 ft with verbal cues for gaze. Plan to continue.",
    "NMES to L ant tib 10 min with cueing for dorsiflexion to improve foot clearance.",
    "Patient performed all activities as instructed. Tolerated session well without complaints.",
    "Therapist used mirror and tactile cues at the ribs to correct lateral lean for sitting at the sink.",
    "Hx of 3 falls last month. Therapist cued stepping strategies to improve reactive balance.",
    "MMT quads 4/5. Therapist cued squats x10 to improve motor control.",
    "OT facilitated R UE reach x12 with tapping to triceps to address synergy pattern. Pleasant, motivated.",
    "Patient participated in VOR training x2 min for gaze stability.",
    "Provided gait training with FES to L dorsiflexors with verbal cues for timing, 6 minutes.",
    "Patient was seen for 30 minutes of neuro re-ed with manual cues at the trunk. No adverse effects.",
    "OT instructed patient in scanning to the left with visual anchor to improve reading.",
    "Patient participated fully and was motivated. Step taps x20 with verbal cues.",
    "Facilitated UE weight bearing, 5 min, to normalize tone. Continue plan of care.",
    "Pt rcvd TC at scap during wall slides 2x10.",
    "Diagnosis: stroke with left hemiparesis. Therapist guided sit to stand x8 with verbal cues for forward lean.",
    "Patient progressing well. Tandem walk 4x10 ft with CGA.",
    (
        "Therapist provided joint compression through the right shoulder with verbal cues for scapular "
        "control during wall push ups, 2x8."
    ),
    "Pt seen at bedside. Guided rolling with rhythmic rotation to reduce tone. Will follow up tomorrow.",
    "Session focused on midline orientation with mirror and tactile cues. Patient alert and cooperative.",
    "OT facilitated shoulder flexion with scapular assist x15. Pt tol tx well.",
    "Taught the patient to scan left at the doorway with anchor line, 6 trials.",
    "Quads 4-/5, hamstrings 4/5. Squats x10 with VC for knee alignment.",
    "Patient reports she fell last Tuesday. Stepping strategies x10 with CGA.",
    "Therapist challenged balance with head turns while walking to improve dynamic balance.",
    (
        "OTR provided proprioceptive input and verbal cues during sock donning to improve body awareness; "
        "continue with POC."
    ),
    "PT assisted with gait on treadmill with body weight support, 10 min, manual cues at pelvis.",
    "Pt given VC for scanning. Participated in 30 min of NMR.",
    "Skilled NMR to address dysmetria with Frenkel exercises 2x10 each and visual cues.",
    "Well tolerated. Ankle strategy training with perturbations x20.",
    "Trunk rotation in sitting x15, TC at ribs. Pt pleasant.",
    "Therapist trained anticipatory control by ball tosses x20 for safe reaching in kitchen.",
    "Romberg eyes closed 3x30 s with tactile cue at sternum.",
]
TOLD = [
    "LOB 5->2 over the session with verbal cues.",
    "Step taps: 8 of 10 without touching the edge.",
    "Patient kept balance for 20 s by the end, 8 s at the start.",
    "Dizziness rose to 5/10 and settled within 1 minute.",
    "No loss of balance during tandem walking.",
    "Patient fatigued after 6 trials.",
    "Patient needed fewer cues on the last set.",
    "Pt maintained midline after cueing.",
    "Patient was unable to clear the toe on the left.",
    "Gait less antalgic afterward.",
    "After cueing, patient held midline for 15 seconds.",
    "Patient dropped 3 of 10 pegs.",
    "Step length became more even with the metronome.",
    "Sway decreased on the third trial.",
    "Nausea 4/10 after head turns, resolved in 2 min.",
    "She was able to button 4 of 5 buttons.",
    "HR rose to 112 during marching.",
    "Patient needed two rest breaks and could not finish the last set.",
    "Self-corrected posture in 6/10 trials.",
    "Patient responded to tactile cues with immediate trunk extension.",
    "Patient corrected the lean within 2 s after each cue.",
    "Cleared the hurdle on 7 of 8 attempts.",
    "No dizziness with head turns after the third set.",
    "Tremor lessened when the forearm was weighted.",
    "Patient lost balance backward twice during tandem walking.",
    "Gait speed 0.62 m/s before, 0.70 m/s after.",
    "Patient stopped after 4 reps because of pain.",
    "By the end of session she needed only verbal cues.",
    "Fatigue noted after second set.",
    "Patient demonstrated improved heel strike following cueing.",
    "By the third trial the heel contacted first in 8 of 10 steps.",
    "Patient swayed to the left and self corrected after cue.",
    "Tone felt softer and the elbow opened fully.",
    "Vertigo 2/10 at the end, down from 6/10.",
    "Pt able to stand 30 s unsupported.",
    "Patient demonstrated carryover of the cue on the last two trials.",
    "Found 7/10 items on the left.",
    "Gait speed improved to 0.8 m/s.",
    "Patient tripped once, caught by therapist.",
    "Grip stayed at 22 lb, unchanged from last visit.",
    "Midline held for 12 s after the mirror was taken away.",
    "Rolling took two cues on the first trial and none on the last.",
    "Patient overshot the target 6 of 10 times.",
    "Spasticity eased with rotation, and the elbow could be extended fully.",
    "Scanned past midline without cueing on 4 of 6 trials.",
    "Pain unchanged at 3/10.",
    "Knee buckled once.",
    "He recovered on his own from three of five pushes.",
    "Exercise was stopped due to chest tightness.",
    "Oscillopsia 3/10 after, 5/10 before.",
    "She froze twice at the doorway.",
    "Tremor increased with fatigue.",
    "Patient was steadier after cueing.",
    "Landed softly on 9 of 10 jumps.",
    "He complained of dizziness after set 2 and sat down.",
]
NO_REMARK = [
    "Therapist cued step taps with VC. LOB x2.",
    "Gait 150 ft with CGA. HR 98.",
    "NMR 25 min, tandem gait.",
    "OT guided reach with HOH, MAS 2.",
    "Therapist facilitated trunk extension. BBS 42/56.",
    "Weight shifting with mirror, min A. Wife present.",
    "VOR x1 60 s x3.",
    "Tapping L triceps, 8/10 trials.",
]
REMARK = [
    "Pt reports feeling steadier at home. Step taps x10.",
    "Pain 3/10 before, 2/10 after.",
    "Denies dizziness. VOR x1.",
    '"My knee gives out." Quad sets x10.',
    "Patient states stairs are easier.",
    "No pain during exercise.",
    "Nausea after head turns.",
    "She said her hand feels numb.",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_response_is_found(text: str) -> None:
    assert found("DOC140", text)


@pytest.mark.parametrize("text", TOLD)
def test_a_response_that_is_told_is_not_asked_for(text: str) -> None:
    assert not found("DOC140", text)


@pytest.mark.parametrize("text", NO_REMARK)
def test_a_full_record_without_a_remark_of_the_patient_is_noted(text: str) -> None:
    assert [item.level for item in found("DOC141", text, profile="full")] == ["info"]
    assert not found("DOC141", text)


@pytest.mark.parametrize("text", REMARK)
def test_a_remark_of_the_patient_is_seen(text: str) -> None:
    assert not found("DOC141", text, profile="full")


def test_a_stock_phrase_alone_shows_no_skill() -> None:
    assert found("DOC160", "Patient performed balance exercises. Patient tolerated treatment well.")
    assert not found("DOC160", "Therapist used tactile cues at the pelvis. Patient tolerated treatment well.")


def test_a_stock_phrase_beside_counts_is_not_alone() -> None:
    assert not found("DOC160", "Tolerated well. Sit to stand x 10, hand at sternum, loss of balance 4 -> 1.")
    assert found("DOC160", "Tolerated well. Pain 3/10. Balance exercises.")


def test_a_number_of_faults_is_a_response() -> None:
    assert not found("DOC140", "In-hand translation x 20, poor dexterity: 6 drops.")
