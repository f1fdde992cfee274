"""Every rule on texts that its author did not write: what it finds, and what it accuses.

`tests/labelled/*.jsonl` hold texts by people who saw a rule's words, and neither its code nor its examples:
`{"rule", "fires", "text"}` with, where they matter, `source`, `visit`, `cpt`, `payer`, `earlier`. A rule that is right
in fewer than nine of ten findings may not be an error. `python -m tests.test_labelled [RULE...]` prints the table, with
the figures of every second text apart: those were kept aside when rules were mended. `--misses` prints the others that
are decided otherwise.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rewriter.check import check
from rewriter.earlier import earlier_from, recall
from rewriter.pack import load_pack
from rewriter.packfile import available
from rewriter.visit import visit_from

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).with_name("labelled")
LEAST_PRECISION, LEAST_TEXTS = 0.9, 8
Row = Mapping[str, Any]


@cache
def labelled() -> dict[str, list[Row]]:
    """Return the labelled texts by rule."""
    by_rule: dict[str, list[Row]] = defaultdict(list)
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            by_rule[row["rule"]].append(row)
    return dict(sorted(by_rule.items()))


def fires(row: Row) -> bool:
    """Tell whether the row's rule makes a finding of its text."""
    visit = visit_from(row.get("visit", {}))
    notes = [earlier_from(item, "an earlier note") for item in row.get("earlier", [])]
    verdict = check(
        row["text"],
        source=row.get("source"),
        cpt=row.get("cpt", "97112"),
        visit=visit,
        profile=row.get("profile", "full"),
        payer=row.get("payer", "cms"),
        earlier=recall(notes, row.get("source", row["text"]), visit),
    )
    return any(item.code == row["rule"] for item in verdict.findings)


def is_held(number: int) -> bool:
    """Tell whether a rule's text of this number was kept aside."""
    return number % 2 == 1


@cache
def decisions(rule: str) -> list[bool]:
    """Return for each labelled text whether the rule makes a finding of it."""
    return [fires(row) for row in labelled()[rule]]


def counts(rule: str, held: bool | None = None) -> tuple[int, int, int, int]:
    """Return right and missed, accused and passed; of those kept aside or of the others, where `held` says so."""
    right = missed = accused = passed = 0
    for number, (row, hit) in enumerate(zip(labelled()[rule], decisions(rule), strict=True)):
        if held is not None and is_held(number) is not held:
            continue
        right += hit and row["fires"]
        missed += not hit and row["fires"]
        accused += hit and not row["fires"]
        passed += not hit and not row["fires"]
    return right, missed, accused, passed


def precision(rule: str, held: bool | None = None) -> float:
    """Return the share of findings that are right; 1 where nothing is found."""
    right, _, accused, _ = counts(rule, held)
    return right / (right + accused) if right + accused else 1.0


def level_of(rule: str) -> str:
    """Return the gravest level that a pack gives the rule."""
    levels = {pack.rules[rule].level for pack in map(load_pack, available()) if rule in pack.rules}
    return next(level for level in ("error", "warning", "info") if level in levels)


@pytest.mark.parametrize("rule", list(labelled()))
def test_a_rule_that_accuses_wrongly_is_no_error(rule: str) -> None:
    should = [bool(row["fires"]) for row in labelled()[rule]]
    assert min(should.count(True), should.count(False)) >= LEAST_TEXTS
    assert level_of(rule) != "error" or precision(rule) >= LEAST_PRECISION


@pytest.mark.parametrize("rule", list(labelled()))
def test_the_evidence_of_what_passed_can_be_shown_for_any_text(rule: str) -> None:
    for row in labelled()[rule][:4]:
        verdict = check(row["text"], cpt=row.get("cpt", "97112"), profile="full", explain=True)
        assert all(0 <= item.start < item.end for passed in verdict.passed for item in passed.evidence)


def main() -> None:
    """Print precision and recall of each rule, and with `--misses` the texts decided otherwise."""
    wanted = [item for item in sys.argv[1:] if not item.startswith("--")] or list(labelled())
    for rule in wanted:
        print(f"{rule} {level_of(rule):<8} {_told(rule)}   aside: {_told(rule, True)}")
        if "--misses" in sys.argv:
            for number, (row, hit) in enumerate(zip(labelled()[rule], decisions(rule), strict=True)):
                if hit != row["fires"] and not is_held(number):
                    print(f"    {'missed ' if row['fires'] else 'accused'} {json.dumps(row, ensure_ascii=False)}")


def _told(rule: str, held: bool | None = None) -> str:
    right, missed, accused, passed = counts(rule, held)
    found = f"{right}/{right + missed} found, {accused}/{accused + passed} accused"
    return f"precision {precision(rule, held):.2f}, {found}"


if __name__ == "__main__":
    main()
