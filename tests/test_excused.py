"""Refused here and there, cited, listed behind a colon: the context is the same."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("No splint needed per MD.", "Per MD, splint not needed."),
        ("No splint needed per MD.", "According to the physician, no splint is needed."),
        (
            "Declined stairs d/t nausea. Plan stairs PM.",
            "Because of nausea the patient declined stairs. Stairs are planned for this afternoon.",
        ),
        (
            "R RCR wk 7, sling d/c'd last wk per MD.",
            "Right rotator cuff repair, week 7. Out of the sling as of last week per MD.",
        ),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament not felt: left big toe; right toes 1 to 3."),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament not felt: left big toe; right toes 1, 2 and 3."),
        ("No lifting >2 lb.", "Keep lifting to 2 lb at most."),
        ("No lifting >2 lb.", "Lifting is limited to two pounds."),
        (
            "Rollator trial refused, pushed it away.",
            "A rollator was offered, but the patient refused and pushed it away.",
        ),
        ("Grip not tested.", "P: Grip deferred."),
        (
            "Grandpa asked re weighted vest, deferred.",
            "The grandfather asked about a weighted vest; this was deferred.",
        ),
        (
            "States drops mug at home, not seen here.",
            "States that the mug gets dropped at home, but this was not seen here.",
        ),
        ("Fatigue 4/10. Declined standing.", "Fatigue stood at four out of ten. The patient declined standing."),
        ("R IF zone II FDP repair, 10 days.", "Ten days after zone II FDP repair of the right index finger."),
        (
            "Trial w/o cane nxt wk if MD ok.",
            "If the physician agrees, a trial without the cane is planned for next week.",
        ),
        ("Wall slides stopped at 6 d/t pinch.", "Wall slides were broken off at 6 because of a pinch."),
        (
            "Semi tandem L ft forward 20 s, R ft trial 5 s.",
            "Semi-tandem: left foot forward 20 s, right-foot trial 5 s.",
        ),
        ("Amb 40 ft. Rec night light.", "Walked 40 ft. A night light was recommended."),
        ("Declined ramp, fear of falling.", "Fear of falling led the patient to decline the ramp."),
    ],
)
def test_the_same_context_in_another_order_is_no_error(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite) == []


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("No splint needed per MD.", "Per MD, splint needed."),
        ("Splint needed per MD.", "Per MD, no splint needed."),
        ("Declined stairs d/t nausea. Plan stairs PM.", "Stairs were done. Stairs are planned for this afternoon."),
        (
            "Declined stairs d/t nausea. Plan stairs PM.",
            "Because of nausea the patient declined stairs. Stairs were done in the afternoon.",
        ),
        ("Declined stairs d/t nausea. Plan stairs PM.", "Stairs are planned because of nausea."),
        (
            "R RCR wk 7, sling d/c'd last wk per MD.",
            "Right rotator cuff repair, week 7. In the sling as of last week per MD.",
        ),
        (
            "R RCR wk 7, sling d/c'd last wk per MD.",
            "Right rotator cuff repair, week 7. Sling on since last week per MD.",
        ),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament not felt: left big toe; right toes 1, 2 and 4."),
        ("Monofil absent L gr toe, R toes 1-3.", "Monofilament felt: left big toe; right toes 1 to 3."),
        ("Monofil intact L gr toe.", "Monofilament not felt: left great toe."),
        ("No lifting >2 lb.", "Lifting up to 20 lb."),
        ("No pain with flexion >90.", "Pain with flexion up to 90 at most."),
        ("Stairs refused.", "Stairs were offered and done."),
        ("Rollator offered, accepted.", "A rollator was offered, but the patient refused."),
        ("Amb 40 ft. Rec night light.", "Walked 40 ft. A night light is in use."),
        ("Declined ramp.", "The patient did the ramp."),
    ],
)
def test_another_context_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("goal floor xfer SBA, today min A", "The floor transfer took minimal assistance today; the goal is standby."),
        ("STG amb 150 ft RW, did 90", "The patient walked 90 feet; the short-term goal is 150 feet with the walker."),
        ("Goal I shoe tie by Dec, now needs vc", "Shoe tying now needs verbal cues; the goal is independence."),
    ],
)
def test_what_is_told_beside_a_goal_is_done(note: str, rewrite: str) -> None:
    assert "FID126" not in error_codes(note, rewrite)
