"""Packs of the sibling codes: each loads, extends its layer, and decides its own examples under its own code."""

import tomllib
from typing import Any

import pytest

from rewriter.check import check
from rewriter.codes import load_codes
from rewriter.pack import load_pack
from rewriter.packfile import FOLDER
from rewriter.visit import visit_from

CODES = sorted(path.stem for path in FOLDER.glob("9*.toml"))
SIBLINGS = [code for code in CODES if code != "97112"]
LAYERS = ["untimed", "timed", "skilled"]


def own_rules(name: str) -> dict[str, dict[str, Any]]:
    """Return the rule tables that a pack's own file has."""
    rules: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")).get("rule", {})
    return rules


CASES = [
    pytest.param(name, code, example, fails, id=f"{name}-{code}-{'fail' if fails else 'pass'}{number}")
    for name in [*SIBLINGS, "untimed"]
    for code, table in own_rules(name).items()
    for fails in (False, True)
    for number, example in enumerate(table.get("fail" if fails else "pass", ()), 1)
]


@pytest.mark.parametrize(("name", "code", "example", "fails"), CASES)
def test_pack_decides_its_own_examples(name: str, code: str, example: str | dict[str, Any], fails: bool) -> None:
    given: dict[str, Any] = {"rewrite": example} if isinstance(example, str) else example
    visit = visit_from({"minutes": given.get("minutes"), **given.get("visit", {})})
    cpt = "97150" if name == "untimed" else name
    verdict = check(given["rewrite"], source=given.get("source"), cpt=cpt, visit=visit)
    assert (code in {item.code for item in verdict.findings}) is fails


@pytest.mark.parametrize("code", SIBLINGS)
def test_every_rule_that_a_pack_changes_has_both_kinds_of_example_of_its_own(code: str) -> None:
    changed = {name: table for name, table in own_rules(code).items() if table.get("level") != "off"}
    lacking = {name for name, table in changed.items() if not (table.get("pass") and table.get("fail"))}
    assert lacking == set()


@pytest.mark.parametrize("code", CODES)
def test_pack_extends_a_layer_and_shares_the_words(code: str) -> None:
    pack = load_pack(code)
    assert pack.code["cpt"] == code == pack.name
    assert "core" in pack.chain
    assert set(pack.chain) & set(LAYERS)
    assert pack.glossary is load_pack("97112").glossary


@pytest.mark.parametrize("code", SIBLINGS)
def test_an_honest_example_has_no_error_under_its_own_code(code: str) -> None:
    text = next(iter(own_rules(code)["DOC121"]["pass"])) if "DOC121" in own_rules(code) else ""
    errors = [item.code for item in check(text, cpt=code).findings if item.level == "error"] if text else []
    assert errors == []


def test_every_pack_of_a_code_has_its_signature() -> None:
    assert sorted(load_codes().by_code) == CODES


def test_a_group_is_refused_one_on_one_and_not_as_a_group() -> None:
    note = "balance group of 4, tandem stance w/ VC at counter, CGA, LOB x2. 30 min"
    assert "BIL311" in {item.code for item in check("x", source=note, cpt="97112").findings}
    assert "BIL311" not in {item.code for item in check("x", source=note, cpt="97150").findings}


def test_a_group_needs_no_minutes() -> None:
    codes = {item.code for item in check("x", source="group of 4, tandem w/ VC", cpt="97150").findings}
    assert not {code for code in codes if code.startswith("BIL30")}
