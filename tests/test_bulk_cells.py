"""A cell of a table becomes what a note's field takes."""

import math
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from rewriter.bulk.cells import FIELDS, is_absent, plain, read_cell, read_id
from rewriter.errors import InputError
from rewriter.visit import visit_from


@pytest.mark.parametrize("value", [None, "", " \t", math.nan, Decimal("NaN")])
def test_cells_that_say_nothing_are_absent(value: object) -> None:
    assert is_absent(value)


@pytest.mark.parametrize("value", [0, False, "0", [], datetime(2026, 1, 1)])
def test_nothing_and_zero_are_not_the_same(value: object) -> None:
    assert not is_absent(value)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("n1 ", "n1"),
        (17, "17"),
        (17.0, "17"),
        (Decimal(17), "17"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
    ],
)
def test_an_id_is_text_or_a_whole_number(value: object, name: str) -> None:
    assert read_id(value) == name


@pytest.mark.parametrize(
    "value", [None, " ", True, 1.5, math.inf, Decimal("1E+5000"), b"n1", [1], "a\nb", "\udce9", "n" * 201]
)
def test_an_id_that_could_not_be_printed_or_told_apart_is_refused(value: object) -> None:
    with pytest.raises(InputError, match=r"\bid\b"):
        read_id(value)


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("text", " Wt shift R\n", " Wt shift R\n"),  # as it stands
        ("text", "Flex 90°".encode(), "Flex 90°"),
        ("cpt", 97112, "97112"),
        ("cpt", " 97112 ", "97112"),
        ("clinician", 4711.0, "4711"),
        ("minutes", "25", 25),
        ("minutes", 25.0, 25),
        ("minutes", Decimal("22.5"), 22.5),
        ("visit.units", "2", 2),
        ("visit.goals", "stairs at home", ["stairs at home"]),
        ("visit.goals", '["stairs", "toilet"]', ["stairs", "toilet"]),
        ("visit.minutes_by_code", '{"97112": 25, "97530": null}', {"97112": 25}),
        ("visit.plan.maintenance", "yes", True),
        ("visit.plan.maintenance", 0, False),
        ("signed", "Y", True),
        ("signed", '{"reason": "late"}', {"reason": "late"}),
        ("visit", {"date": date(2026, 11, 20), "units": 2.0, "payer": None}, {"date": "2026-11-20", "units": 2}),
        ("visit.date", datetime(2026, 11, 20, 23, 59, tzinfo=UTC), "2026-11-20"),
        ("visit.date", date(2026, 11, 20), "2026-11-20"),
        ("visit.date", "2026-11-20T08:00:00-05:00", "2026-11-20"),
    ],
)
def test_a_cell_is_read_by_what_its_field_takes(field: str, value: object, read: Any) -> None:
    found = read_cell(field, value, "")
    assert (found, type(found)) == (read, type(read))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", 5),
        ("text", b"\xff"),
        ("text", "\udce9"),
        ("minutes", "about 25"),
        ("minutes", "inf"),
        ("minutes", True),
        ("visit.date", "11/20/2026"),
        ("visit.date", 20261120),
        ("signed", "perhaps"),
        ("visit", "[1]"),
        ("visit", "{broken"),
        ("visit.goals", 5),
        ("visit.plan.maintenance", 2),
    ],
)
def test_a_cell_that_its_field_cannot_take_is_refused_without_being_repeated(field: str, value: object) -> None:
    with pytest.raises(InputError) as caught:
        read_cell(field, value, "")
    assert field in str(caught.value)
    assert str(value) not in str(caught.value)


def test_dates_are_read_as_they_are_said_to_be_written() -> None:
    assert read_cell("visit.date", "11/02/2026", "%m/%d/%Y") == "2026-11-02"
    with pytest.raises(InputError, match="%m/%d/%Y"):
        read_cell("visit.date", "2026-11-02", "%m/%d/%Y")


def test_every_field_of_a_visit_can_be_a_column() -> None:
    values = {"minutes": "25", "plan.visit_number": "3", "charges_to_date": "12.5", "identifiers": '{"mrn": "0"}'}
    assert {f"visit.{name}" for name in values} <= set(FIELDS)
    visit = {name: read_cell(f"visit.{name}", value, "") for name, value in values.items() if "." not in name}
    assert visit_from(visit).charges_to_date == 12.5


def test_what_is_only_handed_through_becomes_json() -> None:
    assert plain(math.nan) is None
    assert plain({"on": date(2026, 1, 2), "cost": Decimal("1.50")}) == {"on": "2026-01-02", "cost": "1.50"}
    assert plain([math.inf]) == ["Infinity"]
    for value in ({date(2026, 1, 2): 1}, ["\udce9"]):
        with pytest.raises(InputError, match="kept column"):
            plain(value)
