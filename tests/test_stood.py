"""How things stood, told without a verb: the composer puts it in where it can be read in one way."""

import pytest

from tests.noted import sentences_and_deeds as told


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("AFO on", "ankle foot orthosis was on"),
        ("Binder and TEDs on", "binder and TED stockings were on"),
        ("sling off for tx", "sling was off for tx"),
        ("brace off", "brace was off"),
        ("sling off since Mon", "sling was off since Monday"),
        ("L arm on pillow", "left arm was on a pillow"),
        ("WBAT", "patient was weight bearing as tolerated"),
        ("NWB R LE", "patient was non weight bearing on the right lower extremity"),
        ("2L NC", "patient was on 2 liters nasal cannula"),
        ("on RA", "patient was on room air"),
        ("O2 2L", "patient was on oxygen 2 liters"),
        ("GMFCS II", "GMFCS level was II"),
        ("RASS -1", "Richmond Agitation-Sedation Scale was -1"),
        ("R hand dominant", "patient was right hand dominant"),
        ("Lives w/ wife", "patient lives with the wife"),
        ("Reminded re hot pans", "patient was reminded regarding hot pans"),
    ],
)
def test_how_it_stood_is_told(note: str, said: str) -> None:
    assert told(note) == [said]


@pytest.mark.parametrize(
    "note",
    [
        "splint on 2 hr off 2 hr",
        "helmet on OOB",
        "resting splint on at night",
        "hand off rail",
        "NWB R LE 2 more wks",
        "O2 4 L NC 92%",
        "VC, hand on counter",
        "Lives w/ dtr, works days",
    ],
)
def test_a_rule_a_schedule_or_an_order_stays_as_written(note: str) -> None:
    assert told(note) == []


def test_who_was_reminded_is_not_said_where_somebody_else_is_named() -> None:
    assert "patient was reminded to lock brakes" not in told("Wife present. Reminded to lock brakes.")


@pytest.mark.parametrize(
    "rule", ["no floor transfer til TLSO off", "no showers until splint off", "rest once brace on"]
)
def test_a_rule_until_something_is_off_tells_nothing_of_today(rule: str) -> None:
    assert not any(" was o" in one for one in told(rule))
