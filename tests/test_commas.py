"""Commas behind which a telegraphic piece goes on, and those that end it."""

import pytest

from tests.noted import surfaces


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Falls x2 past 6 mo, both turning in kitchen", "falls 2 times past 6 months, both turning in the kitchen"),
        ("phantom pain 5/10 pre, 3/10 p towel desens", "phantom pain was 5/10 pre, 3/10 after towel desensitization"),
        ("FGA 19/30, prev 16", "Functional Gait Assessment was 19/30, previous 16"),
        ("march in place, 2 rounds each side", "march in place, 2 rounds each side"),
        ("tracking rattle, 4 bouts about 1 min", "tracking rattle, 4 bouts approximately 1 minute"),
        ("3 errors, all to left", "there were 3 errors, all to the left"),
        ("goal 150 ft not met, cont", "150 feet not met, continue"),
        ("goal 150 ft SBA, partially met", "150 feet with standby assistance, partially met"),
        ("HEP quick flicks 10, 3x/d", "home exercise program quick flicks 10, 3 times per day"),
        ("caregiver trained hoyer x1, indep", "caregiver trained Hoyer x1, independent"),
        ("freezing at doors x3, x5 last wk", "freezing at doors 3 times, 5 times last week"),
        ("5 cues, 10+ Mon", "5 cues, 10+ Monday"),
        ("3 cues for pacing, 7+ last session", "3 cues for pacing, 7+ last session"),
        ("ramp up min A, down CGA", "ramp up minimal assistance, down contact guard assistance"),
        (
            "mini squat x10 w min A first 3, then CGA",
            "mini squat 10 times with minimal assistance first 3, then contact guard assistance",
        ),
        ("scoot R SBA, L min A x1", "scoot right with standby assistance, left with minimal assistance x1"),
        ("tandem 20 s R lead, 12 s L lead", "tandem 20 seconds right lead, 12 seconds left lead"),
        ("SLS 10 s R side, 4 s L side", "single leg stance 10 seconds right side, 4 seconds left side"),
    ],
)
def test_what_tells_of_the_piece_before_stays_with_it(text: str, piece: str) -> None:
    assert surfaces(text) == [piece]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("squats x10, both UEs on bar", 2),
        ("stairs x4, met Trendelenburg", 2),
        ("HEP issued, bridges 2x10", 2),
        ("sit to stand x5, indep", 2),
        ("dtr present, amb 50 ft, indep", 3),
    ],
)
def test_what_is_told_of_something_else_is_a_piece_of_its_own(text: str, pieces: int) -> None:
    assert len(surfaces(text)) == pieces


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (
            "goal mod I bathing w LHS by fri, unlikely, told CM",
            "modified independent bathing with LHS by Friday, unlikely",
        ),
        ("goal amb 200 ft, behind schedule", "ambulation 200 feet, behind schedule"),
        ("goal mod I toileting, not realistic, dtr told", "modified independent toileting, not realistic"),
        ("goal 150' RW, close", "150' rolling walker, close"),
    ],
)
def test_how_a_goal_stands_stays_with_it(text: str, goal: str) -> None:
    assert goal in surfaces(text)


@pytest.mark.parametrize(
    "text",
    ["Rec SNF, pt wants home, CM aware", "Declined bath, pt hopes to shower Mon", "wife in, pt would like stairs"],
)
def test_a_wish_keeps_its_subject(text: str) -> None:
    assert any(said.startswith("patient ") and len(said.split()) > 2 for said in surfaces(text))


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Pain 4/10 amb, 6/10 stairs", "pain was 4/10 ambulation, 6/10 stairs"),
        ("SpO2 95 seated, 88 amb", "oxygen saturation was 95 seated, 88 ambulation"),
        ("HR 88 rest, 112 stairs", "heart rate was 88 rest, 112 stairs"),
        ("monofil absent L gr toe, R toes 1-3", "monofilament absent left great toe, right toes 1 to 3"),
        ("edema R ankle, L foot", "edema of the right ankle, left foot"),
        ("TC L hip, R knee", "tactile cues to the left hip, right knee"),
    ],
)
def test_a_second_value_and_a_second_place_stay_with_what_was_found(text: str, piece: str) -> None:
    assert surfaces(text) == [piece]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("HR 88 rest, 10 squats", 2),
        ("pain 3/10 gait, 5/5 squats", 2),
        ("pain 3/10, 8/10 steps correct", 2),
        ("stretch L hamstring, R calf 3x30", 1),
        ("edema R ankle, L none", 2),
    ],
)
def test_what_is_done_behind_a_value_is_its_own_piece(text: str, pieces: int) -> None:
    assert len(surfaces(text)) == pieces
