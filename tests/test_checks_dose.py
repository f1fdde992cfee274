"""Parameters of an intervention: asked for where there is none, and not where another sentence holds them."""

import pytest

from rewriter.check import check
from rewriter.findings import CLINICIAN, MODEL
from tests.judged import found

CODE = "DOC102"
LACKING = [
    "Pt worked on static and dynamic balance with PT giving verbal cues for upright posture.",
    (
        "Therapist facilitated trunk rotation and reaching tasks using tactile cues at the ribs to improve "
        "postural control."
    ),
    "NMR: tandem stance, SLS, marching. VC for posture. CGA.",
    (
        "Patient performed sit to stand with min A and tactile cues at the hips to improve anterior weight "
        "shift for toilet transfers. LOB x1."
    ),
    "Therapist guided gaze stabilization exercises with verbal cues to address impaired VOR. Dizziness 4/10.",
    "balance activities, coordination ex. pt tolerated well",
    "Therapist cued the patient through quadruped rocking and bridging to improve core control.",
    "Gait training with verbal cues for heel strike; BBS 40/56. 25 min.",
    "OT session: facilitated fine motor coordination tasks with verbal prompts; pt motivated. Goal: buttoning.",
    (
        "Pt seen for vestibular rehab. Head turns and habituation exercises performed with therapist cueing. "
        "Mild dizziness afterwards."
    ),
    (
        "The therapist instructed the patient in lunges and squats, correcting knee valgus with verbal cues "
        "to improve motor control for stairs."
    ),
    "PNF patterns performed with manual cues to address impaired coordination.",
    "Dynamic gait activities including direction changes and backward walking, CGA, VC to slow down.",
    "Developmental sequence: rolling, crawling, half kneel. TC at trunk. Mom present.",
    "Therapist provided coordination exercises to address ataxia. Patient required min A and tolerated well.",
    "Mirror therapy and graded motor imagery completed with verbal cueing to improve body awareness.",
    (
        "Therapist worked with patient on pre-gait activities and weight shifting, providing tactile cues at "
        "the hips for symmetry."
    ),
    "Pt performed bridges, clamshells and bird dogs with verbal cues to maintain neutral spine. 23 minutes total.",
    "Neuro re-ed: sitting balance and reaching out of base of support. Min A for LOB.",
    "Gross motor play: jumping and hopping with demonstration. Child enjoyed it.",
    "OT facilitated in-hand manipulation and translation tasks with verbal cues for isolated finger movement.",
    "Patient instructed in Cawthorne-Cooksey exercises; c/o dizziness 3/10.",
    "Ambulation with VC for step length and heel strike due to shuffling.",
    "Therapist used rhythmic initiation during rolling to improve bed mobility.",
    (
        "Therapist provided neuromuscular re-education to address impaired balance following stroke. Patient "
        "worked on stepping strategies and perturbations with contact guard assistance for community walking."
    ),
    (
        "Neuromuscular re-education performed with focus on postural control during functional reach. "
        "Tactile cues at thoracic spine. Patient showed better alignment."
    ),
    "OTR facilitated grasp and release of objects with verbal and tactile cueing for improved feeding independence.",
    "Kid did animal walks and wheelbarrow walking w/ PT support at trunk, giggling thru it.",
    "seated marching, LAQ, ankle pumps. vc for pace. tol fair",
    "Dual task training completed: counting backward while walking, cues to keep attention.",
    "Vestibular: VOR, saccades, convergence. Sx mild.",
    "Therapist provided tactile cueing to facilitate tall kneeling to half kneeling transitions.",
    (
        "Patient engaged in standing balance tasks with reaching outside base of support; verbal cues for "
        "hip strategy. Losses of balance noted."
    ),
    "PTA led pt in step overs and side stepping w/ VC to clear toes.",
    "Therapist used PNF contract-relax and rhythmic stabilization to address tone.",
    "Worked on transitional movements: sit to quadruped, quadruped to kneel. Hands-on at pelvis.",
    "Handwriting practice with tactile cues to reduce grip pressure; 20 min session.",
    "Core stabilization exercises done, mod cues.",
    "Scapular clocks and wall slides performed with tactile cues.",
    "Therapist guided braiding and carioca steps to challenge coordination, CGA.",
]
TOLD = [
    "Tandem stance 3 x 30 s, SLS 5 x 10 s R/L with CGA.",
    "Therapist guided step-ups on a 6-inch step, 2 sets of 10, with verbal cues.",
    "Pt walked 150 ft with rolling walker; VC for heel strike.",
    "Standing on Airex with eyes closed; therapist gave tactile cues at the pelvis.",
    "Therapist facilitated reaching with the left arm using hand over hand guidance to improve motor control.",
    "Sit to stand x 8 from 18 inch chair with min A.",
    "Weight shifting onto the right leg in parallel bars with mirror.",
    "Therapist instructed the patient in gaze stabilization. She completed 60 seconds in each plane. ",
    "PNF D2 flexion to R UE, 2x12, manual resistance.",
    "Cone taps x 15 each foot while standing at counter; VC for weight shift.",
    "Treadmill training 6 minutes at 1.2 mph with verbal cues for step length.",
    "Patient practiced buttoning 5 shirt buttons with tactile cues to right thumb and index finger.",
    "Ball toss while seated on a therapy ball, therapist stabilising the pelvis.",
    "Heel raises 3x12 at // bars, TC to calves.",
    "Lunges performed: 2 sets of 8 on each leg with verbal cues.",
    "Therapist guided obstacle course with 6 cones and 2 hurdles.",
    "Saccades and smooth pursuit for one minute each at arm's length.",
    "Rolling to the left 2 sets of 5 with rhythmic initiation.",
    "Jumping over 4-inch hurdle x6 with demonstration.",
    "Ambulated 2 laps of 75 feet, VC for step length.",
    "Sitting on dynadisc with reaching to cones.",
    "Bridges 3 x 12 and clamshells 2 x 10 with yellow band.",
    "Stereognosis training with the left hand, 10 objects.",
    "Stairs: 12 steps with one rail, tactile cue to left hip.",
    "Therapist guided standing at the counter for 4 minutes while patient sorted mail.",
    (
        "Therapist provided neuromuscular re-education to address impaired balance following stroke. Patient "
        "performed perturbation training on a foam pad."
    ),
    "Functional reach to shelf 62 inches high, 12 repetitions, tactile cues at thoracic spine.",
    "Grasp and release of 1 inch blocks x 20 with the right hand.",
    "Animal walks 4 x 15 ft w/ PT support at trunk.",
    "Dual task: counting backward from 100 while walking 200 feet.",
    "VOR x1: 3 sets of 45 seconds horizontal and vertical, seated.",
    "Stepping strategies: forward, 10 times; lateral, 10 times.",
    "Patient did five minutes of tandem standing at the sink.",
    "Step overs: 4 hurdles x 6 passes, side stepping 30 ft each way w/ VC to clear toes.",
    "Transition from quadruped to kneel x5 with hands on at pelvis.",
    "Handwriting practice: 3 lines of letters on a slant board with weighted pencil.",
    "Wall slides 2 sets of 12.",
    "Carioca 4 x 20 feet, CGA.",
    "Standing balance tasks on BOSU, verbal cues for hip strategy.",
    "Rhythmic stabilization, 5 holds of 10 seconds, at the left shoulder.",
    "Therapist had the patient march in place. She did it for 2 minutes.",
]


@pytest.mark.parametrize("text", LACKING)
def test_what_is_lacking_is_found(text: str) -> None:
    assert found(CODE, text)


@pytest.mark.parametrize("text", TOLD)
def test_what_is_told_is_not_asked_for(text: str) -> None:
    assert not found(CODE, text)


def test_a_writer_can_mend_what_the_note_holds_and_the_clinician_what_it_lacks() -> None:
    bare = "Therapist guided step taps using verbal cues."
    assert [item.mend for item in found(CODE, bare, source="step taps 2x10, VC")] == [MODEL]
    assert [item.mend for item in found(CODE, bare, source="step taps, VC")] == [CLINICIAN]


def test_the_question_quotes_the_note() -> None:
    verdict = check("Therapist guided single leg stance using verbal cues.", source="SLS w VC")
    assert [question.quote for question in verdict.questions if question.code == CODE] == ["SLS"]


@pytest.mark.parametrize(
    "text",
    [
        "Step taps 2x8 with CGA. Stepping loss of balance x2.",
        "Step taps 2x8. Sway worse with head turns.",
        "Step taps 2x8. Retropulsion with backward walking.",
        "Step taps 2x8. Pursed lip breathing cues, holds breath.",
        "Sat at edge of bed 5 min. Verbal cues find midline.",
        "Step taps 2x8. Husband shown retrograde massage.",
        "Straight leg raise 2x10 extensor lag 5 degrees.",
    ],
)
def test_where_a_fault_showed_and_what_was_cued_or_shown_needs_no_dose(text: str) -> None:
    assert not found(CODE, text)
