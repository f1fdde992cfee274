"""What somebody unnamed did to a thing, in the passive; how a demonstration was returned."""

import pytest

from tests.noted import surfaces as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Issued hip kit", "hip kit was issued"),
        ("Skipped treadmill", "treadmill was skipped"),
        ("Called surgeon", "surgeon was called"),
        ("Told RN", "RN was told"),
        ("Added 1 ply sock", "1 ply sock was added"),
        ("Stopped 2nd bout d/t SOB", "2nd bout was stopped due to SOB"),
        ("Held pulleys today", "pulleys were held today"),
        ("Held step ups - calf tender", "step ups were held, calf tender"),
        ("Opened jar w/ dycem", "jar was opened with dycem"),
        ("Wife return demo good", "wife's return demonstration was good"),
        ("Pt return demo ok w/ HEP", "patient's return demonstration was ok with home exercise program"),
    ],
)
def test_a_deed_of_nobody_named_is_passive(note: str, said: str) -> None:
    assert said in told(note)


@pytest.mark.parametrize(
    "note",
    [
        "Stopped there",
        "Stopped at 4 min",
        "Tried off brace",
        "Told mom to watch it",
        "Told precautions",
        "Told stretch after",
        "Repeated extension in lying x10",
        "Called it a day",
        "Mom return demo",
    ],
)
def test_what_took_no_thing_stays_as_written(note: str) -> None:
    assert not [text for text in told(note) if " was " in text or " were " in text]
