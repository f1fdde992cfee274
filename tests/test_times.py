"""A morning told by two letters, and what the letters are otherwise."""

import pytest

from tests.noted import surfaces


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("wife says he fell this am", "this morning"),
        ("pt was stiff in am", "in the morning"),
        ("BP checked by RN yesterday am", "yesterday morning"),
        ("pt fell Tues am in tub", "morning"),
    ],
)
def test_a_morning_is_told(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize("note", ["he says I am fine", "pt took meds at 8 am", "seen this pm by PTA"])
def test_any_other_stays(note: str) -> None:
    assert not any("morning" in text for text in surfaces(note))


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("worse since Sun.", "since Sunday"),
        ("son installed ramp Sat", "ramp Saturday"),
        ("pt fell last weds", "last Wednesday"),
        ("mod A on thurs", "Thursday"),
        ("comes Mondays", "Mondays"),
    ],
)
def test_a_day_is_told_by_its_name(note: str, said: str) -> None:
    assert any(said in text for text in surfaces(note)), surfaces(note)


@pytest.mark.parametrize("note", ["pt Sat EOB 5 min", "sat 92 on RA", "she Sat up alone", "walked in the sun"])
def test_what_is_no_day_stays(note: str) -> None:
    assert not any("day" in text.lower() for text in surfaces(note)), surfaces(note)
