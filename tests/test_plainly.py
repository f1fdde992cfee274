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
    ],
)
def test_plain_words_for_another_thing_are_found(note: str, rewrite: str) -> None:
    assert errors(note, rewrite)
