"""Rules of minutes and units: enough, written down, agreeing, and the units that they support."""

import json
from pathlib import Path

import pytest

from rewriter.check import check
from rewriter.cli import main
from rewriter.visit import Visit
from tests.billed import ANY, codes

SKILLED = "tall kneel, TC at ribs, poor balance, for stairs. "


def by_code(minutes: dict[str, float], units: dict[str, int]) -> Visit:
    return Visit(minutes_by_code=minutes, units_by_code=units)


@pytest.mark.parametrize(("given", "refused"), [(0, True), (7, True), (7.5, True), (8, False), (9, False)])
def test_eight_minutes_are_the_least(given: float, refused: bool) -> None:
    assert ("BIL301" in codes(SKILLED, Visit(minutes=given))) is refused


@pytest.mark.parametrize(
    ("minutes", "payer", "refused"),
    [
        ({"97112": 7, "97110": 33}, "cms", False),
        ({"97112": 7, "97110": 33}, "ama", True),
        ({"97112": 7, "97110": 7}, "cms", False),
        ({"97112": 7, "97110": 8}, "cms", True),
        ({"97112": 7, "97161": 30}, "cms", True),
    ],
)
def test_fewer_minutes_may_have_a_unit_where_all_codes_are_counted_together(
    minutes: dict[str, float], payer: str, refused: bool
) -> None:
    assert ("BIL301" in codes(SKILLED, Visit(minutes_by_code=minutes), payer=payer)) is refused


def test_missing_minutes_are_asked_for() -> None:
    assert codes(SKILLED, Visit()) == {"BIL302"}
    assert codes(SKILLED + "20 min", Visit()) == set()


def test_minutes_are_not_asked_of_a_bare_text() -> None:
    assert "BIL302" not in {item.code for item in check(ANY).findings}


@pytest.mark.parametrize(
    ("text", "visit", "lacking"),
    [
        ("", Visit(), "the total minutes of timed codes and the total treatment time"),
        ("97112 25 min", Visit(), "the total treatment time"),
        ("97112 and 97530. total treatment time 45 min", Visit(), "the total minutes of timed codes"),
        ("", Visit(total_minutes=38), "the total treatment time"),
        ("97112 25, 97530 20. total 45 min", Visit(), ""),
        ("timed 38 / total 45", Visit(), ""),
        ("", Visit(total_minutes=38, treatment_minutes=45), ""),
    ],
)
def test_both_totals_are_part_of_the_record(text: str, visit: Visit, lacking: str) -> None:
    findings = check(ANY, source=SKILLED + text, visit=visit, profile="full").findings
    said = [item.message for item in findings if item.code == "BIL307"]
    assert said == ([f"Not recorded: {lacking}."] if lacking else [])


def test_totals_are_not_asked_of_a_narrative() -> None:
    assert "BIL307" not in codes(SKILLED, Visit())


@pytest.mark.parametrize(
    ("text", "visit", "differ"),
    [
        ("", Visit(minutes_by_code={"97112": 20, "97530": 15}, total_minutes=35), False),
        ("", Visit(minutes_by_code={"97112": 20, "97530": 15}, total_minutes=40), True),
        ("", Visit(minutes_by_code={"97112": 20}, total_minutes=40), False),
        ("", Visit(minutes_by_code={"97112": 20}, total_minutes=15), True),
        ("", Visit(minutes_by_code={"97112": 20, "97161": 30}, total_minutes=20, treatment_minutes=50), False),
        ("", Visit(minutes_by_code={"97112": 20, "97161": 30}, treatment_minutes=40), True),
        ("", Visit(minutes=20, total_minutes=60, treatment_minutes=55), True),
        ("97112 20, 97530 15. total timed 35", Visit(minutes=20), False),
        ("97112 20, 97530 15. total timed 40", Visit(minutes=20), True),
        ("97112 20 min, 97530 15 min. total 40 min", Visit(minutes=20), True),
        ("97112 20 min, 97530 15 min, hot pack 5 min. total 40 min", Visit(minutes=20), False),
        ("97112 20 min, 97530 15 min. total treatment time 40 min", Visit(minutes=20), False),
        ("97112 20 min, 97530 15 min. total treatment time 30 min", Visit(minutes=20), True),
        ("97112 2 units, 97530 1 unit. total 45 min", Visit(minutes=30), False),
        ("NMR 20 min, TE 15 min, total timed 40 min", Visit(minutes=20), True),
    ],
)
def test_minutes_add_up(text: str, visit: Visit, differ: bool) -> None:
    assert ("BIL303" in codes(SKILLED + text, visit)) is differ


@pytest.mark.parametrize(
    ("text", "differ"),
    [
        ("25 min (1:10-1:28)", True),
        ("18 min (1:10-1:28)", False),
        ("18 min (1:10-1:30)", True),
        ("97112 18 min (1:10-1:30)", True),
        ("time in 0900, time out 0930. 97112 25 min", False),
        ("time in 0900, time out 0930. 97112 35 min", True),
        ("session 9:00-9:45. 97112 25, 97530 20", False),
        ("session 9:00-9:40. 97112 25, 97530 20", True),
        ("97112 9:00-9:25, 97530 9:25-9:45", False),
        ("RN told 2:15. 97112 25 min", False),
    ],
)
def test_the_clock_holds_the_minutes(text: str, differ: bool) -> None:
    assert ("BIL306" in codes(SKILLED + text, Visit())) is differ


@pytest.mark.parametrize(
    ("given", "units", "too_many"),
    [
        (8, 1, False),
        (22, 1, False),
        (22, 2, True),
        (23, 2, False),
        (37, 3, True),
        (38, 3, False),
        (52, 4, True),
        (53, 4, False),
        (20, 0, False),
    ],
)
def test_units_stay_within_the_minutes(given: float, units: int, too_many: bool) -> None:
    assert ("BIL305" in codes(SKILLED, Visit(minutes=given, units=units))) is too_many


@pytest.mark.parametrize(
    ("visit", "cms", "ama"),
    [
        (by_code({"97112": 24, "97110": 23}, {"97112": 2, "97110": 1}), set(), {"BIL340"}),
        (by_code({"97112": 24, "97110": 23}, {"97112": 2, "97110": 2}), {"BIL305"}, set()),
        (by_code({"97112": 24, "97110": 23}, {"97112": 1, "97110": 2}), {"BIL308"}, {"BIL340"}),
        (by_code({"97112": 33, "97140": 7}, {"97112": 2, "97140": 1}), set(), {"BIL305"}),
        (by_code({"97112": 18, "97110": 13}, {"97112": 2, "97110": 0}), {"BIL308"}, {"BIL305"}),
        (by_code({"97112": 20, "97110": 20}, {"97112": 1, "97110": 2}), set(), {"BIL305"}),
        (by_code({"97112": 20, "97161": 30}, {"97112": 2, "97161": 1}), {"BIL305"}, {"BIL305"}),
        (by_code({"97112": 15, "97129": 15, "97130": 15}, {"97112": 1, "97129": 1, "97130": 1}), set(), set()),
        (Visit(minutes=20, units=2, total_minutes=25), set(), {"BIL305"}),
        (Visit(minutes=20, units=2), {"BIL305"}, {"BIL305"}),
        (Visit(minutes=30, units=1), {"BIL340"}, {"BIL340"}),
    ],
)
def test_units_are_judged_by_the_payers_way_of_rounding(visit: Visit, cms: set[str], ama: set[str]) -> None:
    judged = {"BIL305", "BIL308", "BIL340"}
    assert codes(SKILLED, visit) & judged == cms
    assert codes(SKILLED, visit, payer="ama") & judged == ama


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("97112 36 min 3 units", {"BIL305"}),
        ("NMR 36' 3u", {"BIL305"}),
        ("97112 x2 (20 min), 97530 x1 (10 min)", {"BIL305"}),
        ("97112 24 min 1 unit, 97110 23 min 2 units", {"BIL308"}),
        ("97112 23 min 2u, 97530 15 min 1u, 97161 30 min 1u", set()),
        ("97112 2 units, 97530 1 unit. total timed 45 min", set()),
        ("97112 3 units, 97530 1 unit. total timed 45 min", {"BIL305"}),
    ],
)
def test_units_beside_the_codes_in_the_note_are_judged_too(text: str, expected: set[str]) -> None:
    minutes = {"NMR 36' 3u": Visit(minutes=36)}.get(text, Visit())
    assert codes(SKILLED + text, minutes) & {"BIL305", "BIL308"} == expected


def test_a_site_says_which_codes_go_by_the_minute(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('pack = "site"\n[payer]\n"timed-" = ["97140"]\n', encoding="utf-8")
    visit = by_code({"97112": 20, "97140": 20}, {"97112": 2, "97140": 1})
    assert "BIL305" not in codes(SKILLED, visit)
    judged = check(ANY, source=SKILLED, visit=visit, overlay=path).findings
    assert "BIL305" in {item.code for item in judged}


def test_fewer_units_than_supported_are_no_error_and_are_not_asked_about() -> None:
    verdict = check(ANY, source=SKILLED, visit=Visit(minutes=38, units=2))
    [finding] = [item for item in verdict.findings if item.code == "BIL340"]
    assert (finding.level, finding.message) == ("info", "2 units of 97112 billed; the minutes support 3.")
    assert "BIL340" not in {question.code for question in verdict.questions}


@pytest.mark.parametrize(("payer", "expected"), [("cms", set()), ("ama", {"BIL305"})])
def test_the_payer_of_the_command_line_decides_the_rounding(
    payer: str, expected: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    visit = {
        "minutes_by_code": {"97112": 33, "97140": 7}, "units": {"97112": 2, "97140": 1},
        "total_minutes": 40, "treatment_minutes": 40,
    }  # fmt: skip
    (tmp_path / "visit.json").write_text(json.dumps(visit), encoding="utf-8")
    (tmp_path / "text.txt").write_text(SKILLED, encoding="utf-8")
    main(
        ["check", str(tmp_path / "text.txt"), "--visit", str(tmp_path / "visit.json"),
         "--payer", payer, "--profile", "full", "--format", "json"]
    )  # fmt: skip
    found = {item["code"] for item in json.loads(capsys.readouterr().out)["findings"]}
    assert found & {"BIL301", "BIL303", "BIL305", "BIL307", "BIL308", "BIL320", "BIL340"} == expected


@pytest.mark.parametrize(
    ("note", "lacks"),
    [
        ("Treatment from 1108 to 1146.", False),
        ("Facilitated midline for 20 min in sitting.", False),
        ("Minutes: 30.", False),
        ("Stood 10 min at counter.", True),
        ("HEP 10 min daily.", True),
        ("6 min walk test 300 m.", True),
        ("Plan: 45 min sessions next week.", True),
    ],
)
def test_a_time_told_in_any_way_is_not_missing(note: str, lacks: bool) -> None:
    assert ("BIL302" in codes(f"{SKILLED}{note}", Visit())) is lacks


@pytest.mark.parametrize(
    ("note", "lacks"),
    [
        ("Total time of timed services: 23 min. Total time of the treatment incl. untimed hot pack: 35 min.", False),
        ("30 minutes of timed codes and 40 minutes of treatment in all.", False),
        ("Timed and total time both 30 min.", False),
        ("45 min session, all timed.", False),
        ("Timed code min 25; total tx time same.", False),
        ("Total treatment time 45 min.", True),
        ("Timed Up and Go 14 sec. Total score 45.", True),
    ],
)
def test_totals_are_read_in_their_usual_wordings(note: str, lacks: bool) -> None:
    assert ("BIL307" in codes(f"{SKILLED}{note}", Visit(), profile="full")) is lacks


@pytest.mark.parametrize(
    ("note", "differs"),
    [
        ("97112 25 min: 0900-0915 and 0930-0940, rest between.", False),
        ("97112 (in 0900 out 0945) 30 min, remainder rest.", False),
        ("Hot pack 0900-0915. Then 97112 25 min.", False),
        ("Nap 1:00-1:30 before therapy. 97112 45 min.", False),
        ("97112 45 min. In 9:00, out 9:30.", True),
        ("97112 30 min 10:00-10:20.", True),
    ],
)
def test_only_the_treatments_own_times_of_the_clock_are_compared(note: str, differs: bool) -> None:
    assert ("BIL306" in codes(f"{SKILLED}{note}", Visit())) is differs
