"""Conflicts in the note: each found where one thing is told with two values, and not where the note says why."""

import pytest

from rewriter.check import check
from rewriter.conflicts import CHECKS
from rewriter.findings import Finding
from rewriter.visit import Visit

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "
CODES = ("SRC502", "SRC505", "SRC509", "SRC510", "SRC511", "SRC512", "SRC513", "SRC514")


def found(text: str, opening: str = SKILLED) -> list[Finding]:
    findings = check("Tall kneeling.", source=opening + text, visit=Visit(minutes=20)).findings
    return [item for item in findings if item.code in CODES]


def said(text: str, opening: str = SKILLED) -> list[tuple[str, str]]:
    return [(item.code, item.text) for item in found(text, opening)]


def test_names_of_the_checks() -> None:
    assert set(CHECKS) == {
        "age_conflict",
        "bearing_conflict",
        "condition_side_conflict",
        "date_conflict",
        "level_conflict",
        "minutes_conflict",
        "score_conflict",
        "side_conflict",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R TKA. TC at L knee", [("SRC502", "knee")]),
        ("R TKA. TC at R knee", []),
        ("R TKA. TC at L hip", []),
        ("R TKA. R knee, then L knee", []),
        ("TKA. TC at L knee", []),
        ("R TKA. L knee pain", []),
        ("R TKA. pain in L knee", []),
        ("R TKA. flexion less than L knee", []),
        ("R TKA. stronger on uninvolved L knee", []),
    ],
)
def test_side_of_a_joint(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R hemi. stairs limited by L hemiparesis", [("SRC514", "L hemiparesis")]),
        ("R hemi after stroke. L hemiplegia", [("SRC514", "L hemiplegia")]),
        ("s/p L THA. L LE weak. R THA precautions", [("SRC514", "R THA")]),
        ("s/p R TKA 3/1/26. ROM limits, L TKA", [("SRC514", "L TKA")]),
        ("R CVA. cues due to L CVA", [("SRC514", "L CVA")]),
    ],
)
def test_one_condition_on_both_sides(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "L CVA, R hemi",
        "old R CVA. new L CVA",
        "R CVA in 2019. L CVA 3/1/26",
        "R TKA 6 wks ago. L TKA 2 years ago",
        "L CVA w/ R hemi. R CVA in 2015",
        "hx R TKA. s/p L TKA",
        "bilateral TKA, R TKA first. L TKA stiff",
        "R knee OA. L knee OA",
        "R hemi. R hemiparesis limits stairs",
        "no L hemi. R hemi",
        "R hip fx. L wrist fx",
        "R hemi, L LE compensates",
    ],
)
def test_two_sides_that_fit_together(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("squats min A. squats mod A", [("SRC505", "mod A")]),
        ("squats mod A. Goal squats min A 2 wks", []),
        ("tub transfer mod A. LTG: tub transfer SBA", []),
        ("squats min A. squats min A", []),
        ("squats min A. step taps mod A", []),
        ("squats mod A, then min A", []),
    ],
)
def test_levels_of_assistance(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("DOS 3/12/26. date of service: 3/14/26", "3/14/26"),
        ("date of service 3/12/2026. visit date March 14, 2026", "March 14, 2026"),
        ("DOS: 2026-03-12. visit date 3/14", "3/14"),
        ("DOS 3/12/25. DOS 3/12/26", "3/12/26"),
    ],
)
def test_two_dates_of_one_visit(text: str, second: str) -> None:
    assert said(text) == [("SRC509", second)]


def test_the_date_that_a_note_opens_with_is_the_visits() -> None:
    assert said("3/12/26 step taps w/ TC. date of service 3/14/26", "") == [("SRC509", "3/14/26")]


@pytest.mark.parametrize(
    "text",
    [
        "DOS 3/12/26. visit date 03/12/2026",
        "DOS 3/12. DOS March 12, 2026",
        "DOS 3/12/26. next visit 3/15/26",
        "DOS 3/12/26. last visit 3/10/26, eval 3/1/26",
        "DOS 3/12/26. DOB 1/2/50. surgery 2/20/26",
        "DOS 3/12/26. quads 3/5, step taps 8/10",
        "DOS 3/12/26. today 8/10 steady",
    ],
)
def test_other_dates_are_no_second_date_of_the_visit(text: str) -> None:
    assert [item for item in said(text) if item[0] == "SRC509"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("72 yo M, L CVA. 75 yo M w/ poor balance", [("SRC511", "75 yo M")]),
        ("pt is 72 y/o. pt is a 27 year old", [("SRC511", "27 year old")]),
        ("72 yo M. 72 year old male", []),
        ("72 yo M. wife is 75 yo", []),
        ("72 yo F cares for 8 yo grandson", []),
        ("72 yo M. 10 year old R TKA", []),
        ("4 y/o boy, plays at 2 yo level", []),
        ("66F PD. This 67-year-old turns slowly", []),  # the note opens with something else
        ("pt is 66. This 67-year-old turns slowly", [("SRC511", "67-year-old")]),
        ("Age: 34. A: This is a 43 y/o pt", [("SRC511", "43 y/o pt")]),
        ("72 y/o with CVA. at age 45 had TKA", []),
        ("pt is 66 y/o. norms for 70 to 79 y/o", []),
        ("72 yo F. Husband, 75 yo M, helps", []),
    ],
)
def test_the_patients_age(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(code, words.removesuffix(" M")) for code, words in said(text)] == [
        (code, words.removesuffix(" M")) for code, words in expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NWB L LE. WBAT L LE in // bars", [("SRC512", "WBAT")]),
        ("NWB L LE. gait w/ RW, WBAT", [("SRC512", "WBAT")]),
        ("TTWB R. gait. PWB R", [("SRC512", "PWB")]),
        ("L NWB. L LE WBAT", [("SRC512", "WBAT")]),
        ("NWB L LE, WBAT R LE", []),
        ("NWB L LE. R WBAT", []),
        ("NWB R UE. WBAT R LE", []),
        ("was NWB L LE. WBAT L LE", []),
        ("NWB L LE -> PWB L LE", []),
        ("NWB L LE until 4/1. then PWB L LE", []),
        ("NWB L LE. goal WBAT L LE", []),
        ("NWB L LE. not NWB per MD, WBAT L LE today", []),
        ("WBAT R LE. full weight bearing in stance", []),
        ("NWB L LE. worked on weight bearing R LE", []),
        ("NWB L LE. practiced keeping NWB", []),
    ],
)
def test_weight_bearing(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BBS 42/56. fall risk. BBS 46/56", [("SRC513", "BBS 46/56")]),
        ("BBS 42. BBS 46/56", [("SRC513", "BBS 46/56")]),
        ("BBS 42/56. BBS 42/56", []),
        ("BBS 42/56 (was 38/56)", []),
        ("BBS at eval 38/56. BBS 42/56", []),
        ("BBS 38/56 last week. BBS 42/56", []),
        ("BBS 38/56. BBS 42/56 today", []),
        ("BBS 42/56. FGA 18/30", []),
        ("TUG 14 s. TUG 12 s", []),
        ("pain 3/10. pain 5/10 on stairs", []),
        ("goal BBS 46/56. BBS 42/56", []),
        ("BBS 42/56. BBS goal 46/56", []),
    ],
)
def test_scores(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("neuro re-ed 15 min, gait training 20 min, total 25 min", ["SRC510"]),
        ("NMR 15 min, TE 20 min. 25 min total", ["SRC510"]),
        ("NMR 15 min for balance. NMR 25 min", ["SRC510"]),
        ("NMR 15 min, TE 10 min, total 25 min", []),
        ("NMR 15 min, TE 10 min, total visit 45 min", []),
        ("NMR 15 min. rest 5 min. total 15 min", []),
        ("NMR 15 min, then NMR 10 min", []),
    ],
)
def test_minutes(text: str, codes: list[str]) -> None:
    assert [item.code for item in found(text)] == codes


def test_both_readings_are_shown_and_the_clinician_is_asked() -> None:
    text = "NWB L LE. gait w/ VC. WBAT L LE"
    verdict = check("Tall kneeling.", source=SKILLED + text, visit=Visit(minutes=20))
    item = next(item for item in verdict.findings if item.code == "SRC512")
    assert [(SKILLED + text)[one.start : one.end] for one in item.evidence] == ["NWB", "WBAT"]
    assert "'NWB'" in item.message
    assert item.mend == "clinician"
    assert any(question.code == "SRC512" for question in verdict.questions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NMR 20 min, gait training 15 min. Total timed minutes 45", True),
        ("97112 x 25 min; 97530 x 15 min; total timed 30 min", True),
        ("97112 (2 units, 30 min). 97116 (1 unit, 15 min). Total time 40 min", True),
        ("neuro re-ed for 18 minutes with tapping. Time: NMR 28 min", True),
        ("time in 1000, time out 1030. 97112 45 min", True),
        ("A 30-minute session. neuro re-ed was provided for 45 minutes", True),
        ("25 min NMR, 15 min gait, 40 total", False),
        ("NMR 20 min, gait training 15 min. Total visit 45 min", False),
        ("NMR in am 20 min, NMR in pm 25 min", False),
        ("rested 9:00 to 9:10. NMR 30 min", False),
        ("Seen for 30 min by PT, then 30 min by OT. NMR 45 min", False),
        ("NMR 30 min with total A", False),
    ],
)
def test_minutes_of_the_parts_the_whole_and_the_clock(text: str, expected: bool) -> None:
    assert ("SRC510" in [code for code, _ in said(text, "")]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dx: OA left hip. tactile cue R hip", True),
        ("ACL repair of the R knee. TC at L knee", True),
        ("L RTC repair. TC at R shoulder", True),
        ("OA L knee, OA R knee. TC at R knee", False),
        ("L CVA, R hand weak. TC at L hand", False),
    ],
)
def test_side_of_a_joint_that_stands_beside_its_diagnosis(text: str, expected: bool) -> None:
    assert ("SRC502" in [code for code, _ in said(text, "")]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FWB on the R after ORIF. Precautions: NWB R LE", True),
        ("scale used to teach TDWB R LE. WBAT R LE", True),
        ("NWB R LE to WBAT R LE", False),
        ("NWB R LE. WBAT R LE after 6 weeks", False),
        ("foot drop on the R, AFO was fitted. L foot drop", True),
        ("DHI 46/100. DHI score of 64 shows handicap", True),
        ("10MWT 0.62 m/s. 10MWT 0.84 m/s", True),
        ("10MWT 0.62 m/s. 10MWT fast 0.84 m/s", False),
        ("DOS 11/4/2026. treated on 5 November 2026", True),
        ("DOS 11/5/2026. treated on 5 November 2026", False),
    ],
)
def test_more_ways_to_tell_it_twice(text: str, expected: bool) -> None:
    assert bool(said(text, "")) is expected


@pytest.mark.parametrize(
    ("text", "conflicts"),
    [
        ("Patient is a sixty four year old male. Later: 71 yo female.", True),
        ("sixty-four yo M. this 67-year-old turns", True),
        ("seventy-two year old woman. pt is a 72 y/o female", False),
        ("two year old prosthesis. 64 yo M.", False),
        ("wife is sixty years old. 64 yo M.", False),
    ],
)
def test_an_age_in_words_is_an_age(text: str, conflicts: bool) -> None:
    assert ("SRC511" in {item.code for item in found(text, "")}) is conflicts


@pytest.mark.parametrize("goal", ["goal stairs at home indep", "STG stairs mod I", "goal for stairs is indep"])
def test_a_goals_help_is_no_second_level(goal: str) -> None:
    text = f"stairs 8 steps SBA. {goal}"
    assert all(code != "SRC505" for code, _ in said(text))
