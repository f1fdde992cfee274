"""A plain word beside a clinical one, a sign or a figure of the note claims nothing; elsewhere it does."""

import pytest

from tests.worded import errors, is_said_plainly, is_told_plainly


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "plain"),
    [
        ("w/ Spanish interp", "It was held with the help of an interpreter.", "help", True),
        ("gait w/ RW", "She walked with the aid of a walker.", "aid", True),
        ("gait w/ RW", "She walked with the help of the aide.", "help", False),
        ("taught when to stop", "The wife was taught when the activity should be ended.", "should", True),
        ("taught guarding", "The wife was taught when the activity should be ended.", "should", False),
        ("unsure if flicker is new", "The patient could not say whether it is new.", "could", True),
        ("flicker", "The patient could not say whether it is new.", "could", False),
        ("no lifting til wk 8", "No lifting is allowed before week 8.", "before", True),
        ("lifting wk 8", "No lifting is allowed before week 8.", "before", False),
        ("gait w/ supv", "Gait was supervised.", "supervised", True),
        ("gait CGA", "Gait was supervised.", "supervised", False),
        ("gait w/ supv", "He walked while being watched.", "watched", True),
        ("gait CGA", "He walked while being watched.", "watched", False),
        ("floor<->stand x3", "From floor to stand and back down, three times.", "down", True),
        ("floor to stand x3", "From floor to stand and back down, three times.", "down", False),
        ("sutures out 11/3", "The sutures came out on 3 November.", "november", True),
        ("sutures out 11/3", "The sutures came out on 13 November.", "november", False),
        ("prone 3 min", "On the belly for 3 minutes.", "belly", True),
        ("supine 3 min", "On the belly for 3 minutes.", "belly", False),
        ("ATP present", "The ATP was on hand.", "hand", True),
        ("stairs 12 steps", "A flight of 12 steps.", "flight", True),
        ("3 stairs", "A flight of three stairs.", "flight", False),
        ("foam 12 steps", "A flight of 12 steps.", "flight", False),
        ("wound closed, sutures out", "The incision is closed.", "incision", True),
        ("wound open, heel", "The incision is closed.", "incision", False),
        ("impulsive w/ turns", "Impulsive behavior with turns.", "behavior", True),
        ("BP 108/66 stand", "BP 108/66 upright.", "upright", True),
        ("BP 108/66 sit", "BP 108/66 upright.", "upright", False),
        ("no lifting >2 lb", "Lifting to 2 lb at most.", "most", True),
        ("lifting 2 lb", "Lifting to 2 lb at most.", "most", False),
        ("cubes 8/10", "It was successful 8 times out of 10.", "successful", True),
        ("cubes", "It was successful 8 times out of 10.", "successful", False),
        ("cubes 8/10", "It was not successful 8 times out of 10.", "successful", False),
        ("floor<->stand x3", "There were three transfers from the floor.", "transfers", True),
        ("floor sit x3", "There were three transfers from the floor.", "transfers", False),
        ("prefers pen", "The patient likes the pen better.", "better", True),
        ("pen trialed", "The patient likes the pen better.", "better", False),
        ("4 coffees/d", "Four coffees daily.", "daily", True),
        ("4 coffees", "Four coffees daily.", "daily", False),
        ("splint off for hygiene", "The splint is removed for hygiene.", "removed", True),
        ("splint on for hygiene", "The splint is removed for hygiene.", "removed", False),
        ("palsy, 3 wks", "A palsy of three weeks' standing.", "standing", True),
        ("palsy, 3 wks", "A palsy, standing.", "standing", False),
        ("delayed step L", "The step with the left leg came late.", "leg", True),
        ("stood at walker on L", "She stood on the left leg at the walker.", "leg", True),
        ("L lean", "The left leg leaned.", "leg", False),
        ("TE 10 min", "A further 10 minutes were exercise.", "further", True),
        ("stairs to bedroom", "The goal is to reach the bedroom.", "reach", True),
        ("stairs, bedroom", "He has to reach for the bedroom door.", "reach", False),
        ("2lb cuff to heavy", "The cuff was too heavy.", "too", True),
        ("2lb cuff heavy", "The cuff was too heavy.", "too", False),
        ("flex broke x1, none after", "There were no further breaks.", "further", True),
        ("gained 5 deg", "There was no further gain.", "further", False),
        ("get coat off shelf", "He wants to take a coat down from the shelf.", "down", True),
        ("pain 5, was 7", "Pain was down from 7.", "down", False),
        ("gait 50 ft. to walk dog 1 block.", "The patient wants to walk the dog.", "wants", True),
        ("able to walk dog 1 block.", "The patient wants to walk the dog.", "wants", False),
    ],
)
def test_a_plain_word_needs_its_clinical_one(note: str, rewrite: str, word: str, *, plain: bool) -> None:
    assert is_said_plainly(note, rewrite, word) is plain


@pytest.mark.parametrize(
    ("note", "rewrite", "word", "told"),
    [
        ("poss horiz canal too, roll test next", "The horizontal canal is also possible.", "too", True),
        ("too fast x2", "She moved fast.", "too", False),
        ("6/10 correct", "That was right six times out of ten.", "correct", True),
        ("6/10 correct", "With the right hand, six out of ten.", "correct", False),
        ("rest 1 min, resumed", "A rest of one minute, and gait went on.", "resumed", True),
        ("rest 1 min, resumed", "A rest of one minute, and gait stopped.", "resumed", False),
        ("peds OT", "The child was seen.", "pediatric", True),
        ("peds OT", "The patient was seen.", "pediatric", False),
        ("first half only", "It was so in the first half and not after that.", "only", True),
        ("reach w/ both hands", "Overhead, bilateral reaching was done.", "hands", True),
        ("reach w/ both hands", "Overhead reaching was done.", "hands", False),
        ("Denies falls.", "Falls: none reported.", "denies", True),
        ("Denies falls.", "Falls reported.", "denies", False),
        ("rugs = trip hazard", "The rugs are something to trip over.", "hazard", True),
        ("rugs = trip hazard", "The rugs are new.", "hazard", False),
        ("R foot fwd 14 s", "14 s with the right foot leading.", "forward", True),
        ("loses place after 4 words", "Slips off after 4 words.", "loses", True),
        ("loses place after 4 words", "Holds the place after 4 words.", "loses", False),
    ],
)
def test_a_word_of_the_note_may_be_told_by_a_plain_one(note: str, rewrite: str, word: str, *, told: bool) -> None:
    assert is_told_plainly(note, rewrite, word) is told


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (
            "R TKA POD 24. Pain 4/10 amb.",
            "Twenty-four days following right total knee arthroplasty, pain walking 4/10.",
        ),
        ("Husband watched, no hands-on.", "The husband observed only."),
        ("SLS on L w/ fingertip.", "Standing on the left leg only, with fingertip support."),
        ("3x15 LAQ 3#.", "Long arc quads against a 3-pound load, three sets of fifteen."),
        ("Supine AAROM w/ dowel flex 2x10", "Dowel active-assisted flexion on the back, two sets of 10."),
        ("LBP w/ R LE sx to calf.", "Low back pain with right leg symptoms reaching the calf."),
        ("tandem 10 ft, CGA.", "Tandem for 10 ft with contact guarding, a guarding hand in contact."),
        ("12 stairs R rail, SBA up, CGA down.", "Stairs x 12 with right rail: ascends SBA, descends CGA."),
        ("VOR x1: dizzy 5/10, back to 2 in 1 min.", "VOR x1 brought dizziness to 5/10, settling to 2 in a minute."),
        (
            "SB transfer w/c<>mat, mod A.",
            "Slide board transfers between the wheelchair and the mat, moderate assistance.",
        ),
        ("bridges 3x10.", "Bridges, three lots of ten."),
        ("index 7mm.", "The index was 7 millimetres."),
        ("HHA absent today.", "The aide was absent today."),
        ("splint 2h on/2h off.", "A splint schedule of 2 hours on and 2 hours off."),
        ("Gait // bars 3 x 10 ft CGA", "Gait in the parallel bars, three passes of 10 feet, with contact guard."),
        ("Amb 40 ft x2 RW", "Ambulated two trips of 40 feet with a rolling walker."),
        ("Grab bar by toilet", "There is a grab bar beside the toilet."),
        ("dons min A, doffs I", "Dons with minimal assistance and doffs alone."),
        ("Tandem w VC, CGA", "Tandem with verbal cues and a hand on the patient (contact guard)."),
        ("Stairs x12 w supervision", "Twelve stairs were climbed with the therapist keeping an eye on the patient."),
        ("Rocking then tall kneel at bench", "We kicked off with rocking and moved on to tall kneeling at the bench."),
        ("limit sitting to 30 min", "The patient is to sit for no longer than 30 minutes."),
        ("Did not go past 45 deg", "I stopped at 45 degrees and went no higher."),
        ("CAM-ICU neg", "The delirium screen (CAM-ICU) was negative."),
        ("oriented to self only", "The patient knew who they were but nothing more."),
        ("R calf +2 cm vs L", "The right calf is 2 cm bigger than the left."),
        ("NPRS 7/10 w ER", "Pain was 7 on the 0-10 numeric scale with external rotation."),
        ("R RTC repair 5 mo ago", "There is a history of right rotator cuff repair, five months back."),
        ("Pain 7/10 before, 5/10 after", "Pain started at 7/10 and finished at 5/10."),
        ("HA 5/10 pre and post", "Headache stayed at 5/10 from start to finish."),
        ("Pain 6/10 on land -> 3/10 in water", "Pain, rated 6/10 on land, was 3/10 in the water."),
        ("SpO2 97->91, rested, 95 in 2 min", "- SpO2 dropped 97 to 91\n- Rest: recovered to 95 within two minutes"),
        ("FCE after day 20", "An FCE is to be done once day 20 is over."),
        ("L too weak to try", "The left could not be attempted because it was too weak."),
        ("VC not to hold breath", "The patient was cued verbally against breath-holding."),
        ("Possible S1 involvement.", "S1 may be involved."),
        ("Brace off for skin check, reapplied", "The brace came off for the skin check and was put back on."),
        ("squats x10, knee valgus B", "Ten squats; both knees collapsed inward."),
        ("Thin via cup, cough 2/8.", "Thin liquid was drunk from a cup with coughing on two of eight sips."),
        ("Diet puree, nectar.", "The patient is on a pureed diet with nectar-thick liquids."),
        ("TC at pelvis for wt shift.", "Hands-on guidance at the pelvis was given for weight shifting."),
        ("Step taps 6in x10 R.", "The patient tapped the right foot onto a 6-inch step ten times."),
        ("HR max 132.", "The highest heart rate was 132."),
        ("Cane too tall, adjusted.", "The cane was too high and was adjusted."),
        ("Word finding poor.", "Word-finding difficulties were apparent."),
        ("Arm swing absent R.", "There is no arm swing on the right."),
        ("Tone up after seizure.", "Muscle tone was higher following a seizure."),
        ("Will retry PM.", "Another attempt will be made in the afternoon."),
        (
            "Hall 300ft w IV pole SBA.",
            "The patient walked 300 feet in the hall with the IV pole and standby assistance.",
        ),
        ("Recheck grip next visit.", "Grip will be measured again at the next visit."),
        (
            "On 2L O2, 93% rest, 88% walking.",
            "On two liters of oxygen, saturation was 93 percent at rest and 88 percent with walking.",
        ),
        ("Speech slurred.", "The patient's speech sounds slurred."),
        (
            "Home eval done, recs: grab bar, raised toilet seat.",
            "During the home evaluation a grab bar and a raised toilet seat were recommended.",
        ),
        ("Cancelled, sick.", "The appointment was cancelled because the patient was ill."),
    ],
)
def test_plain_words_for_a_sign_or_a_figure_are_no_claim(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("R TKA POD 24. Pain 4/10 amb.", "Day 14 after right total knee arthroplasty. Pain 4/10 with walking."),
        ("Husband watched.", "The husband observed only the left leg."),
        ("gait 80 ft. stairs x6.", "Walked 80 ft only. Six stairs."),
        ("3x15 LAQ 3#.", "Long arc quads against a 5-pound load, three sets of fifteen."),
        ("3x15 LAQ.", "Long arc quads against a load, three sets of fifteen."),
        ("Supine AAROM w/ dowel flex 2x10", "Dowel active-assisted flexion in sitting, two sets of 10."),
        ("LBP w/ R LE sx to calf.", "Low back pain with right leg symptoms reaching the foot."),
        ("tandem 10 ft, CGA.", "Tandem for 10 ft, contact guard assistance, with hands-on prompts."),
        ("12 stairs R rail, SBA up.", "Stairs x 12 with right rail: descends SBA."),
        ("bridges 3x10.", "Bridges, three sets of ten, a lot of pain."),
        ("NWB R. red area, blanchable.", "Non-weight-bearing on the right. A red area, non-blanchable."),
        ("goal 1250 not yet. IS use 750 mL", "Incentive spirometer 750 mL; the goal of 1250 has been reached."),
        ("Amb 40 ft x2 RW", "Ambulated three trips of 40 feet with a rolling walker."),
        ("Amb 40 ft x2 RW", "Ambulated two trips of 50 feet with a rolling walker."),
        ("Amb 40 ft x2 RW", "Ambulated 40 feet twice with a rolling walker, two trips to the bathroom."),
        ("Grab bar by toilet", "There is a grab bar beside the tub."),
        ("dons min A, doffs I", "Dons alone and doffs with minimal assistance."),
        ("Lives w daughter. walks I", "Lives alone. Walks independently."),
        ("Tandem w VC, CGA", "Tandem with verbal cues, contact guard and a hand on the hip."),
        ("Stairs x12 w min A", "Twelve stairs were climbed with the therapist keeping an eye on the patient."),
        ("limit sitting to 30 min", "The patient is to sit for at least 30 minutes."),
        ("Did not go past 45 deg", "The table went higher than 45 degrees."),
        ("CAM-ICU neg", "The patient had delirium; the CAM-ICU was negative."),
        ("oriented to self only", "The patient knew where he was but nothing more."),
        ("R calf +2 cm vs L", "The left calf is 2 cm larger than the right."),
        ("NPRS 7/10 w ER", "Pain was 7 on the 0-100 scale with external rotation."),
        ("fell 2 days ago", "The patient fell two weeks back."),
        ("HA 5/10 pre, 3/10 post", "Headache stayed at 5/10 from start to finish."),
        ("Achilles reflex absent R", "The right knee jerk was absent."),
        ("sling off, not reapplied", "The sling came off and was put back on."),
        ("squats x10, knee varus B", "Ten squats; both knees caved in."),
        ("VC at pelvis for wt shift.", "Hands-on guidance at the pelvis was given for weight shifting."),
        ("W/c propelled 300 ft SBA.", "The patient walked 300 feet with standby assistance."),
        ("Cane too tall, adjusted.", "The cane was too short and was adjusted."),
        ("Tone up after seizure.", "Muscle tone was lower following a seizure."),
        ("Word finding good.", "Word-finding difficulties were apparent."),
        ("Arm swing good R.", "There is no arm swing on the right."),
        ("Grab bar installed.", "A grab bar is recommended."),
        ("Recheck grip next visit.", "Grip was measured."),
    ],
)
def test_plain_words_for_another_thing_are_found(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("pads 3/day, was 6", "Three pads are used each day; it was six."),
        ("lives 2nd fl, laundry in bsmt", "The patient lives on the second floor with the laundry in the basement."),
        ("bed alarm on, rails up", "The bed alarm was left on, and the rails are up."),
        (
            "cut line w/ scissors, off >1/4in x2",
            "Cutting the line with scissors, the patient was more than a quarter inch off twice.",
        ),
        ("½ kneel 20 s R", "Half-kneeling on the right was held for 20 seconds."),
        ("R tone up, eye contact down", "There was increased tone on the right and less eye contact."),
        ("wc up curb, aide bumping backward", "The aide bumped the wheelchair up the curb backward."),
        ("theraband red ER 2x10", "External rotation was done with the red band for two sets of 10."),
        ("monofil 4/10 R", "Four of ten monofilament sites were felt on the right."),
        ("gait SPC 80 ft", "The patient covered 80 feet with a single-point cane."),
        ("dials in eves, forgets codes", "The patient dials in during the evenings and forgets codes."),
        (
            "mom did stretches w/ VC for hold time",
            "The mother carried out the stretches, with verbal cues about how long to hold.",
        ),
        (
            "SPC 120 ft SBA, drifts L on turns",
            "Over 120 feet with a single-point cane and standby assistance, the patient drifted to the left on turns.",
        ),
        ("Ball catch from 5 ft 6/10", "A ball was caught from 5 feet away in 6 of 10 tosses."),
        ("water 92F, march 5 min", "In water with a temperature of 92°F, the patient marched for 5 minutes."),
        ("BUE/BLE on NuStep 8 min", "The NuStep was used for 8 minutes with both arms and legs."),
        ("pain w/ walking for last 3 wks", "There has been pain with walking for the past three weeks."),
        ("cooling vest on thruout", "A cooling vest was worn for the entire session."),
        ("sits on bolster swing 3 min", "The child sat atop the bolster swing for three minutes."),
        ("march // bars 2 min", "Marching took place inside the parallel bars for two minutes."),
        (
            "heel raises B 20, progress to single next wk",
            "Twenty bilateral heel raises were done, and the plan is to progress to single-leg next week.",
        ),
        ("R BKA limb wrap min A", "The wrap of the right below-knee residual limb took minimal assistance."),
    ],
)
def test_a_fragment_told_in_plain_words_draws_nothing(note: str, rewrite: str) -> None:
    assert errors(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("pads 3/day, was 6", "Five pads are used each day; it was six."),
        ("weak on left, slides", "The patient was weak on the right and slides."),
        (
            "cut line w/ scissors, off >1/4in x2",
            "Cutting the line with scissors, the patient was more than half an inch off twice.",
        ),
        ("R tone up, eye contact down", "There was reduced tone on the right and less eye contact."),
        ("theraband red ER 2x10", "External rotation was done with the green band for two sets of 10."),
        (
            "hoyer to chair, ramp at home",
            "A Hoyer was used to the chair, and the ramp at home is used with a wheelchair.",
        ),
        ("balance ex 5 min", "Single-leg balance exercises were done for 5 minutes."),
        ("knee to chest, foot on wall", "The knee was brought to the chest with the foot beneath the wall."),
        ("w/c 150 ft SBA", "The patient walked 150 feet with standby assistance."),
        (
            "march 40 ft SBA w/ SPC",
            "The patient marched inside the home for 40 feet with a walker and standby assistance.",
        ),
        ("ball catch 6/10", "A ball was caught in 6 of 12 tosses."),
        (
            "gait w/ FWW 30 ft, last 3 days sore",
            "The patient walked 30 feet with a front-wheeled walker and was sore for the past three weeks.",
        ),
        ("reach outside BOS x5", "Reaching within the base of support was done five times."),
    ],
)
def test_plain_words_that_say_something_else_are_errors(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)
