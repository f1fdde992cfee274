"""Visit rules: minutes, units, people. What must not be certified, and what is asked."""

import pytest

from rewriter.billing.told import minutes_of
from rewriter.check import check
from rewriter.checks import Case
from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.visit import Visit

PACK = load_pack()
SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "
ANY = "Tall kneeling."


def codes(source: str, visit: Visit = Visit(minutes=20)) -> set[str]:
    findings = check(ANY, source=source, visit=visit).findings
    return {item.code for item in findings if item.code.startswith("BIL")}


def minutes(source: str, visit: Visit = Visit()) -> float | None:
    reading = read(source, PACK)
    return minutes_of(Case(read(ANY, PACK), reading, visit, PACK))


@pytest.mark.parametrize(
    ("text", "visit", "expected"),
    [
        ("tall kneel 17 min", Visit(), 17),
        ("tall kneel 17 min", Visit(minutes=12), 12),
        ("tall kneel", Visit(minutes_by_code={"97112": 11, "97530": 20}), 11),
        ("tall kneel", Visit(minutes_by_code={"97530": 20}), None),
        ("tall kneel", Visit(), None),
        ("tall kneel about 17 min", Visit(), None),
        ("tall kneel 40 s", Visit(), None),
        ("tall kneel. 97140 30, 97112 10", Visit(), 10),
        ("tall kneel. 97112 2", Visit(), None),
        ("tall kneel, sat 3 min, RN told", Visit(), None),
        ("NMES wrist ext 35 pps, 15 min, attended", Visit(), None),
        ("tummy time 90 s, 2 min, 40 s", Visit(), None),
        ("tall kneel, TC at ribs, 17 min, tol well", Visit(), 17),
    ],
)
def test_minutes_are_the_visits_else_the_one_exact_figure_of_the_note(
    text: str, visit: Visit, expected: float | None
) -> None:
    assert minutes(text, visit) == expected


@pytest.mark.parametrize("text", ["seated rest 5 min. tall kneel. 25 min", "dizzy for 6 min after. 97112 x 25 min"])
def test_two_durations_are_not_one_exact_figure(text: str) -> None:
    assert minutes(text) in (25, None)


@pytest.mark.parametrize(("given", "refused"), [(0, True), (7, True), (7.5, True), (8, False), (9, False)])
def test_eight_minutes_are_the_least(given: float, refused: bool) -> None:
    assert ("BIL301" in codes(SKILLED, Visit(minutes=given))) is refused


def test_missing_minutes_are_asked_for() -> None:
    assert codes(SKILLED, Visit()) == {"BIL302"}
    assert codes(SKILLED + "20 min", Visit()) == set()


def test_minutes_are_not_asked_of_a_bare_text() -> None:
    assert "BIL302" not in {item.code for item in check(ANY).findings}


@pytest.mark.parametrize(
    ("given", "units", "too_many"),
    [
        (8, 1, False),
        (22, 1, False),
        (22, 2, True),
        (23, 2, False),
        (37, 3, True),
        (38, 3, False),
        (52, 4, True),
        (53, 4, False),
        (20, 0, False),
    ],
)
def test_units_stay_within_the_minutes(given: float, units: int, too_many: bool) -> None:
    assert ("BIL305" in codes(SKILLED, Visit(minutes=given, units=units))) is too_many


@pytest.mark.parametrize(
    ("text", "visit", "differ"),
    [
        (SKILLED, Visit(minutes_by_code={"97112": 20, "97530": 15}, total_minutes=35), False),
        (SKILLED, Visit(minutes_by_code={"97112": 20, "97530": 15}, total_minutes=40), True),
        (SKILLED, Visit(minutes_by_code={"97112": 20}, total_minutes=40), False),
        (SKILLED + "97112 20, 97530 15. total timed 35", Visit(minutes=20), False),
        (SKILLED + "97112 20, 97530 15. total timed 40", Visit(minutes=20), True),
        (SKILLED + "97112 20 min, 97530 15 min. total 40 min", Visit(minutes=20), True),
    ],
)
def test_minutes_by_code_add_up(text: str, visit: Visit, differ: bool) -> None:
    assert ("BIL303" in codes(text, visit)) is differ


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("97112 and 97530 x 30 min", True),
        ("97530 given in the same 30 min", True),
        ("97112 15 min, 97530 15 min", False),
        ("97112 x 30 min", False),
    ],
)
def test_minutes_are_not_charged_twice(text: str, shared: bool) -> None:
    assert ("BIL304" in codes(SKILLED + text)) is shared


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("aide guided tall kneel", True),
        ("tech ran beam walks", True),
        ("beam was guided by aide", True),
        ("taught aide to guard", False),
        ("aide in kitchen", False),
        ("aide had the belt, I blocked the knee", False),
        ("aide and I guarded gait", True),
        ("aide did the cutting, not student", False),
        ("aide did the w/c to chair transfer, not me", False),
        ("aide did the beam walk, not me", True),
        ("wife guided tall kneel", False),
        ("PTA guided tall kneel", False),
    ],
)
def test_treatment_by_an_aide_is_refused(text: str, refused: bool) -> None:
    assert ("BIL310" in codes(SKILLED + text)) is refused


@pytest.mark.parametrize(
    "text", ["aide did not assist", "aide will guard gait next visit", "aide guarded gait last week"]
)
def test_what_an_aide_did_not_do_today_is_no_reason_to_refuse(text: str) -> None:
    assert "BIL310" not in codes(SKILLED + text)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("group of 5 patients", True),
        ("two patients treated concurrently", True),
        ("no group today", False),
        ("balance circuit", False),
    ],
)
def test_a_group_is_refused(text: str, refused: bool) -> None:
    assert ("BIL311" in codes(SKILLED + text)) is refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("student guided beam while therapist was at lunch", True),
        ("student guided beam, therapist left the room", True),
        ("student guided beam, therapist directed each step", False),
        ("therapist left the room to get a rail", False),
    ],
)
def test_a_student_alone_is_refused(text: str, refused: bool) -> None:
    assert ("BIL312" in codes(SKILLED + text)) is refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("squats independent", True),
        ("squats, no cues needed", True),
        ("squats independent after VC for depth", False),
        ("squats independent, stairs min A", False),
    ],
)
def test_what_the_patient_does_alone_is_refused(text: str, refused: bool) -> None:
    assert ("BIL313" in codes(text)) is refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("squats. tall kneel", True),
        ("squats, cues", True),
        ("squats, VC for depth", False),
        ("squats, cued", True),
        ("squats, cued to slow", False),
        ("squats, reminded of line each lap", False),
        ("squats, knee gave, SPTA blocked", False),
        ("squats, tone 1+ elbow flexors", False),
        ("squats, caught toe x2", False),
        ("squats, ataxia", False),
        ("squats, no ataxia", True),
        ("squats, poor balance", False),
        ("squats, balance", True),
        ("squats. blocked knee", False),
    ],
)
def test_a_note_too_thin_to_rewrite_is_refused(text: str, refused: bool) -> None:
    assert ("BIL314" in codes(text)) is refused


def test_a_note_of_riddles_is_refused() -> None:
    assert "BIL315" in codes("PT. MS. CP. TA")
    assert "BIL315" not in codes(SKILLED + "seen with PT")


def test_a_refusal_is_the_verdict_before_any_question() -> None:
    assert check(ANY, source="squats", visit=Visit(minutes=5)).verdict == "refuse"
