"""Claims: co-treatment, and diagnoses that bear out the code."""

from pathlib import Path
from typing import Any

import pytest

from rewriter.check import check
from rewriter.findings import Finding
from rewriter.visit import visit_from

WHOLE = "PT cued trunk control 22 min, OT guided arm reach 23 min. Two clinicians needed d/t pushing."


def hits(code: str, source: str, visit: dict[str, Any] | None = None, **how: Any) -> list[Finding]:
    how = {"profile": "full", **how}
    findings = check("Tall kneeling.", source=source, visit=visit_from(visit or {}), **how).findings
    return [item for item in findings if item.code == code]


@pytest.mark.parametrize(
    ("source", "lacks"),
    [
        ("co-tx w/ OT. " + WHOLE, []),
        ("wt shift w/ TC at pelvis 20 min", []),
        ("co-tx w/ OT planned next visit", []),
        ("no co-tx today, OT cancelled", []),
        ("Cotx OT 45 min. TC at trunk", ["what each discipline did", "minutes of each", "why two"]),
        ("co-tx w/ OT 45 min both. TC at trunk", ["what each discipline did", "have the whole time", "why two"]),
        ("co-tx w/ OT: trunk control by PT 20 min, arm reach by OT 20 min, needed for safety", []),
        ("Joint session with OT. This therapist controlled trunk, OT guided the arm, 20/20 min, due to pushing", []),
        ("co-tx w/ OT: PT trunk control, OT arm reach, due to pushing", ["the minutes of each"]),
        ("co-tx w/ SLP: PT cued posture 15 min, SLP 15 min. 2 therapists needed", ["what each discipline did"]),
    ],
)
def test_a_co_treatment_tells_roles_minutes_and_reason(source: str, lacks: list[str]) -> None:
    found = hits("BIL328", source)
    assert len(found) == bool(lacks)
    assert all(words in found[0].message for words in lacks)


@pytest.mark.parametrize(
    ("visit", "whole"),
    [
        ({"minutes_by_discipline": {"PT": 22, "OT": 23}, "treatment_minutes": 45}, False),
        ({"minutes_by_discipline": {"PT": 22, "OT": 23}}, False),
        ({"minutes_by_discipline": {"PT": 45, "OT": 45}, "treatment_minutes": 45}, True),
        ({"minutes_by_discipline": {"PT": 45, "OT": 45}}, True),
        ({"minutes_by_discipline": {"PT": 20, "OT": 20}, "treatment_minutes": 40}, False),
        ({"minutes_by_discipline": {"PT": 20, "OT": 20}}, False),
        ({"minutes_by_discipline": {"PT": 30, "OT": 25}, "treatment_minutes": 40}, True),
    ],
)
def test_the_whole_time_belongs_to_one_discipline(visit: dict[str, Any], whole: bool) -> None:
    found = hits("BIL328", WHOLE, visit)
    assert bool(found) is whole
    assert all("have the whole time" in item.message for item in found)


def test_where_only_the_reason_lacks_it_is_no_more_than_a_hint() -> None:
    found = hits("BIL328", "co-tx w/ OT: PT cued trunk control 22 min, OT guided arm reach 23 min")
    assert [item.level for item in found] == ["info"]


@pytest.mark.parametrize(
    ("diagnoses", "source", "hit"),
    [
        ([], "chin tucks w/ TC", False),
        (["I63.9"], "chin tucks w/ TC", False),
        (["M54.2 Cervicalgia"], "chin tucks w/ TC for neck pain", True),
        (["M54.2"], "chin tucks w/ TC, poor posture", False),
        (["M54.2"], "chin tucks w/ TC, no ataxia", True),
        (["M54.2", "R26.81"], "chin tucks w/ TC", False),
        (["G20.A1"], "big steps w/ VC", False),
        (["low back pain"], "bridges w/ TC. s/p CVA", False),
        (["low back pain"], "bridges w/ TC", True),
        (["multiple sclerosis"], "bridges w/ TC", False),
    ],
)
def test_a_diagnosis_or_a_deficit_bears_out_the_code(diagnoses: list[str], source: str, hit: bool) -> None:
    assert bool(hits("BIL329", source, {"diagnoses": diagnoses})) is hit


@pytest.mark.parametrize(("diagnoses", "hit"), [(["I69.351"], False), (["M54.2"], True), (["old stroke"], False)])
def test_a_payers_own_list_decides_before_the_note(tmp_path: Path, diagnoses: list[str], hit: bool) -> None:
    path = tmp_path / "payer.toml"
    path.write_text('[rule.BIL329.parameters]\npayer = ["I69.", "G35", "stroke"]\n', encoding="utf-8")
    found = hits("BIL329", "chin tucks w/ TC, poor posture", {"diagnoses": diagnoses}, overlay=path)
    assert bool(found) is hit
    assert all("payer's list" in item.message for item in found)
