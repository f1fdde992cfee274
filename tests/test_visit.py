import pytest

from rewriter.errors import InputError
from rewriter.visit import Plan, Visit, parse_date, visit_from


def test_a_visit_from_json() -> None:
    data = {
        "minutes": 20, "date": "2026-01-02", "units": 1, "minutes_by_code": {"97112": 20},
        "minutes_by_provider": {"OTR": 20}, "people": ["OTR"], "goals": ["stairs"], "total_minutes": None,
        "identifiers": {"mrn": "TX-1"},
    }  # fmt: skip
    assert visit_from(data) == Visit(
        minutes=20.0, date="2026-01-02", units=1, minutes_by_code={"97112": 20.0}, minutes_by_provider={"OTR": 20.0},
        people=("OTR",), goals=("stairs",), identifiers={"mrn": "TX-1"},
    )  # fmt: skip


def test_an_empty_visit() -> None:
    assert visit_from({}) == Visit()


@pytest.mark.parametrize(
    "data",
    [
        None, [], "x", {"minuets": 20}, {"minutes": "20"}, {"minutes": True}, {"minutes": -1}, {"minutes": 1441},
        {"minutes": float("nan")},
        {"units": 1.5}, {"units": True}, {"units": -1}, {"minutes_by_code": [1]}, {"minutes_by_code": {"97112": "x"}},
        {"people": "OTR"}, {"people": [1]}, {"goals": {}}, {"date": 7}, {"payer": ["x"]},
        {"identifiers": ["TX-1"]}, {"identifiers": {"mrn": 1}},
    ],
)  # fmt: skip
def test_a_visit_that_cannot_be_read(data: object) -> None:
    with pytest.raises(InputError, match="visit"):
        visit_from(data)


def test_units_may_be_given_by_code() -> None:
    visit = visit_from({"units": {"97112": 2, "97110": 1}})
    assert (visit.units_of("97112"), visit.units_of("97110"), visit.units_of("97530")) == (2, 1, None)


def test_a_plan_of_care_is_part_of_the_visit() -> None:
    visit = visit_from({"plan": {"certified": "2026-10-01", "visits_since_report": 9, "content": {"goals": ""}}})
    assert visit.plan == Plan(certified="2026-10-01", visits_since_report=9, content={"goals": ""})


def test_modifiers_are_in_capitals() -> None:
    assert visit_from({"modifiers_by_code": {"97112": ["gp", " kx"]}}).modifiers_of("97112") == ("GP", "KX")


@pytest.mark.parametrize(
    "data",
    [
        {"plan": {"certified": "10/01/2026"}}, {"plan": {"odd": 1}}, {"plan": []}, {"plan": {"maintenance": "yes"}},
        {"modifiers_by_code": {"97112": "GP"}}, {"charges_to_date": -1}, {"patients": 1.5},
    ],
)  # fmt: skip
def test_a_field_of_the_wrong_kind_is_named(data: object) -> None:
    with pytest.raises(InputError, match=r"visit|plan"):
        visit_from(data)


def test_only_iso_dates_are_dates() -> None:
    assert parse_date("2026-02-28") is not None
    assert parse_date("2026-02-30") is None
    assert parse_date("") is None
