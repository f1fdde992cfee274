"""What the billed code itself asks of a visit: units, base code, group size."""

import pytest

from rewriter.check import check
from rewriter.visit import visit_from

GROUP = "group of 4, tandem w/ VC"
THINKING = "memory log w/ spaced retrieval, recalled 3/5. 97130 15 min"


def codes(cpt: str, note: str, visit: dict[str, object]) -> set[str]:
    return {item.code for item in check("x", source=note, cpt=cpt, visit=visit_from(visit)).findings}


@pytest.mark.parametrize(("units", "fails"), [(None, False), (0, False), (1, False), (2, True)])
def test_an_untimed_code_is_one_unit(units: int | None, fails: bool) -> None:
    assert ("BIL390" in codes("97150", GROUP, {"units": units})) is fails


def test_units_of_other_codes_are_not_the_groups() -> None:
    assert "BIL390" not in codes("97150", GROUP, {"units_by_code": {"97112": 2, "97150": 1}})


@pytest.mark.parametrize(("patients", "fails"), [(None, False), (1, True), (2, False)])
def test_a_group_is_two_or_more(patients: int | None, fails: bool) -> None:
    assert ("BIL392" in codes("97150", GROUP, {"patients": patients})) is fails


def test_an_add_on_needs_its_base() -> None:
    assert "BIL391" in codes("97130", THINKING, {})
    assert "BIL391" in codes("97130", "memory log", {"units_by_code": {"97130": 1, "97535": 1}})
    assert "BIL391" not in codes("97130", THINKING + ", 97129 15 min", {})
    assert "BIL391" not in codes("97130", "memory log", {"minutes_by_code": {"97129": 15, "97130": 15}})


def test_where_no_code_is_known_nothing_is_said() -> None:
    assert "BIL391" not in codes("97130", "memory log w/ spaced retrieval", {})


@pytest.mark.parametrize(("note", "fails"), [("97150 x 2, three pts, VC", True), ("97150 x 1, three pts, VC", False)])
def test_units_in_the_note_count_as_well(note: str, fails: bool) -> None:
    assert ("BIL390" in codes("97150", note, {})) is fails


@pytest.mark.parametrize(
    ("note", "fails"), [("hand group, other members absent, VC", True), ("hand group of 4, VC to each", False)]
)
def test_a_note_may_tell_that_nobody_else_came(note: str, fails: bool) -> None:
    assert ("BIL392" in codes("97150", note, {})) is fails
