"""What an aide did that is no treatment of this session, and what is."""

import pytest

from tests.test_people import hits

TREATED = "Semi tandem 3x30s CGA, TC at pelvis, sways post, poor ankle strategy, for safe shower transfers. "


@pytest.mark.parametrize(
    "text",
    [
        "Aide doing walks to mailbox daily w/ rollator.",
        "CNA walks her to dining room BID w/ FWW.",
        "HCA does ROM to L arm every evening.",
        "Carer helps w/ stairs at night, min A.",
        "Wife did the stretches w/ him yesterday evening.",
        "RN got pt up to chair x2 earlier today, mod A.",
        "Teacher does hand warm ups w/ class each morning.",
        "Aide ran visual sched.",
        "NuStep L2 6 min, CNA got her on it.",
        "aide did hair wash + back.",
        "Mod A x1 ball kicks // bars, tech guarding behind.",
        "Restorative aide ambulates res 150 ft daily per nsg log.",
        "PCA practiced sit to stand w/ pt between visits, 5x/day.",
        "Tech set up obstacle course, PT cued each step over.",
        "Paraprofessional does brushing protocol q2h at school.",
        "Aide walked w/ pt to car after tx.",
        "Caregiver performs HEP stretches 2x/day.",
        "Nursing ambulating pt to BR overnight.",
        "Night aide did squat pivot to BSC, max A x2.",
        "Home health aide exercises her on M/W/F.",
        "Student nurse took BP before session.",
        "Aide led chair yoga class at ALF on Tues.",
        "CNA reports she walked 100 ft w/ him at lunch.",
        "Tech timed TUG while PT guarded.",
        "Pt's aide assists w/ bathing 3x/wk, has her do heel raises at sink.",
        "Aide ambulated pt 50 ft to gym prior to tx.",
        "Aide walked her in from waiting room w/ SPC.",
        "Attendant does PROM R shoulder nightly.",
        "HHA walks pt to mailbox on her days (T/Th).",
        "Daughter & aide take turns doing ankle pumps with him at home.",
        "Rehab tech follows w/ w/c during gait.",
        "Wknd aide walked her 2x w/o belt.",
        "Restorative CNA doing stand program 3x/wk, holds 2 min.",
        "CNA gave shower before, fatigued.",
        "Aide demo'd log roll back after teaching.",
        "Volunteer walked alongside pt to chapel.",
    ],
)
def test_care_other_times_and_a_hand_beside_the_therapist_refuse_nothing(text: str) -> None:
    assert not hits("BIL310", TREATED + text)
    assert not hits("BIL310", f"{text} {TREATED}")


@pytest.mark.parametrize(
    "text",
    [
        "Aide did gait 100 ft x2 today, PT supervised from desk.",
        "Rehab tech ran pt thru step taps and foam today.",
        "CNA did weight shifts x15 w/ pt while I charted.",
        "Tech led tandem walking 4 laps, I was w/ another eval.",
        "Aide took pt through cone weave.",
        "Session led by therapy aide: tall kneel, reach.",
        "Aide had pt do sit to stands x10, VC for nose over toes.",
        "Tech did daily balance circuit w/ pt today, I watched.",
        "Restorative aide performed reaching EOB 15 min this am, counted.",
        "Tech completed foam stance 3x30s, billed w/ mine.",
        "Aide walked pt 200 ft for gait trng today, counted in minutes.",
        "Aide did step taps x10, HEP daily.",
        "Restorative aide gave the whole session: tandem, step taps.",
        "Balance drills run by the gym aide, 12 min.",
        "Aide worked on weight shift L with pt EOB 10 min.",
        "CNA did weight shifts w/ pt daily, counted in today's time.",
    ],
)
def test_treatment_of_this_session_by_an_aide_is_refused(text: str) -> None:
    assert hits("BIL310", TREATED + text)


def test_a_habit_is_no_excuse_where_nothing_else_is_told() -> None:
    assert hits("BIL310", "Aide walks pt daily 100 ft x2, gait training.")
