from rewriter.evaluate.averages import average
from rewriter.evaluate.report import sections
from rewriter.evaluate.scores import SCORES
from tests.evaluated import found, record, written
from tests.evaluated_run import sample

SAMPLES = [sample(0), sample(1)]
ARMS = {
    "compose": [record("e0", {"accepted": 1}), record("e1", {"accepted": 1})],
    "m arrange@1": [record("e0", {"draft_taken": 1, "tokens": 900, "cost": 0.01})],
}
AVERAGES = {name: average(records, SCORES.values()) for name, records in ARMS.items()}


def test_an_arm_that_is_not_complete_is_named() -> None:
    assert "m arrange@1: 1 run missing" in sections.head(SAMPLES, ARMS)
    assert "Not complete" not in sections.head(SAMPLES, {"compose": ARMS["compose"]})


def test_cost_is_in_dollars_where_all_is_known_and_else_in_tokens() -> None:
    assert "dollars a note" in sections.against_cost(AVERAGES)
    unknown = {"m": average([record("e0", {"draft_taken": 1, "tokens": 900})], SCORES.values())}
    assert "tokens a note" in sections.against_cost(unknown)
    assert sections.against_cost({"compose": AVERAGES["compose"]}) == ""


def test_the_statuses_are_told_by_what_was_expected() -> None:
    drawn = sections.statuses(SAMPLES, {"compose": ARMS["compose"]})
    assert "<strong>2</strong>" in drawn


def test_rules_are_told_by_the_share_of_notes() -> None:
    runs = [record("e0", {}, run=written(findings=(found("DOC130"),))), record("e1", {})]
    assert "DOC130" in sections.rules({"compose": runs})
    assert "50%" in sections.rules({"compose": runs})
    assert sections.rules({"compose": [record("e1", {})]}) == ""


def test_every_score_that_applies_is_explained() -> None:
    drawn = sections.all_scores(AVERAGES)
    assert SCORES["accepted"].means in drawn
    assert SCORES["trap_sprung"].means not in drawn
