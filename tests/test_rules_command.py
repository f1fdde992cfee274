"""`rewriter rules`: which rules it shows, in which form, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from rewriter.cli import main
from rewriter.pack import load_pack
from rewriter.rulebook import whole_book
from tests.console import complaint, put

SECRET = "zebrafinch"
Captured = pytest.CaptureFixture[str]


def shown(capsys: Captured, *argv: str) -> list[dict[str, Any]]:
    """Run the command with JSON; return the rules."""
    assert main(["rules", *argv, "--format", "json"]) == 0
    rules: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["rules"]
    return rules


def codes(capsys: Captured, *argv: str) -> list[str]:
    return [rule["code"] for rule in shown(capsys, *argv)]


def test_without_a_name_the_rules_of_97112_are_shown(capsys: Captured) -> None:
    assert codes(capsys) == codes(capsys, "97112") == list(load_pack().rules)


def test_all_rules_are_shown_by_one_name(capsys: Captured) -> None:
    assert codes(capsys, "all") == [entry.rule.code for entry in whole_book().entries]


def test_filters_narrow_together(capsys: Captured) -> None:
    rules = shown(capsys, "--level", "error", "--mend", "model", "--find", "function")
    assert rules
    assert all(rule["level"] == "error" and "model" in rule["mend"] for rule in rules)


def test_nothing_that_fits_is_no_error(capsys: Captured) -> None:
    assert codes(capsys, "--find", SECRET) == []
    assert main(["rules", "--find", SECRET]) == 0
    assert "0 rules" in capsys.readouterr().out


def test_a_file_of_ones_own_adds_and_changes_rules(tmp_path: Path, capsys: Captured) -> None:
    mine = put(
        tmp_path,
        "mine.toml",
        "[rule.DOC130]\nlevel = 'info'\n[rule.DOC140]\nlevel = 'off'\n[rule.DOC999]\nname = 'ours'\nlevel = 'warning'\n"
        "check = 'need'\nmessage = 'm'\nwhy = 'w'\nsource = 's'\ncovers = ['TIME-4']\n",
    )
    rules = {rule["code"]: rule for rule in shown(capsys, "--pack", mine)}
    assert rules["DOC130"]["level"] == "info"
    assert "DOC140" not in rules
    assert rules["DOC999"]["layer"] == "mine"
    assert "DOC999" in codes(capsys, "--pack", mine, "--covers", "time-4")


def test_a_payers_file_changes_rules(tmp_path: Path, capsys: Captured) -> None:
    strict = put(tmp_path, "mine.toml", "[payer]\nname = 'strict'\n[rule.DOC150]\nlevel = 'error'\n")
    [rule] = shown(capsys, "DOC150", "--payer", strict)
    assert rule["level"] == "error"
    assert codes(capsys, "--payer", "ama")


def test_markdown_has_a_table_of_contents_and_each_rule(capsys: Captured) -> None:
    assert main(["rules", "--format", "markdown"]) == 0
    page = capsys.readouterr().out
    for rule in load_pack().rules.values():
        assert f"[{rule.code}](#" in page
        assert f"### {rule.code} {rule.name}" in page


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_the_coverage_is_shown_in_every_form(form: str, capsys: Captured) -> None:
    assert main(["rules", "--coverage", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert "EPI-8" in printed
    assert "S2-30" in printed
    assert "62" in printed


def test_coverage_takes_no_filters(capsys: Captured) -> None:
    assert "leave out" in complaint(capsys, "rules", "--coverage", "DOC130")
    assert "leave out" in complaint(capsys, "rules", "--coverage", "--level", "error")


def test_an_id_that_is_not_in_the_catalogue_is_refused_unrepeated(capsys: Captured) -> None:
    assert SECRET not in complaint(capsys, "rules", "--covers", SECRET)
    assert "--coverage" in complaint(capsys, "rules", "--covers", "TIME-99")


def test_a_level_or_a_format_that_there_is_not_is_refused_unrepeated(capsys: Captured) -> None:
    assert "'error', 'warning', 'info'" in complaint(capsys, "rules", "--level", SECRET)
    assert "markdown" in complaint(capsys, "rules", "--format", SECRET)
    assert SECRET not in complaint(capsys, "rules", "--mend", SECRET)
