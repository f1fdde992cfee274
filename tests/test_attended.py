"""Who else was there, what he was doing and what he is to do."""

import pytest

from tests.noted import sentences as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("wife watching", "wife was watching"),
        ("RN managing lines", "RN was managing lines"),
        ("gran in room", "gran was in the room"),
        ("dad nearby", "dad was nearby"),
        ("son to install bars Fri", "son is to install bars Friday"),
        ("vendor to fix", "vendor is to fix"),
        ("dtr to help w/ HEP", "daughter is to help with home exercise program"),
        ("tech guarding behind", "tech was guarding behind"),
        ("vendor present", "vendor was present"),
        ("mom asking re: return to sport", "mom was asking regarding return to sport"),
    ],
)
def test_what_another_person_did_is_told(note: str, said: str) -> None:
    assert told(note) == [said]


@pytest.mark.parametrize(
    "note",
    [
        "mom doing putty at home nightly",
        "husband driving home",
        "aide coming to train",
        "dad at work",
        "mom with bubbles",
        "wife guarding at home",
        "family meeting Thursday",
    ],
)
def test_what_is_told_of_another_day_stays_as_written(note: str) -> None:
    assert told(note) == []
