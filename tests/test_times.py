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
