"""Who was told is who was told, whichever way the sentence turns."""

import pytest

from tests.worded import errors


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Stairs held. MD notified by PT.", "Stairs were held. PT notified the MD."),
        ("Stairs held. MD notified by PT.", "Stairs were held. PT informed MD."),
        ("Stairs held. RN notified by PTA.", "Stairs were held. The PTA let the nurse know."),
        ("Stairs held. PT notified MD.", "Stairs were held. MD was notified by PT."),
    ],
)
def test_a_report_may_be_turned_round(note: str, said: str) -> None:
    assert errors(note, said) == []


def test_who_was_told_is_not_who_told() -> None:
    assert errors("Stairs held. MD notified by PT.", "Stairs were held. MD notified the PT.")
