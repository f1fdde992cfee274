"""What opens a note: where, which visit, how long after an operation."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("SNF day 11. step taps x10", "the setting was a skilled nursing facility, day 11"),
        ("IRF, L CVA. step taps x10", "the setting was an inpatient rehabilitation facility"),
        (
            "SNF OA. step taps x10",
            "the setting was a skilled nursing facility and patient presented with osteoarthritis",
        ),
        ("HH visit 6. step taps x10", "this was home health visit 6"),
        ("SNF OT, R CVA. step taps x10", "this was skilled nursing facility OT"),
        ("OT OP neuro, L CVA. step taps x10", "this was outpatient neuro OT"),
        ("School gym PT. step taps x10", "this was school gym PT"),
        ("PT IRF. step taps x10", "this was inpatient rehabilitation facility PT"),
        ("OP neuro, R CVA. step taps x10", "the setting was outpatient neuro"),
        ("Home visit. step taps x10", "this was a home visit"),
        ("Wk 3. step taps x10", "this was week 3"),
        ("L CVA, visit 4 of 12. step taps x10", "this was visit 4 of 12"),
        (
            "R ulnar n. repair (wrist) 11 wks. step taps x10",
            "patient was 11 weeks after right ulnar nerve repair (wrist)",
        ),
        ("L4-5 fusion 10 wks. step taps x10", "patient was 10 weeks after L4-5 fusion"),
        ("R zone II flexor repair wk 5. step taps x10", "patient was in week 5 after right zone II flexor repair"),
    ],
)
def test_an_opening_is_a_sentence(note: str, said: str) -> None:
    assert said in told(note)


@pytest.mark.parametrize(
    "note",
    [
        "L CVA, wk 7. step taps x10",
        "SNF placement pending. step taps x10",
        "PT home alone. step taps x10",
        "OT L hand. step taps x10",
        "mom had hip fusion 10 wks ago. step taps x10",
        "no hip fusion 10 wks. step taps x10",
        "step taps 2x10, tandem 3x20 s, foam w/ head turns 2x10, ball toss 3x10, ramp x2, SNF",
    ],
)
def test_what_may_be_told_of_something_else_stays_as_written(note: str) -> None:
    assert not [text for text in told(note) if text.startswith(("the setting", "this was", "patient was"))]
