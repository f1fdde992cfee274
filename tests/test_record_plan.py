from pathlib import Path
from typing import Any

import pytest

from rewriter.check import check
from rewriter.visit import visit_from

DAY = "2026-11-18"
WHOLE = {
    "diagnosis": "CVA", "goals": "stairs at home", "type": "PT", "amount": "1 a day", "frequency": "2 a week",
    "duration": "8 weeks", "baseline": "BBS 31",
}  # fmt: skip


def found(plan: dict[str, Any], date: str = DAY, text: str = "x", payer: str = "cms", **visit: Any) -> dict[str, str]:
    told = visit_from({"date": date, "plan": plan, **visit})
    verdict = check(text, visit=told, profile="full", payer=payer)
    return {item.code: item.message for item in verdict.findings if item.code in CODES}


CODES = {"REC410", "REC411", "REC412", "REC415", "REC416", "REC417"}


def has(code: str, plan: dict[str, Any], **more: Any) -> bool:
    return code in found(plan, **more)


# --- content ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", sorted(WHOLE))
@pytest.mark.parametrize("said", ["", "  ", "TBD", "n/a", None])
def test_an_empty_or_missing_part_of_the_plan_is_named(part: str, said: str | None) -> None:
    content = {key: value for key, value in WHOLE.items() if key != part} | ({part: said} if said is not None else {})
    message = found({"content": content})["REC410"]
    assert part in message
    assert sum(other in message for other in WHOLE) == 1


@pytest.mark.parametrize(
    "content",
    [
        {},
        WHOLE,
        {**WHOLE, "notes": ""},
        {"long_term_goals": "x", **{key: value for key, value in WHOLE.items() if key != "goals"}},
        {"baseline_measures": "x", **{key: value for key, value in WHOLE.items() if key != "baseline"}},
        {"treatment_diagnosis": "x", **{key: value for key, value in WHOLE.items() if key != "diagnosis"}},
    ],
)
def test_a_whole_plan_or_one_that_is_not_told_passes(content: dict[str, str]) -> None:
    assert not has("REC410", {"content": content})


def test_goals_and_diagnoses_of_the_visit_count() -> None:
    content = {key: value for key, value in WHOLE.items() if key not in ("goals", "diagnosis")}
    assert not has("REC410", {"content": content}, goals=["stairs"], diagnoses=["I69.351"])


# --- clocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days", "late"), [(0, False), (9, False), (10, False), (11, True), (14, True), (None, False)])
def test_a_progress_report_is_due_every_ten_treatment_days(days: int | None, late: bool) -> None:
    assert has("REC411", {"visits_since_report": days}) is late


ORDERED = {"signed_order": "2026-09-28", "sent_to_physician": "2026-10-20"}


@pytest.mark.parametrize(
    ("plan", "late"),
    [
        ({"started": "2026-10-01"}, True),
        ({"started": "2026-10-19"}, False),
        ({"started": "2026-10-18"}, True),
        ({"started": "2026-10-01", "certified": "2026-10-31"}, False),
        ({"started": "2026-10-01", "certified": "2026-11-01"}, True),
        ({"started": "2026-10-01", **ORDERED}, False),
        ({"started": "2026-10-01", **ORDERED, "sent_to_physician": "2026-11-05"}, True),
        ({"started": "2026-10-01", "signed_order": "2026-09-28"}, True),
        ({"started": "2026-10-01", "sent_to_physician": "2026-10-20"}, True),
        ({"started": "2026-10-01", "certified": "2026-11-10", **ORDERED}, False),
        ({"started": "2026-05-01", "certified": "2026-10-01", "certified_through": "2026-12-29"}, False),
        ({"certified": "2026-11-01"}, False),
        ({}, False),
    ],
)
def test_a_first_certification_is_due_within_thirty_days(plan: dict[str, str], late: bool) -> None:
    assert has("REC412", plan) is late


def test_an_order_stands_for_the_signature_only_from_2025_on() -> None:
    plan = {"started": "2024-12-01", "signed_order": "2024-11-28", "sent_to_physician": "2024-12-05"}
    assert has("REC412", plan, date="2025-01-06") is False
    assert has("REC412", {**plan, "started": "2024-11-01", "sent_to_physician": "2024-11-05"}, date="2024-12-30")


@pytest.mark.parametrize(
    ("plan", "over"),
    [
        ({"started": "2026-08-01", "certified": "2026-08-05"}, True),
        ({"started": "2026-08-20", "certified": "2026-09-01"}, False),
        ({"started": "2026-08-19", "certified": "2026-09-01"}, True),
        ({"certified": "2026-08-19"}, True),
        ({"certified": "2026-08-20"}, False),
        ({"certified_through": "2026-11-17"}, True),
        ({"certified_through": "2026-11-18"}, False),
        ({"started": "2026-08-01", "certified": "2026-08-05", "certified_through": "2026-12-31"}, True),
        ({"started": "2026-05-01", "certified": "2026-10-01", "certified_through": "2026-12-29"}, False),
        ({"started": "2026-08-01", "signed_order": "2026-07-30", "sent_to_physician": "2026-08-10"}, True),
        ({"started": "2026-10-01", **ORDERED}, False),
        ({"started": "2026-08-01"}, False),
        ({}, False),
    ],
)
def test_a_certification_holds_for_ninety_days_at_most(plan: dict[str, str], over: bool) -> None:
    assert has("REC417", plan) is over


def test_without_the_date_of_the_visit_no_clock_runs() -> None:
    plan = {"started": "2020-01-01", "certified_through": "2020-02-01"}
    assert not {"REC412", "REC417"} & set(found(plan, date=""))


def test_the_clocks_are_those_of_medicare() -> None:
    plan = {"started": "2026-01-01", "visits_since_report": 20, "certified_through": "2026-02-01"}
    assert {"REC411", "REC412", "REC417"} <= set(found(plan))
    assert not {"REC411", "REC412", "REC417"} & set(found(plan, payer="ama"))


def test_a_payer_may_set_its_own_figure(tmp_path: Path) -> None:
    path = tmp_path / "site.toml"
    path.write_text(
        'extends = "cms"\n[payer]\nname = "site"\n'
        '[[figure.progress_report_days]]\nsince = "2026-01-01"\nvalue = 6\nsource = "contract"\n',
        encoding="utf-8",
    )
    verdict = check(
        "x", visit=visit_from({"date": DAY, "plan": {"visits_since_report": 7}}), profile="full", payer=path
    )
    assert "from memory" in next(item.message for item in verdict.findings if item.code == "REC411")


# --- what is at hand -------------------------------------------------------------------------------------------------


def test_order_history_and_tests_are_looked_for_in_plan_and_text() -> None:
    plan = {"started": "2026-11-01"}
    assert "order" in found(plan)["REC415"]
    assert "history" in found(plan)["REC415"]
    assert "test results" in found(plan)["REC415"]
    text = "Status post cerebrovascular accident. Berg 31/56."
    assert not has("REC415", {**plan, "signed_order": "2026-10-30"}, text=text)
    assert not has("REC415", {"content": {"referral": "x", "history": "x", "test_results": "x"}})
    assert has("REC415", {})
    assert not has("REC415", {}, text="Referred by physician. PMH: stroke. Berg 31/56.")


@pytest.mark.parametrize(
    ("number", "text", "asked"),
    [
        (18, "Therapist cued weight shift.", False),
        (19, "Therapist cued weight shift.", True),
        (30, "Patient still requires tactile cues.", False),
        (30, "Course extended after a flare of symptoms.", False),
        (30, "Goal not yet met: stairs at home.", False),
        (None, "Therapist cued weight shift.", False),
    ],
)
def test_a_long_course_needs_a_word_of_reason(number: int | None, text: str, asked: bool) -> None:
    assert has("REC416", {"visit_number": number}, text=text) is asked
