"""The rules of minutes and units on labelled texts: what is found, and what is accused. `-s` prints the figures."""

import json
from collections import Counter
from pathlib import Path

import pytest

from rewriter.check import check
from rewriter.pack import load_pack
from rewriter.visit import visit_from

pytestmark = pytest.mark.slow

LABELLED = [json.loads(line) for line in Path(__file__).with_name("times.jsonl").read_text("utf-8").splitlines()]
RULES = sorted({item["code"] for item in LABELLED})
TREATED = "Tandem walk on foam, TC at pelvis for lateral weight shift, poor balance, for stairs. "


@pytest.mark.parametrize("code", RULES)
def test_precision_and_recall_on_labelled_texts(code: str) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    for item in LABELLED:
        if item["code"] == code:
            findings = check(
                "Tandem walking.", source=TREATED + item["text"], visit=visit_from(item["visit"]), profile="full"
            ).findings
            counts[item["fires"], any(finding.code == code for finding in findings)] += 1
    right, accused, missed = counts[True, True], counts[False, True], counts[True, False]
    print(f"{code}: {right} of {right + missed} found, {accused} of {accused + counts[False, False]} accused")
    assert right + missed >= 8
    assert accused + counts[False, False] >= 8
    assert right / (right + accused) >= 0.9
    assert right / (right + missed) >= 0.8


def test_every_rule_of_minutes_and_units_is_measured() -> None:
    assert set(RULES) == {f"BIL{number}" for number in (*range(301, 310), *range(320, 324), 340)}
    assert set(RULES) <= set(load_pack().rules)
