"""The rules on people and claims on labelled texts: what is found, and what is accused."""

import json
from collections import Counter
from pathlib import Path

import pytest

from rewriter.pack import load_pack
from rewriter.visit import visit_from
from tests.judged import found

LABELLED = [json.loads(line) for line in Path(__file__).with_name("visits.jsonl").read_text("utf-8").splitlines()]
RULES = sorted({item["code"] for item in LABELLED})


@pytest.mark.parametrize("code", RULES)
def test_precision_and_recall_on_labelled_texts(code: str) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    for item in LABELLED:
        if item["code"] == code:
            visit = visit_from({"minutes": 20, **item["visit"]})
            hits = found(code, "Tall kneeling.", source=item["text"], visit=visit, profile="full")
            counts[item["fires"], bool(hits)] += 1
    right, accused, missed = counts[True, True], counts[False, True], counts[True, False]
    assert right + missed >= 8
    assert accused + counts[False, False] >= 8
    assert right / (right + accused) >= 0.9
    assert right / (right + missed) >= 0.8


def test_every_rule_on_people_and_claims_is_measured() -> None:
    checks = {"BIL310", "BIL311", "BIL312", "BIL313", *(f"BIL{number}" for number in (316, 317, 318, *range(325, 333)))}
    assert checks == set(RULES)
    assert checks <= set(load_pack().rules)
