"""What somebody would not or can do, and what was broken off, told in other words."""

import pytest

from tests.worded import error_codes


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("Rug still down, son wont move it", "The rug is still down because her son refuses to move it."),
        ("Can don liner I, forgets ply", "The patient puts on the liner independently and forgets the ply."),
        ("Can reach top shelf", "The patient reaches the top shelf."),
        ("Stopped 2nd walk, SOB 6/10", "Shortness of breath of 6/10 cut the second walk short."),
        ("PM reach short 6 cm vs R", "The posteromedial reach fell 6 cm short of the right."),
        ("step dropped to 2 in, pain 1/10", "The step was lowered to 2 inches, and pain was 1/10."),
        ("seat raised to 19 in", "The seat was raised to 19 inches."),
    ],
)
def test_will_and_ability_in_other_words_are_no_error(note: str, rewrite: str) -> None:
    assert not error_codes(note, rewrite)


@pytest.mark.parametrize(
    ("note", "rewrite"),
    [
        ("dtr drives", "The daughter refuses to drive."),
        ("walk 40 ft", "The walk of 40 feet was cut short."),
        ("Can not reach top shelf", "The patient reaches the top shelf."),
        ("son moved rug", "The son refused to move the rug."),
        ("Stopped 2nd walk, SOB 6/10", "The second walk went on with shortness of breath of 6/10."),
    ],
)
def test_another_will_is_found(note: str, rewrite: str) -> None:
    assert error_codes(note, rewrite)
