"""24 invented pairs for timing: a note in shorthand (about 45 words) and a faithful rewrite (about 100 words).

The timed unit is one full check of one pair: `check(rewrite, source=source, visit=Visit(minutes=...))`.
Calls cycle through the pairs, so the next text is never the last one. The project keeps no cache of a text, a reading
or a verdict, so nothing is gained when a pair comes round again; `bench/speed.py` proves it, not by trust but in the
same run: it prints the cost with a number that never occurred before appended to both texts, the cost with every
word cache emptied before each call, and whether any `lru_cache` missed or memory grew on unseen texts. Kept are the
loaded pack and, word by word and bounded, how a shorthand form is spelled out and how an unknown word was mended.

Every patient here is made up. The styles differ on purpose: telegraphic, dictated, capitals, bullets, SOAP, prose; the
disciplines are physical and occupational therapy.
"""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple


class Pair(NamedTuple):
    """A note as written, a faithful rewrite of it, and the visit's minutes."""

    source: str
    rewrite: str
    minutes: float


def _pair(minutes: float, source: str, rewrite: str) -> Pair:
    """Join the lines of the rewrite; the note keeps its own line breaks."""
    return Pair(source.strip(), " ".join(rewrite.split()), minutes)


PAIRS: tuple[Pair, ...] = (
    _pair(
        25,
        """
s/p L MCA CVA, R hemi. seated EOB wt shift R 2x10, TC @ R glutes + VC "push thru R foot", poor midline awareness,
pushes L. min A x8/10, CGA last 2. step taps 4in R LE x12 c mirror. needs for toilet xfers. 25 min
        """,
        """Therapist provided neuromuscular re-education to address poor midline awareness with pushing to the left,
        following left middle cerebral artery stroke with right hemiparesis. Seated at the edge of the bed, patient
        performed weight shifting to the right for 2 sets of 10 repetitions. Therapist facilitated the shift using
        tactile cues at the right gluteals and the verbal cue "push through right foot" to improve midline
        awareness. Minimal assistance was needed in 8 of 10 trials and contact guard assistance for the last 2.
        Therapist then guided step taps with the right lower extremity to a 4 inch step, 12 repetitions, using a
        mirror for visual feedback. These skills are needed for toilet transfers. 25 minutes.""",
    ),
    _pair(
        30,
        """
PD. gait c RW 150ft x2, festination + freezing @ doorway x3. metronome 96 bpm, VC big steps, floor tape lines.
freezing 3 -> 1 on 2nd walk. CGA. turns 180 deg w/ 6 steps, wide arc instructed. wants to get to bathroom safely.
        """,
        """Therapist provided neuromuscular re-education to address festination and freezing of gait related to
        Parkinson disease. Patient walked 150 feet 2 times with a rolling walker and contact guard assistance.
        Therapist cued rhythm using a metronome at 96 bpm, verbal cues for big steps and tape lines on the floor to
        reduce freezing at the doorway. Freezing occurred 3 times on the first walk and 1 time on the second.
        Therapist instructed patient in a wide arc for 180 degree turns, which took 6 steps. Patient wants to get to
        the bathroom safely. Therapist used the metronome, the verbal cues and the tape lines together during both
        walks.""",
    ),
    _pair(
        23,
        """
R UVH, dizzy 5/10 w/ head turns. VORx1 seated 30s x3 horiz, 1 Hz, target @ 3 ft; sx up to 6/10, back to baseline
in 45s. standing foam EC 20s x4, sway lat, CGA, VC for ankle strategy. Gaze instab. limits driving.
        """,
        """Therapist provided neuromuscular re-education to address gaze instability and dizziness from right
        unilateral vestibular hypofunction. Patient rated dizziness with head turns 5/10. Therapist guided seated
        VOR x1 viewing, horizontal, for 30 seconds and 3 repetitions at 1 Hz, with the target at 3 feet. Symptoms
        rose to 6/10 and returned to baseline in 45 seconds. In standing on foam with eyes closed, patient held 20
        seconds for 4 repetitions with contact guard assistance. Therapist used verbal cues for ankle strategy to
        reduce lateral sway. Gaze instability limits driving, and the exercises target steady vision during head
        turns.""",
    ),
    _pair(
        38,
        """
97112 38 MIN. TBI. STANDING AT COUNTER, REACH ACROSS MIDLINE L TO R X15, ATAXIC RUE W/ OVERSHOOT. 1# WRIST WT, TC AT
R ELBOW TO GRADE SPEED. OVERSHOOT 9/15 THEN 5/15 W/ WT. MIN A BALANCE. GOAL: FIX OWN CEREAL.
        """,
        """Therapist provided 38 minutes of neuromuscular re-education (97112) to address ataxia of the right upper
        extremity with overshoot following traumatic brain injury. Patient stood at the counter with minimal
        assistance for balance and reached across midline from left to right for 15 repetitions. Therapist graded
        the speed of the reach using tactile cues at the right elbow and a 1 pound wrist weight to reduce overshoot.
        Overshoot occurred in 9 of 15 reaches, then in 5 of 15 reaches with the weight. The activity targets the
        controlled reach that patient needs for the goal of fixing his or her own cereal.""",
    ),
    _pair(
        15,
        """
incomplete SCI T10. long sit on mat, trunk control poor. static hold 45s no UE, dyn reach fwd 6 in x10 ea side.
tapping abds + obliques, mod A fwd -> min A by set 3. LOB post x2. working toward I dressing. x15'
        """,
        """Therapist provided neuromuscular re-education for 15 minutes to address poor trunk control following
        incomplete spinal cord injury at T10. In long sitting on the mat, patient held a static position for 45
        seconds with no upper extremity support, then reached forward 6 inches dynamically for 10 repetitions on
        each side. Therapist facilitated the trunk with tapping to the abdominals and obliques to improve trunk
        control. Patient needed moderate assistance for forward reach, changing to minimal assistance by set 3. Loss
        of balance occurred posteriorly 2 times. Treatment works toward independent dressing, for which the patient
        must hold long sitting.""",
    ),
    _pair(
        28,
        """
S: "my leg feels like jelly." denies pain.
O: ACLR L wk 9. SLS L 30s x5, medial knee collapse 4/5. TC lat knee, VC knee over 2nd toe. mini squat BOSU 2x8, CGA.
A: poor NM control L quad/glute med. P: add perturbation next visit.
        """,
        """Patient said, "my leg feels like jelly," and denies pain. Therapist provided neuromuscular re-education to
        address poor neuromuscular control of the left quadriceps and gluteus medius at week 9 following left ACL
        reconstruction. Patient held single leg stance on the left for 30 seconds, 5 repetitions, with medial knee
        collapse in 4 of 5 trials. Therapist corrected knee position using tactile cues at the lateral knee and the
        verbal cue "knee over second toe" to improve control. Mini squats on the BOSU followed, 2 sets of 8
        repetitions, with contact guard assistance. The plan is to add perturbation at the next visit.""",
    ),
    _pair(
        32,
        """
OT. L neglect after R CVA. scanning board L->R, anchors red tape L edge, found 14/20 -> 17/20. HOH guide L hand to
washcloth x6, VC "look left". w/c at sink. sup for safety. inattention on L affects grooming + finding food.
        """,
        """Occupational therapist provided neuromuscular re-education to address left neglect following right stroke.
        Seated in the wheelchair at the sink, patient worked on a scanning board from left to right with red tape as
        an anchor at the left edge. Patient found 14 of 20 targets, then 17 of 20. Therapist guided the left hand to
        the washcloth using hand over hand cueing 6 times and the verbal cue "look left" to improve attention to the
        left. Supervision was given for safety. Inattention on the left affects grooming and finding food, and
        scanning with the anchor targets both of these daily tasks.""",
    ),
    _pair(
        20,
        """
MS, fatigue. tandem stance // bars 20s x4 B, sway > with EC. vibration to B soles pre-set, PT hands @ pelvis to
limit lat shift. heel toe walk 10ft x6, 3 missteps -> 1. decreased proprioception B feet. rest 2 min btw. falls x2
last mo.
        """,
        """Therapist provided neuromuscular re-education to address decreased proprioception in both feet related to
        multiple sclerosis with fatigue. In the parallel bars patient held tandem stance for 20 seconds, 4
        repetitions on each side, with greater sway with eyes closed. Therapist applied vibration to the soles of
        both feet before the set and limited lateral shift with hands at the pelvis to improve proprioception. Heel
        to toe walking followed, 10 feet for 6 repetitions; missteps went from 3 to 1. Patient rested 2 minutes
        between sets. Patient had 2 falls last month, and the heel to toe walking was practiced on this day with
        rest between all sets.""",
    ),
    _pair(
        26,
        """
um patient is post right total hip week four period worked on single limb stance at counter right side ten seconds
times five period tactile cue at glute med for pelvic drop period used mirror too period drop four of five then two
of five period standby assist period wants stairs at home period
        """,
        """Therapist provided neuromuscular re-education to address pelvic drop at week four following right total hip
        replacement. Patient worked on single limb stance on the right side at the counter, ten seconds for five
        repetitions, with standby assistance. Therapist facilitated pelvic control using tactile cues at the gluteus
        medius and a mirror for visual feedback to reduce pelvic drop. The pelvis dropped in four of five trials,
        then in two of five. Patient wants to climb stairs at home. The drop of the pelvis in single limb stance on
        the right side was the deficit treated in this session, with the cue and the mirror as described.""",
    ),
    _pair(
        41,
        """
- GBS, bil foot drop, impaired coord
- quadruped: alt arm/leg raise 2x6, mod A trunk, TC abdominals
- tall kneel wt shifts ant/post x20, min A
- ball toss tall kneel x15, 2 drops, VC "slow"
- goal floor to stand after fall. tol well, RPE 13
        """,
        """Therapist provided neuromuscular re-education to address impaired coordination with bilateral foot drop
        following Guillain-Barre syndrome. In quadruped, patient raised alternate arm and leg for 2 sets of 6
        repetitions with moderate assistance at the trunk; therapist facilitated the trunk using tactile cues at the
        abdominals to improve coordination. In tall kneeling, patient shifted weight anteriorly and posteriorly for
        20 repetitions with minimal assistance. Patient then tossed a ball in tall kneeling for 15 repetitions with
        2 drops, and therapist cued verbally with "slow". Patient tolerated this well with an RPE of 13. The goal is
        floor to stand transfer after a fall.""",
    ),
    _pair(
        18,
        """
CP, 7 yo, spastic diplegia GMFCS II. half kneel R then L 15s x4, hips facil post + lat by PT. stepping over 4 hurdles
6in HHA x1, scissoring 6/8 steps -> 3/8 w/ tape targets. incr tone LE. aim: playground steps w/ friends.
        """,
        """Therapist provided neuromuscular re-education to address increased tone of the lower extremities with
        scissoring, related to cerebral palsy, spastic diplegia, GMFCS level II, in a 7 year old child. In half
        kneeling, right and then left, patient held 15 seconds for 4 repetitions while therapist facilitated the
        hips posteriorly and laterally. Patient then stepped over 4 hurdles of 6 inches with hand held assistance of
        1 person. Therapist cued foot placement using tape targets to reduce scissoring, which went from 6 of 8
        steps to 3 of 8 steps. The aim is to use the playground steps with friends.""",
    ),
    _pair(
        22,
        """
DM2 c periph neuropathy. Romberg EO 60s, EC 12s. foam EO 30s x3 c head nods, SBA. PT gave TC at ASIS for hip strat,
absent ankle strat. Berg 41/56. reaching high shelf x10. monofil absent both great toes. kitchen safety is goal
        """,
        """Therapist provided neuromuscular re-education to address absent ankle strategy related to type 2 diabetes
        with peripheral neuropathy. Romberg was held for 60 seconds with eyes open and 12 seconds with eyes closed.
        On foam with eyes open, patient held 30 seconds for 3 repetitions with head nods and standby assistance.
        Therapist facilitated hip strategy using tactile cues at the anterior superior iliac spine to improve
        balance. Patient reached to a high shelf for 10 repetitions. Berg Balance Scale was 41/56 and monofilament
        sensation was absent at both great toes. The goal is safety in the kitchen, where reaching to shelves takes
        balance.""",
    ),
    _pair(
        35,
        """
OT: radial n. palsy R, wk 6. wrist ext weak. AAROM gravity elim x15, quick stretch + tapping extensors, trace ->
poor+. place & hold 5s x8. EMG biofeedback 10 min, 40 -> 65 uV. no pain. cant release grocery bags. splint on after.
        """,
        """Occupational therapist provided neuromuscular re-education to address weakness of the wrist extensors at
        week 6 of right radial nerve palsy. Patient performed active assisted wrist extension with gravity
        eliminated for 15 repetitions; therapist facilitated the extensors using quick stretch and tapping to
        improve activation, which went from trace to poor plus. Place and hold followed for 5 seconds and 8
        repetitions. EMG biofeedback was used for 10 minutes, with a rise from 40 to 65 microvolts. Patient reported
        no pain. Patient cannot release grocery bags, and active extension of the wrist is needed for that release.
        The splint was on after treatment.""",
    ),
    _pair(
        27,
        """
COPD, deconditioned, kyphotic. wall posture 5 x 20s, TC T-spine + chin tuck, mirror. scap retr red band 3x10, VC no
shrug. fwd head 3 in -> 2 in wall gap. SpO2 93%. SOB 2/10. poor postural endurance, can't look up to cross st.
        """,
        """Therapist provided neuromuscular re-education to address poor postural endurance with kyphosis in a
        deconditioned patient with COPD. Patient held wall posture for 5 repetitions of 20 seconds. Therapist
        corrected posture using tactile cues at the thoracic spine, chin tuck and a mirror for visual feedback to
        improve postural endurance. Scapular retraction with a red band followed for 3 sets of 10 repetitions, with
        the verbal cue "no shrug". Forward head gap at the wall went from 3 inches to 2 inches. Oxygen saturation
        was 93% and shortness of breath was 2/10. Patient cannot look up to cross the street.""",
    ),
    _pair(
        24,
        """
Bell's palsy L, 3 wks, facial weakness. re-ed c mirror: brow lift, snarl, smile x10 ea, slow, symmetrical. TC L
zygomatic, quick stretch. synkinesis eye w/ smile noted 4/10 reps, 2/10 p cue to soften. drools when drinking. HEP
given
        """,
        """Therapist provided neuromuscular re-education to address facial weakness with synkinesis at 3 weeks of left
        Bell's palsy. Patient performed brow lift, snarl and smile in front of a mirror for 10 repetitions each,
        slowly and symmetrically. Therapist facilitated the movement using tactile cues at the left zygomatic and
        quick stretch to improve symmetry. Synkinesis of the eye with smiling was noted in 4 of 10 repetitions, and
        in 2 of 10 after the cue to soften. Patient drools when drinking, and lip control for drinking is what the
        smile and snarl exercises address. A home exercise program was given.""",
    ),
    _pair(
        33,
        """
BKA R, 1st wk prosth. // bars wt shift lat + ant/post 3x15, bathroom scale R 40 -> 62 lb. TC R hip ext, VC "stand
tall". step-thru L foot x20, min A, R knee flex late. reduced prosth trust/propriocep. goal: amb in apt.
        """,
        """Therapist provided neuromuscular re-education to address reduced proprioception and trust of the prosthesis
        in the first week with a prosthesis following right below knee amputation. In the parallel bars patient
        shifted weight laterally and anteriorly and posteriorly for 3 sets of 15 repetitions. Load on the right by
        bathroom scale went from 40 to 62 pounds. Therapist facilitated right hip extension using tactile cues and
        the verbal cue "stand tall" to improve proprioception. Patient performed step through with the left foot for
        20 repetitions with minimal assistance; right knee flexion was late. The goal is ambulation in the
        apartment.""",
    ),
    _pair(
        19,
        """
rotator cuff repair R wk 12. PNF D2 flex manual resist 2x12, scap rhythm poor, UT overactive. TC low trap, tapping
serratus. rhythmic stab 90 deg 20s x5. hike 8/12 -> 3/12. pain 2/10. goal put dishes in cupboard. AROM flex 128 deg
        """,
        """Therapist provided neuromuscular re-education to address poor scapular rhythm with an overactive upper
        trapezius at week 12 following right rotator cuff repair. Patient performed the PNF D2 flexion pattern
        against manual resistance for 2 sets of 12 repetitions. Therapist facilitated the lower trapezius using
        tactile cues and the serratus using tapping to improve scapular rhythm. Rhythmic stabilization at 90 degrees
        followed for 20 seconds and 5 repetitions. Shoulder hike went from 8 of 12 to 3 of 12 repetitions. Pain was
        2/10 and active flexion was 128 degrees. The goal is to put dishes in the cupboard.""",
    ),
    _pair(
        29,
        """
post concussion 5 wks. smooth pursuit H/V 30s x2, saccades 2 targets x20, HA 3/10 to 4/10, no nausea. convergence 14
cm -> 11. walking w/ head turns 40ft x4, veers R 3x then 1x, CGA. VC fix on target. screen time at work 20 min max.
        """,
        """Therapist provided neuromuscular re-education to address veering to the right and impaired eye movement
        control at 5 weeks following concussion. Therapist guided smooth pursuit horizontally and vertically for 30
        seconds, 2 repetitions, and saccades between 2 targets for 20 repetitions. Headache went from 3/10 to 4/10
        with no nausea. Convergence went from 14 to 11 centimeters. Patient walked with head turns 40 feet for 4
        repetitions with contact guard assistance. Therapist cued patient verbally to fix on the target to reduce
        veering, which went from 3 times to 1 time. Screen time at work is limited to a maximum of 20 minutes.""",
    ),
    _pair(
        16,
        """
OT R dominant, CVA L thalamic, RUE sens loss. stereognosis 5 objects EC 2/5, EO 5/5. rice bin search x10, texture
discrim rough/smooth 6/10 -> 8/10. HOH first 3. drops cups, burns risk. max VC to attend to R hand. 16 min
        """,
        """Occupational therapist provided 16 minutes of neuromuscular re-education to address sensory loss of the
        dominant right upper extremity following left thalamic stroke. In stereognosis with 5 objects, patient named
        2/5 with eyes closed and 5/5 with eyes open. Patient searched the rice bin for 10 repetitions, with hand
        over hand guidance for the first 3. Texture discrimination of rough and smooth went from 6/10 to 8/10.
        Therapist gave maximal verbal cues to attend to the right hand to improve sensory awareness. Patient drops
        cups and is at risk of burns, so the activities target safe use of cups.""",
    ),
    _pair(
        31,
        """
ankle sprain L gr 2, 6 wks, giving way on grass. wobble board A/P, M/L 1 min x3 ea, touch downs 7 -> 4. hop to mark
fwd 8 in x10, land control, VC soft knee. peroneal tap. no LOB. L SLS EC 6s vs R 19s. returns to soccer ref wk 9
        """,
        """Therapist provided neuromuscular re-education to address giving way on grass at 6 weeks following grade 2
        left ankle sprain. Patient performed wobble board balance, anterior to posterior and medial to lateral, for
        1 minute and 3 repetitions each; touch downs went from 7 to 4. Therapist facilitated the peroneals using
        tapping to improve proprioceptive control. Patient hopped forward 8 inches to a mark for 10 repetitions with
        control of landing, and therapist cued verbally for a soft knee. There was no loss of balance. Single leg
        stance with eyes closed was 6 seconds on the left and 19 seconds on the right. Return to soccer refereeing
        is at week 9.""",
    ),
    _pair(
        36,
        """
ICU-AW, trach, 2 wks vent. sit EOB 8 min mod A x2 -> min A x1, head lag. PT key pts shoulders, rehab tech held lines
only. reach to face/hair x5 ea, VC "chin up". BP 118/70 stable. poor head + trunk ctrl; needs to wash face sitting
        """,
        """Therapist provided neuromuscular re-education to address poor head and trunk control with head lag from ICU
        acquired weakness in a patient with a tracheostomy after 2 weeks on the ventilator. Patient sat at the edge
        of the bed for 8 minutes with moderate assistance of 2 persons, changing to minimal assistance of 1 person.
        Therapist facilitated upright sitting at key points of the shoulders and used the verbal cue "chin up" to
        improve head control. The rehabilitation technician held lines only. Patient reached to the face and hair
        for 5 repetitions each. Blood pressure was stable at 118/70. Patient needs to wash the face in sitting.""",
    ),
    _pair(
        21,
        """
cervicogenic dizzy, C-spine JPE 6.5 deg L rot -> 4.8. laser headlamp relocate L/R x10, EC return. DNF nod 10s x8 TC
suboccip. seated ball, wt shift circles cw/ccw x10. gaitn w head turns no veer. cant back car out. no UE sx
        """,
        """Therapist provided neuromuscular re-education to address cervicogenic dizziness with cervical joint position
        error, which went from 6.5 to 4.8 degrees in left rotation. Patient relocated the laser headlamp left and
        right for 10 repetitions, with return under eyes closed. Deep neck flexor nods were held 10 seconds for 8
        repetitions; therapist facilitated them using tactile cues at the suboccipitals to improve joint position
        sense. Seated on a ball, patient shifted weight in circles, clockwise and counterclockwise, for 10
        repetitions. Gait with head turns showed no veering, and there were no upper extremity symptoms. Patient
        cannot back the car out.""",
    ),
    _pair(
        34,
        """
hx R THA 2019. now L knee OA TKA POD 10. quad lag 12 deg -> 8. NMES VMO 10:20, 35 Hz, SLR x20, tapping + VC "toes
up". terminal ext stance band 2x15, buckle x1 caught, CGA. inhibited L quad. needs 14 steps to bedroom.
        """,
        """Therapist provided neuromuscular re-education to address inhibition of the left quadriceps at postoperative
        day 10 following left total knee arthroplasty for osteoarthritis. History includes right total hip
        arthroplasty in 2019. Patient performed straight leg raises for 20 repetitions with neuromuscular electrical
        stimulation to the vastus medialis, 10:20 at 35 Hz. Therapist facilitated the quadriceps using tapping and
        the verbal cue "toes up" to reduce quadriceps lag, which went from 12 to 8 degrees. Terminal extension in
        stance with a band followed for 2 sets of 15 repetitions with contact guard assistance; the knee buckled 1
        time and was caught. Patient needs 14 steps to reach the bedroom.""",
    ),
    _pair(
        17,
        """
HD, chorea trunk/UE, poor coord, 2 falls. seated reach cones L/R x12, wtd vest 5#, PT stabilise pelvis, VC breathe/
slow. spills 6/12 -> 4/12. std marching // bars x20 min A, hand off x5. caregiver taught guard pos. safe self feed
        """,
        """Therapist provided neuromuscular re-education to address poor coordination with chorea of the trunk and
        upper extremities related to Huntington disease, with 2 falls. Seated, patient reached to cones left and
        right for 12 repetitions wearing a 5 pound weighted vest. Therapist stabilized the pelvis and used verbal
        cues to breathe and slow down to improve coordination. Spills went from 6 of 12 to 4 of 12. Patient marched
        in standing in the parallel bars for 20 repetitions with minimal assistance and with the hand off for 5. The
        caregiver was taught the guarding position. The purpose is safe self feeding.""",
    ),
)

_FIRST = 1_000_000  # no number of a note comes near it


def never_seen() -> Iterator[Pair]:
    """Cycle through the pairs without end, each with a number word appended that never occurred before."""
    for turn in count():
        pair = PAIRS[turn % len(PAIRS)]
        mark = f" No. {_FIRST + turn}"
        yield pair._replace(source=pair.source + mark, rewrite=pair.rewrite + mark)
