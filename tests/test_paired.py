"""What is told of something else is found; in any order and construction what is kept with its own is silent."""

import pytest

from rewriter.fidelity.sequences.paired import find_mispaired
from tests.worded import both, shelf

RAMP = "TB xfer level CGA, uphill 2 in min A."
FOAM = "Foam EC 3 x 20 s SBA; foam EO 30 s indep."
LIST = "Sequenced 3/6 steps w/ written list, 5/6 w/ VC."
SOUP = "Soup: spills 7 reg spoon, 3 wtd spoon."
AIR = "SpO2 88% RA, 94% on 2 L. BP sit 118/70, stand 96/58."
STAIRS = "Stairs reciprocal up, step-to down, SBA."
BRIDGES = "Bridges on mat 5 min, rows in sitting x10."
NAMES = "Tracked visitors' names 6 min in dayroom, 11 in own room."
CHAIR = "Chair depth 18, thigh length 20.5, footplates low."
LABELS = "Pillbox task min VC for reading labels, no cues for counting."
EMAIL = "Emails: reading indep, typing min VC."
CURBS = "Curb up w/ cane, down w/ railing."
COTA = "Nephew did bed txf w/ pt, COTA CGA."
SPLINT = "Splint on at night, off for bathing."
PAIN = "Pain at knee w/ squat, at hip w/ lunge."
EDEMA = "Plantar 1+ edema, dorsal 3+."


def mispaired(note: str, rewrite: str) -> bool:
    """Tell whether anything in the rewrite is found to be told of something else."""
    said, given = both(note, rewrite)
    return any(find_mispaired(said, shelf(said).items, given, shelf(given).items))


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (RAMP, "Level transfers were min A and a 2-inch uphill was CGA."),
        (RAMP, "CGA was given for the 2-inch uphill, min A for level transfers."),
        (FOAM, "On foam with eyes closed 20 seconds on their own; with eyes open 30 seconds with someone standing by."),
        (LIST, "Step sequencing was 3/6 with verbal cueing and 5/6 with a written list."),
        (LIST, "With a written list 5 of 6 steps were sequenced, with verbal cues 3 of 6."),
        (SOUP, "With soup there were 3 spills from a regular spoon and 7 from a weighted one."),
        (AIR, "Saturation was 94% on room air and 88% on 2 liters."),
        (AIR, "Blood pressure was 96/58 seated and 118/70 standing."),
        (STAIRS, "Stairs with standby assistance, step-to going up and reciprocal down."),
        (BRIDGES, "Bridges in sitting, 5 minutes, and rows on the mat, ten times."),
        ("Breathing demo w/ amb, pacing cue on stairs.", "Breathing was shown on the stairs; pacing was cued walking."),
        (NAMES, "The patient tracked visitors' names for 11 minutes in the dayroom and 6 in the patient's own room."),
        (
            NAMES,
            "In the dayroom, names were tracked for 11 minutes, compared with 6 in the patient's own room.",
        ),
        (CHAIR, "Chair depth was 20.5 inches and thigh length 18 inches, with the footplates low."),
        (LABELS, "Minimal verbal cues were needed for counting, while reading labels needed no cues."),
        (EMAIL, "With emails, minimal verbal cues are needed for reading, and typing is independent."),
        (CURBS, "The curb was taken up with the railing and down with the cane."),
        (COTA, "The COTA did a bed transfer with the patient while the nephew gave contact guard."),
        (SPLINT, "The splint is off at night and on for bathing."),
        (PAIN, "Pain was at the hip with squats and at the knee with lunges."),
        (EDEMA, "Edema was 3+ plantar and 1+ dorsal."),
    ],
)
def test_what_changed_places_is_found(note: str, rewrite: str) -> None:
    assert mispaired(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        (RAMP, "Level transfers were CGA and a 2-inch uphill was min A."),
        (RAMP, "A 2-inch uphill was min A, while level transfers were CGA."),
        (RAMP, "Transfers were done at CGA and min A."),
        (FOAM, "With eyes open 30 seconds on their own; with eyes closed 20 seconds with someone standing by."),
        (LIST, "Step sequencing was 3/6 with a written list and 5/6 with verbal cueing."),
        (LIST, "With verbal cues 5 of 6 steps were sequenced, with a written list 3 of 6."),
        (SOUP, "The weighted spoon spilled 3 times, the regular one 7 times."),
        (AIR, "Saturation was 94% on 2 liters, against 88% on room air."),
        (AIR, "On standing the blood pressure fell to 96/58 from 118/70 in sitting."),
        (STAIRS, "Stairs with standby assistance: up reciprocally, down step-to."),
        (STAIRS, "Step-to going down the stairs and reciprocal going up."),
        (BRIDGES, "Bridges and rows, on the mat and in sitting."),
        ("Towel slides, then towel wringing.", "The towel was wrung; it was slid before."),
        (NAMES, "In the patient's own room, visitors' names were tracked for 11 minutes, in the dayroom for 6."),
        (CHAIR, "Thigh length is 20.5 inches against a chair depth of 18, with the footplates low."),
        (LABELS, "Counting needed no cues, while minimal verbal cues were needed for reading labels."),
        (EMAIL, "Typing takes minimal verbal cues and reading is independent."),
        (COTA, "With contact guard from the COTA, the nephew did a bed transfer with the patient."),
        (SPLINT, "The splint comes off for bathing and is on at night."),
        (PAIN, "Lunges hurt at the hip and squats at the knee."),
        (EDEMA, "Edema was 3+ on the dorsal side and 1+ on the plantar one."),
        ("LB dressing EOB c sock aid + reacher: min A R.", "Lower body dressing with reacher and sock aid: R min A."),
        ("BAPS L2 cw/ccw x20 R seated.", "BAPS board level 2 in sitting, twenty turns clockwise and counterclockwise."),
        ("Man trax 20s on/10s off x6: tingling less.", "Traction was six cycles of 20 seconds on and 10 seconds off."),
    ],
)
def test_what_kept_its_places_is_silent(note: str, rewrite: str) -> None:
    assert not mispaired(note, rewrite)
