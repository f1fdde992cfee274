"""SARIF: what the 2.1.0 schema requires, places in files and in batches, and links that no note can plant."""

import json
from pathlib import Path
from typing import Any

import pytest

from rewriter.checked import Checked, Unchecked
from rewriter.cli import main
from rewriter.findings import Evidence, found
from rewriter.pack import load_pack
from rewriter.result import VERSION
from rewriter.rule import Rule
from rewriter.sarif import log
from tests.console import put

Captured = pytest.CaptureFixture[str]
REWRITE = "Gait was good.\r\n\U0001f600 Therapist cued step taps x12 on the left.\n"
SOURCE = "step taps R x10 w/ VC. 20 min"
RULE = Rule("DOC999", "odd-name", "warning", "need", "About '{text}'.", "A reason.", "A source", covers=("TIME-4",))


def run(capsys: Captured, *argv: str) -> tuple[int, dict[str, Any]]:
    code = main(["check", *argv, "--format", "sarif"])
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    return code, json.loads(printed)


def results(sarif: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = sarif["runs"][0]["results"]
    return found


def checked(text: str, **more: Any) -> Checked:
    finding = found(RULE, text, span=(0, 1), **more)
    return Checked("revise", (finding,), {RULE.code: RULE}, {"rewrite": "a.txt"}, {"rewrite": text})


@pytest.fixture
def sarif(tmp_path: Path, capsys: Captured) -> dict[str, Any]:
    code, made = run(capsys, put(tmp_path, "a b.txt", REWRITE), "--source", put(tmp_path, "n.txt", SOURCE))
    assert code == 1
    return made


def test_the_log_has_what_the_schema_requires(sarif: dict[str, Any]) -> None:
    assert sarif["version"] == "2.1.0"
    assert "sarif-schema-2.1.0" in sarif["$schema"]
    [run] = sarif["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("rewriter", VERSION)
    for item in run["results"]:
        assert item["message"]["text"]
        assert item["level"] in ("error", "warning", "note")
        assert driver["rules"][item["ruleIndex"]]["id"] == item["ruleId"]
        assert item["locations"]


def test_each_rule_is_told_with_reason_source_and_level(sarif: dict[str, Any]) -> None:
    told = {rule["id"]: rule for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    rules = load_pack().rules
    assert set(told) == set(rules)
    for code, rule in rules.items():
        assert told[code]["name"] == rule.name
        assert told[code]["shortDescription"]["text"]
        assert told[code]["fullDescription"]["text"] == rule.why
        assert rule.source in told[code]["help"]["text"]
        assert rule.question in told[code]["help"]["text"]
        level = {"info": "note"}.get(rule.level, rule.level)
        assert told[code]["defaultConfiguration"]["level"] == level


def test_a_region_says_the_same_place_by_offset_and_by_line_and_column(sarif: dict[str, Any]) -> None:
    lines = {"a%20b.txt": REWRITE, "n.txt": SOURCE}
    seen = set()
    for item in results(sarif):
        [location] = item["locations"]
        region = location["physicalLocation"].get("region")
        if region is None:
            continue
        name = location["physicalLocation"]["artifactLocation"]["uri"].rpartition("/")[2]
        text = lines[name]
        start, end = region["charOffset"], region["charOffset"] + region["charLength"]
        assert text[:start].count("\n") + 1 == region["startLine"]
        assert text[:end].count("\n") + 1 == region["endLine"]
        assert (
            text[:start].rpartition("\n")[2] == text.split("\n")[region["startLine"] - 1][: region["startColumn"] - 1]
        )
        assert text[:end].rpartition("\n")[2] == text.split("\n")[region["endLine"] - 1][: region["endColumn"] - 1]
        seen.add(text[start:end])
    assert {"left", "x12", "R", "x10"} <= seen


def test_findings_are_those_of_json(sarif: dict[str, Any], tmp_path: Path, capsys: Captured) -> None:
    main(["check", str(tmp_path / "a b.txt"), "--source", str(tmp_path / "n.txt"), "--format", "json"])
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [item["ruleId"] for item in results(sarif)] == [item["code"] for item in told]
    assert [item["message"]["text"] for item in results(sarif)] == [item["message"] for item in told]


def test_what_is_absent_stands_at_its_anchor(tmp_path: Path, capsys: Captured) -> None:
    text = "Therapist guided step taps with tactile cues at the left knee."
    _, sarif = run(capsys, put(tmp_path, "a.txt", text))
    [absent] = [item for item in results(sarif) if item["ruleId"] == "DOC110"]
    region = absent["locations"][0]["physicalLocation"]["region"]
    assert (region["charOffset"], absent["properties"]["absent"]) == (0, True)


def test_a_text_that_passes_has_a_log_without_results(tmp_path: Path, capsys: Captured) -> None:
    text = (
        "Therapist facilitated lateral weight shifting using tactile cues at the pelvis to improve balance for safe "
        "gait at home; 7 of 10 trials were steady with minimal assistance."
    )
    code, sarif = run(capsys, put(tmp_path, "a.txt", text), "--minutes", "20")
    assert [item for item in results(sarif) if item["level"] == "error"] == []
    assert (code, sarif["runs"][0]["properties"]["verdicts"]) == (0, [{"id": None, "verdict": "pass"}])


def test_evidence_of_the_other_side_is_related() -> None:
    one = checked(
        "abc",
        evidence=(
            Evidence(1, 4, "source", "stated"),
            Evidence(2, 9, "rewrite", "elsewhere"),
            Evidence(0, 1, "visit", "x"),
        ),
    )
    both = Checked("ask", one.findings, one.rules, {**one.files, "source": "n.txt"}, {**one.texts, "source": "a\nbcd"})
    [item] = results(log([both]))
    first, second = item["relatedLocations"]
    assert first["physicalLocation"]["artifactLocation"]["uri"] == "n.txt"
    region = {"startLine": 1, "startColumn": 2, "endLine": 2, "endColumn": 3, "charOffset": 1, "charLength": 3}
    assert first["physicalLocation"]["region"] == region
    assert (first["id"], first["message"]["text"], first["properties"]["side"]) == (1, "stated", "source")
    assert "region" not in second["physicalLocation"]  # it does not lie in the text


def test_a_batch_is_one_run_whose_results_name_their_lines(tmp_path: Path, capsys: Captured) -> None:
    lines = [
        json.dumps({"id": "n1", "rewrite": "Patient did step taps.", "source": SOURCE}),
        "",
        json.dumps({"id": 7, "rewrite": "Patient did step taps."}),
        json.dumps({"id": "bad", "rewrite": ""}),
    ]
    code, sarif = run(capsys, "--batch", put(tmp_path, "b.jsonl", "\n".join(lines)))
    assert code == 2
    [one] = sarif["runs"]
    places = {
        (
            item["locations"][0]["logicalLocations"][0]["name"],
            item["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for item in results(sarif)
    }
    assert places == {("n1", 1), ("7", 3)}
    assert all({"side", "start", "end"} <= set(item["properties"]) for item in results(sarif))
    assert [row["id"] for row in one["properties"]["verdicts"]] == ["n1", 7]
    [invocation] = one["invocations"]
    [fault] = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert fault["message"]["text"] == "the rewrite is empty"
    assert fault["locations"][0]["physicalLocation"]["region"] == {"startLine": 4}


def test_a_batch_of_several_packs_tells_each_rule_once() -> None:
    other = Checked("pass", (), {"BIL999": RULE}, {"rewrite": "b.txt"}, {"rewrite": "x"}, "b", 2)
    rules = log([checked("abc"), other])["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) == 2


def test_standard_input_and_odd_names_are_uris() -> None:
    for name, uri in (("a:b %.txt", "a%3Ab%20%25.txt"), ("/n/a b.txt", "file:///n/a%20b.txt"), ("stdin", "stdin")):
        one = checked("abc")
        named = Checked(one.verdict, one.findings, one.rules, {"rewrite": name}, one.texts)
        assert results(log([named]))[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_note_cannot_plant_a_link() -> None:
    rule = Rule("DOC999", "n", "error", "need", "See {text}", "w", "s")
    finding = found(rule, "[here](https://example.com)", span=(0, 27))
    one = Checked("ask", (finding,), {rule.code: rule}, {"rewrite": "a"}, {"rewrite": "[here](https://example.com)"})
    assert results(log([one]))[0]["message"]["text"] == "See \\[here](https://example.com)"


def test_a_line_that_cannot_be_checked_is_no_result() -> None:
    made = log([], [Unchecked("b.jsonl", 3, None, "the line is not valid JSON")])
    assert results(made) == []
    assert made["runs"][0]["invocations"][0]["executionSuccessful"] is False


def test_evidence_for_what_passed_has_no_place_in_a_report(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", put(tmp_path, "a.txt", REWRITE), "--explain", "--format", "sarif"]) == 2
    assert "--explain" in capsys.readouterr().err


def test_a_rule_of_another_code_is_told_where_its_section_breaks_it(tmp_path: Path, capsys: Captured) -> None:
    text = "97112: Therapist facilitated weight shifting.\n97116: Therapist cued heel strike verbally during gait.\n"
    visit = put(tmp_path, "v.json", '{"minutes_by_code": {"97112": 15, "97116": 15}}')
    _, sarif = run(capsys, put(tmp_path, "a.txt", text), "--visit", visit)
    told = [rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]]
    assert "DOC191" in [item["ruleId"] for item in results(sarif)]
    assert all(told[item["ruleIndex"]] == item["ruleId"] for item in results(sarif))
