"""Minutes that must not be counted: shared ones, idle ones, those of a current inside the treatment."""

import pytest

from rewriter.check import check
from rewriter.findings import Finding
from rewriter.visit import Visit

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "
ANY = "Tall kneeling."


def found(code: str, text: str, visit: Visit = Visit()) -> list[Finding]:
    return [item for item in check(ANY, source=SKILLED + text, visit=visit).findings if item.code == code]


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("97112 and 97530 x 30 min", True),
        ("97112/97530 30 min", True),
        ("15 min -> 97112 and 97032", True),
        ("97530 given in the same 30 min", True),
        ("eval 97162 30 min; 97112 within the same 30 minutes", True),
        ("97164 re-eval performed simultaneously with 97112", True),
        ("97161 10:00-10:40, 97112 10:20-10:45", True),
        ("97112 20 min shared with another patient", True),
        ("fifteen minutes were billed for both 97112 and 97032", True),
        ("97112, 97530: 15 min, 10 min", False),
        ("97112 15 min, 97530 15 min", False),
        ("97112 x 30 min", False),
        ("97112 and 97530 x 15 min each", False),
        ("97112 and 97530, total timed 30 min", False),
        ("97112 20 min. 97530 15 min, not the same minutes", False),
        ("no overlapping minutes; 97112 15 min, 97110 15 min", False),
        ("same 15 min routine as last week. 97112", False),
        ("counted back at the same time. 97112 20 min, TE 10 min", False),
        ("97161 10:00-10:40, 97112 10:40-10:55", False),
    ],
)
def test_minutes_are_not_charged_twice(text: str, shared: bool) -> None:
    assert bool(found("BIL304", text)) is shared


def test_known_minutes_of_both_codes_are_not_shared() -> None:
    visit = Visit(minutes_by_code={"97112": 15, "97530": 15})
    assert not found("BIL304", "97112 and 97530 x 30 min", visit)


def test_minutes_of_two_patients_are_shared() -> None:
    assert [item.message for item in found("BIL304", "", Visit(minutes=20, patients=2))] == [
        "'2 patients in the same minutes' is claimed for more than one service."
    ]
    assert not found("BIL304", "", Visit(minutes=20, patients=1))


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("30 min including 5 min seated rest", True),
        ("97112 40 min, includes set up and charting", True),
        ("rest breaks included in the 30 min", True),
        ("NuStep 10 min unattended, total timed 35 min", True),
        ("bike 12 min while I charted. total timed 42 min. 97112 30 min", True),
        ("45 min, incl. set-up and clean-up time", True),
        ("rode the bike alone for 10 minutes, counted in the 30 min", True),
        ("rest breaks x3, HR included 88-110, 25 min", False),
        ("corrected three times counting the bathroom door, 25 min", False),
        ("30 min, 5 min rest excluded", False),
        ("25 min not including rest breaks", False),
        ("2 rests, 20 min", False),
        ("97112 25 min. NuStep 10 min unattended, not billed", False),
        ("97112 20 min. e-stim 15 min unattended", False),
        ("rest tremor; 25 min including stairs", False),
    ],
)
def test_idle_time_is_not_counted(text: str, counted: bool) -> None:
    assert [item.level for item in found("BIL309", text)] == ["warning"] * counted


@pytest.mark.parametrize(
    ("text", "visit", "level"),
    [
        ("97112 and 97032 same 15 min", Visit(), "error"),
        ("NMES to quads during STS, 15 min for 97112 and 97032", Visit(), "error"),
        ("", Visit(minutes_by_code={"97112": 15, "97032": 15}, total_minutes=15), "error"),
        ("e-stim to wrist ext w/ grasp. 97112 20 min + G0283", Visit(), "warning"),
        ("NMES during reach. 97112 15 min", Visit(units_by_code={"97112": 1, "97032": 1}), "warning"),
        ("NMES with step ups. 97112 15 min", Visit(), ""),
        ("NMES during reach, 97032 not billed. 97112 20 min", Visit(), ""),
        ("97112 15 min, 97032 10 min to shoulder after", Visit(), ""),
        ("97112 25 min. G0283 15 min to shoulder for pain", Visit(), ""),
        ("", Visit(minutes_by_code={"97112": 15, "97032": 15}, total_minutes=30), ""),
    ],
)
def test_stimulation_inside_the_treatment_is_not_billed_beside_it(text: str, visit: Visit, level: str) -> None:
    assert [item.level for item in found("BIL323", text, visit)] == [level] * bool(level)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("97112 30 min: first 10 min setting up equipment, then cued stance", True),
        ("NMR 38 min, of which 15 min alone on the bike", True),
        ("97112 30 min w/ TC, rested x 2", False),
        ("97112 30 min, last 10 min charting not counted", False),
    ],
)
def test_idle_time_told_as_a_part_of_the_minutes_is_counted(text: str, counted: bool) -> None:
    assert bool(found("BIL309", text)) is counted


def test_minutes_told_a_second_time_under_another_code_are_shared() -> None:
    assert found("BIL304", "20 min counted under NMR as well as under gait")
    assert not found("BIL304", "NMR 15 min, not counted under gait")
