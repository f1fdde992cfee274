"""All rules across notes on labelled charts and texts: what is found, what is accused, and that none reads much."""

from collections import Counter
from typing import Any

import pytest

from rewriter.check import check
from rewriter.earlier import Earlier
from rewriter.reading import Reading
from tests.charts import RULES, judge, load, notes_from

CHARTS = list(load("charts.jsonl"))
LABELLED = list(load("history.jsonl"))


@pytest.mark.parametrize("chart", CHARTS, ids=[chart["id"] for chart in CHARTS])
def test_no_honest_visit_is_accused(chart: dict[str, Any]) -> None:
    others = chart.get("others", [])
    visit = {**chart["visit"], **chart.get("visit_ok", {})}
    accused = [
        (note["id"], item.code)
        for number, note in enumerate(chart["notes"])
        for code in RULES
        for item in judge(code, note["text"], [*others, *chart["notes"][:number]], {**visit, "date": note["date"]})
    ]
    assert accused == []


@pytest.mark.parametrize("chart", CHARTS, ids=[chart["id"] for chart in CHARTS])
def test_dishonest_visits_are_found(chart: dict[str, Any]) -> None:
    notes = [*chart.get("others", []), *chart["notes"]]
    missed = [
        (number, code)
        for number, bad in enumerate(chart["bad"])
        for code in bad["codes"]
        if not judge(code, bad["text"], notes, chart["visit"])
    ]
    assert missed == []


@pytest.mark.parametrize("code", RULES)
def test_precision_and_recall_on_labelled_texts(code: str) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    certain: Counter[bool] = Counter()
    for item in LABELLED:
        if item["code"] == code:
            hits = judge(code, item["text"], item["earlier"], item["visit"])
            counts[item["fires"], bool(hits)] += 1
            certain[item["fires"]] += any(hit.level == "error" for hit in hits)
    found, accused, missed = counts[True, True], counts[False, True], counts[True, False]
    assert found + missed >= 8
    assert accused + counts[False, False] >= 8
    assert found / (found + accused) >= 0.9
    assert found / (found + missed) >= 0.9
    assert certain[False] == 0


def test_rules_that_cannot_be_certain_are_no_errors() -> None:
    levels = {code: rule.level for code, rule in RULES.items()}
    assert {code for code, level in levels.items() if level == "error"} == {"REC413", "REC420", "REC423"}


def test_without_earlier_notes_only_identifiers_are_judged() -> None:
    texts = [chart["notes"][0]["text"] for chart in CHARTS]
    assert not [code for code in RULES for text in texts if judge(code, text, visit={"goals": ["drive a car"]})]


def test_a_finding_never_quotes_an_earlier_note() -> None:
    before = "Quadruped rocking w/ approximation through both shoulders, TC at sacrum, zebra blanket under the knees."
    today = before.replace(", zebra blanket under the knees", "")
    notes = [{"id": "v1", "date": "2026-11-03", "text": before}]
    said = [str(item.to_dict()) for code in RULES for item in judge(code, today, notes, {"date": "2026-11-05"})]
    assert said
    assert not [text for text in said if "zebra" in text]


def test_only_the_last_notes_are_read_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Earlier] = []
    whole = Earlier.read

    def counted(self: Earlier, pack: Any) -> Reading:
        read.append(self)
        return whole(self, pack)

    monkeypatch.setattr(Earlier, "read", counted)
    notes = notes_from(
        [f"Step taps {number} w/ VC, BBS {number}/56, LOB x{number}. Pt improving." for number in range(1, 50)]
    )
    check("Foam stance w/ TC. BBS 1/56. Pt improving.", earlier=notes, profile="full")
    assert 0 < len({item.id for item in read}) <= 20
