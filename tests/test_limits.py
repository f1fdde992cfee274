"""Limits: units a day, length of a session, and whose way of rounding holds."""

from pathlib import Path

import pytest

from rewriter.check import check
from rewriter.findings import Finding
from rewriter.visit import Visit

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "
ANY = "Tall kneeling."


def found(code: str, text: str = "", visit: Visit = Visit(), overlay: Path | None = None) -> list[Finding]:
    findings = check(ANY, source=SKILLED + text, visit=visit, profile="full", overlay=overlay).findings
    return [item for item in findings if item.code == code]


@pytest.mark.parametrize(("units", "above"), [(4, False), (5, True)])
def test_four_units_a_day_are_the_limit(units: int, above: bool) -> None:
    assert bool(found("BIL321", visit=Visit(minutes=75, units=units))) is above


def test_a_figure_that_nobody_verified_says_so() -> None:
    [finding] = found("BIL321", visit=Visit(minutes=75, units=5))
    assert finding.message.endswith("This figure is from memory: verify it.")
    [finding] = found("BIL321", visit=Visit(minutes=75, units_by_code={"97035": 3}))
    assert "memory" not in finding.message


def test_before_a_figure_holds_there_is_no_limit() -> None:
    assert not found("BIL321", visit=Visit(minutes=75, units=5, date="2015-01-05"))


def test_a_site_sets_its_own_limit(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'pack = "site"\n[[figure.units_per_day_97112]]\nsince = 2016-01-01\nvalue = 6\nsource = "site"\n',
        encoding="utf-8",
    )
    assert not found("BIL321", visit=Visit(minutes=90, units=6), overlay=path)


@pytest.mark.parametrize(
    ("text", "visit", "unexplained"),
    [
        ("97112 75 min", Visit(), True),
        ("", Visit(minutes=61), True),
        ("", Visit(minutes=20, treatment_minutes=90), True),
        ("97112 45, 97530 30", Visit(), True),
        ("LOB d/t ataxia. 97112 65 min", Visit(), True),
        ("", Visit(minutes=60), False),
        ("75 min d/t need for frequent rests", Visit(), False),
        ("session extended to 75 min", Visit(), False),
        ("sat up 2 hours. 97112 30 min", Visit(), False),
    ],
)
def test_a_long_session_says_why(text: str, visit: Visit, unexplained: bool) -> None:
    assert [item.level for item in found("BIL322", text, visit)] == ["warning"] * unexplained


@pytest.mark.parametrize(
    ("visit", "said"),
    [
        (Visit(minutes=25, units=2), "No payer is named"),
        (Visit(minutes=25, units=2, payer="Blue Something"), "The payer 'Blue Something' is not known"),
        (Visit(minutes=25, units=2, payer="Medicare Part B"), ""),
        (Visit(minutes=25), ""),
    ],
)
def test_an_assumed_way_of_rounding_is_told(visit: Visit, said: str) -> None:
    messages = [item.message for item in found("BIL320", visit=visit)]
    assert messages == ([f"{said}: units were counted as for Medicare Part B (by the total)."] if said else [])
