"""The time since a diagnosis and the place behind it are told apart."""

import pytest

from tests.noted import pieces, surfaces


@pytest.mark.parametrize(
    ("text", "time", "place"),
    [
        ("GBS 10 wks SNF, transfers mod A", "GBS 10 wks", "the setting was a skilled nursing facility"),
        ("L CVA, 8 months OP neuro, gait 50 ft", "8 months", "the setting was outpatient neuro"),
        (
            "S: tired, slept poorly again, pain in L shoulder at rest 3/10 all night\nO: TBI 6 wk ARU. STS x5",
            "TBI 6 wk",
            "the setting was an acute rehab unit",
        ),
        ("TBI 5 wk acute rehab day 6, step taps x10", "TBI 5 wk", "the setting was acute rehab, day 6"),
        ("TBI 3 wk ARU, step taps x10", "TBI 3 wk", "the setting was an acute rehab unit"),
        ("L CVA wk 3 IRF, step taps x10", "L CVA wk 3", "the setting was an inpatient rehabilitation facility"),
        ("TBI 6 yrs outpt OT, step taps x10", "TBI 6 yrs", "this was outpatient occupational therapy"),
        ("L TKA 3 wks home health PT. STS x5", "L TKA 3 wks", "this was home health physical therapy"),
    ],
)
def test_a_time_is_the_diagnosis_s_and_a_place_the_visit_s(text: str, time: str, place: str) -> None:
    assert time in pieces(text)
    assert place in surfaces(text)


@pytest.mark.parametrize(
    "text",
    [
        "TIA 2 wks SNF stay then home",
        "CVA 3 wks home alone, dtr helps",
        "TTWB L, day 9 SNF",
        "8 months OP neuro, L CVA",
    ],
)
def test_a_stay_and_a_time_of_nothing_are_one_piece(text: str) -> None:
    assert not any("the setting was" in told for told in surfaces(text))


def test_no_comma_binds_a_time_to_what_is_not_known() -> None:
    assert surfaces("R TKA 5 wks HH, quad lag")[0] == "right total knee arthroplasty 5 weeks HH"
