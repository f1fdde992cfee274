"""The letter p that lost its bar: after, afterward, or something else that is left alone."""

import pytest

from tests.spelled import shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tired p 20 min and sat down", "tired after 20 minutes and sat down"),
        ("frustrated p hop scotch", "frustrated after hop scotch"),
        ("HR 92 p 2nd set", "heart rate 92 after 2 nd set"),
        ("HR 100 p 6MWT", "heart rate 100 after 6 Minute Walk Test"),
        ("stiff p L TKA", "stiff after left total knee arthroplasty"),
        ("ok p daughter talked to her", "ok after daughter talked to her"),
        ("sore p 3x10", "sore after 3 x 10"),
        ("pain 5/10 p 10 min ride", "pain 5 / 10 after 10 minutes ride"),
        ("dizzy 3/10 p transfer", "dizzy 3 / 10 after transfer"),
        ("min A p hemi technique taught", "minimal assistance after hemi technique taught"),
        ("dizzy p ex", "dizzy after exercise"),
        ("tired p balance ex", "tired after balance exercise"),
        ("p breakfast, walked", "after breakfast , walked"),
        ("better (p stretch)", "better ( after stretch )"),
        ("BP 120/70 pre and p tx", "blood pressure 120 / 70 pre and after treatment"),
        ("DIZZY P 2ND SET THEN OK", "dizzy after 2 nd set then ok"),
    ],
)
def test_a_letter_before_what_was_first_says_after(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tired p, BP 118/70", "tired afterward , blood pressure 118 / 70"),
        ("skin check p, no redness", "skin check afterward , no redness"),
        ("BP 120/70 before, 134/80 p.", "blood pressure 120 / 70 before , 134 / 80 afterward ."),
    ],
)
def test_a_letter_at_an_end_says_afterward_where_a_state_was_told(text: str, said: str) -> None:
    assert shown(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "p 5/10 L knee",
        "pain p 5 today",
        "p! with stairs",
        "knee p, swelling",
        "knee p with stairs",
        "p R shoulder 4/10",
        "c/o p R knee",
        "less p in knee",
        "no p rest",
        "HR 92 p",
        "stand bal p, sit bal f",
        "static f dynamic p",
        "p standing balance",
        "p trunk control",
        "p safety awareness",
        "P: cont POC",
        "P stretch daily",
        "P STRETCH DAILY AND WALK",
        "p cont POC",
        "s pt tired. o amb 50 ft. p stretch daily",
        "p/ROM wfl",
        "p.o. meds",
        "max A 2 p transfer",
        "x2 p assist",
        "in p bars x 4",
        "p value 0.05",
        "s p L TKA",
        '"tired p walk" she wrote',
    ],
)
def test_pain_poor_the_plan_and_persons_stay(text: str) -> None:
    assert "after" not in shown(text)
