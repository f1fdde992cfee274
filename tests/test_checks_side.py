"""The side of work at a limb: asked for, and never inferred from a lesion."""

import pytest

from tests.judged import found

CODE = "DOC103"
LACKING = [
    "Therapist gave tactile cues to the quadriceps during sit to stand to improve knee control.",
    "Manual facilitation at the wrist extensors during grasp and release x10 for self feeding.",
    "R MCA CVA. Therapist guided UE weight bearing with approximation through the shoulder.",
    "TC at hip abductors in stance, 3x10. Poor proprioception.",
    "PNF D2 flexion to UE with manual resistance x12.",
    "Tapping to tibialis anterior to elicit dorsiflexion during swing, 10 trials.",
    "Quad sets with biofeedback 2x10 to improve motor recruitment.",
    "Therapist blocked the elbow to keep it from flexing during table reach.",
    "Single leg stance 3 x 20 s with fingertip support and verbal cues.",
    "OT facilitated finger extension with tapping over the wrist extensors so the patient could release a cup x8.",
    "Verbal and tactile cues at the knee to prevent hyperextension during stance, 4 laps of 20 ft.",
    "Therapist supported the forearm in supination while patient turned cards x12.",
    "s/p L CVA. Approximation through hip and knee in half kneeling 3 x 30 s.",
    "Joint compression through the elbow in weight bearing to increase proprioceptive input. 5 min.",
    "Sensory re-education of the hand with textures, 4/6 correct.",
    "Manual resistance to the ankle in dorsiflexion, 2x10; LOB x1.",
    "Hand over hand guidance for the UE to reach the shelf, 6 trials.",
    "Therapist provided tactile cues to the tibialis anterior for heel strike during gait 2 x 50 ft.",
    "Brushing and tapping over the deltoid to elicit shoulder flexion, 10 reps.",
    "Manual facilitation at the ankle during step ups x10 to prevent inversion.",
    "Following a left MCA stroke, OT guided the hand to the mouth with hand-over-hand, 8 reps.",
    "Knee buckled x3; therapist blocked knee during stance.",
    "Kinesio tape over the triceps; elbow extension facilitated during push-off.",
    "Thumb opposition with tactile cue at the thenar eminence, 12 reps.",
    "Therapist tapped the hamstrings during terminal swing to improve knee control, 30 steps.",
    "OT cued wrist extension with tactile input at the dorsal forearm, 15 reps.",
    "PROM then AAROM of the shoulder with joint approximation to address neglect, 10 reps.",
    "Verbal and tactile cueing provided for hip extension in stance at the gluteus maximus.",
    "Cerebellar stroke on the right. TC at elbow for finger to target x20.",
    "Manual facilitation of the foot into eversion during stance phase.",
    "Biofeedback electrode over VMO during step downs, 3x8.",
    "Facilitation of the scapula and elbow during a reach across the table, 8 trials.",
    "Hand placed on the knee to cue extension at midstance, 10 trials.",
    "OT applied vibration to the wrist flexors for tone inhibition before grasp x10.",
    "Therapist guided the foot onto the step, 12 reps, with manual cues for placement.",
    "Pt worked on UE weight bearing on table w/ TC at elbow ext. 5 min.",
    "Right basal ganglia bleed. Tactile facilitation of the ankle dorsiflexors in swing, 20 steps.",
    "Biceps curls with tactile cue to elbow to slow the lowering, 2x10.",
    "Mirror therapy for the hand 10 min, tactile cues to fingers.",
    "Blocked the hip from retracting during step-through x12.",
    "Tactile cueing to vastus medialis during terminal knee extension with band, 3x12.",
    "Therapist placed hand over the deltoid to limit hiking during reach to shelf, 12 reps.",
    "E-stim over wrist extensors with active release, 15 cycles.",
    "Therapist steadied the forearm while the patient poured water, 6 trials.",
    "Ankle perturbations by therapist, 30 taps.",
    "Cue at heel for heel strike with tactile tap, 100 feet.",
    "Patella taping and quad recruitment with tactile cue, 2x15 mini squats.",
    "Facilitated finger extension with tapping along the dorsum of the hand.",
]
TOLD = [
    "Therapist gave tactile cues to the left quadriceps during sit to stand.",
    "Tactile cues at the pelvis and lower trunk, verbal cues to lift the chin.",
    "Manual cues at both knees during squats to prevent valgus.",
    "Therapist approximated through the affected shoulder during weight bearing.",
    "R UE reach to cup x10 with tapping of the triceps.",
    "L hemiparesis. Tapping of wrist extensors during reach.",
    "Alternating step taps with tactile cues at the hip.",
    "Scapular setting with TC at lower traps; cervical retraction with VC.",
    "BLE strengthening; TC to quads during sit to stand.",
    "Patient denies knee pain. Therapist cued trunk rotation with tactile cues at the ribs.",
    "Single leg stance R 10 s, L 4 s with CGA.",
    "Hand placed on sternum to cue upright sitting. Feet flat on floor.",
    "OT facilitated right finger extension with tapping over the wrist extensors.",
    "Verbal and tactile cues at the right knee to prevent hyperextension; hamstring tapping in stance.",
    "Bilateral UE weight bearing through extended elbows on the mat.",
    "Patient stood with feet together on foam; hands across chest; tactile cue at sternum.",
    "Therapist's hand at the lower ribs. Verbal cue to shift hips back.",
    "Following left knee replacement, quad tapping during sit to stand x10.",
    "Involved UE used as stabiliser; TC at triceps.",
    "Patient walked 10 feet with cues to swing the arms.",
    "Vestibular: gaze stabilisation with target at arm's length, verbal cues only.",
    "Knees blocked during standing; quads tapped on both legs.",
    "L foot drop. Tapping of the tibialis anterior during swing x12.",
    "Both hands on walker, VC for upright trunk.",
    "Therapist provided tactile cues to the left tibialis anterior for heel strike during gait.",
    "R shoulder: tapping over the deltoid, scapular mobilization.",
    "Trunk rotation in sitting with tactile cues at the ribs and lateral pelvis.",
    "Quadruped rocking with weight through both arms; TC at triceps.",
    "Squats with tactile cue at knees, 2x10.",
    "Neck proprioception retraining with laser, cues at the chin.",
    "After left hip fracture, TC at gluteus medius during stance.",
    "Facilitated swallowing posture with chin tuck.",
    "Alternate arm and leg raises in quadruped with TC at the hip.",
    "Patient's affected arm placed in weight bearing, elbow supported.",
    "Therapist tapped the right hamstrings during terminal swing.",
    "OT cued left wrist extension with tactile input at the dorsal forearm.",
    "Joint approximation through bilateral shoulders in quadruped.",
    "Tactile cues to lumbar extensors and abdominals in sitting.",
    "Right foot drop: manual facilitation of the ankle into dorsiflexion.",
    "Weak leg blocked at the knee; the affected side is the left.",
    "Cues to keep the head still while eyes track the thumb.",
    "Patient placed feet hip-width apart, knees soft, weight even.",
    "Left LE step taps with tactile cues at quad and glute med.",
    "Hand-held assist for gait 40 ft with verbal cues for arm swing.",
    "Hand placed on the left knee to cue extension at midstance.",
    "Vibration to both wrist flexors before grasp.",
    "TC at quads, L > R, during mini squats.",
    "Therapist guided the hemiparetic foot onto the step, 12 reps.",
    "s/p L THA. VC and TC for hip abduction in stance.",
    "Trunk: tactile cue at obliques on the left; upright sitting.",
    "Patient sat with hands in lap, feet supported. Tactile cue under chin.",
    "Weight bearing through each arm in turn, elbow supported.",
    "Eyes on the therapist's finger during pursuit, verbal cues.",
    "R ankle sprain: single leg stance on foam with tactile cue at the ankle.",
    "Tactile cueing to the L vastus medialis during terminal knee extension.",
    "Therapist placed hand over the right deltoid to limit hiking.",
    "LUE: e-stim over wrist extensors, 15 cycles.",
    "Patient clasped hands and reached forward with both arms; tactile cue at elbows.",
    "Spinal stabilization with tactile cue at multifidus and transverse abdominis.",
    "Right hemiplegia: forearm steadied while pouring.",
    "Cervical joint position training with laser on forehead.",
    "Tapping at both ankles, 30 taps.",
    "Patient's shoulders level, hips over feet; verbal cues only.",
    "R Colles fracture. Wrist extension with tactile cue x15.",
]


@pytest.mark.parametrize("text", LACKING)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_is_not_asked_for(text: str) -> None:
    assert not found(CODE, text)


def test_each_limb_is_asked_about_once() -> None:
    text = "Therapist used tactile cues at the wrist, then at the elbow, then blocked the knee."
    assert [item.text for item in found(CODE, text)] == ["wrist", "knee"]


def test_a_lesion_gives_no_side_of_the_body_but_a_weak_half_does() -> None:
    text = "{}. Therapist used tactile cues at the wrist during reaching x10."
    assert found(CODE, text.format("Right stroke"))
    assert not found(CODE, text.format("Left hemiparesis"))


@pytest.mark.parametrize(
    "text",
    [
        "Verbal cues for hand placement during sit to stand x5.",
        "Tactile cues to the helper hand while cutting x10.",
        "Verbal cues for foot placement on the step x8.",
        'Verbal cues "thumb up" while cutting x10.',
        'Cued "push through the heel" in sit to stand x5.',
    ],
)
def test_where_hands_and_feet_are_put_has_no_side(text: str) -> None:
    assert not found(CODE, text)
