import pytest

from rewriter.errors import InputError
from rewriter.evaluate.compare import Chance, Comparison, compare
from rewriter.evaluate.gate import Margin, judge_gate, margin_from
from rewriter.evaluate.record import Scored
from rewriter.evaluate.scores import find_scores
from tests.evaluated import arm, record

STATUS = [Margin("status_as_expected", 0.05)]


def quick(one: list[Scored], other: list[Scored]) -> Comparison:
    scores = find_scores(["status_as_expected", "accepted_wrongly", "words"])
    return compare(one, other, scores=scores, chance=Chance(resamples=999))


def test_a_worse_arm_is_caught_and_the_same_arm_is_not() -> None:
    good, bad = arm(1, 0.9), arm(2, 0.7)
    caught = judge_gate(quick(good, bad))
    assert not caught.holds
    assert caught.passages[0].verdict == "worse"
    assert judge_gate(quick(good, good)).holds
    assert judge_gate(quick(bad, good)).holds


def test_the_same_arm_drawn_again_passes_where_there_are_notes_enough() -> None:
    one, other = arm(1, 0.95, notes=600, epochs=3), arm(2, 0.95, notes=600, epochs=3)
    assert judge_gate(quick(one, other), STATUS).holds


def test_too_few_notes_do_not_pass_and_are_told_how_many_would_tell() -> None:
    one, other = arm(1, 0.8, notes=40), arm(7, 0.8, notes=40)
    [passage] = judge_gate(quick(one, other), STATUS).passages
    assert passage.verdict == "not shown"
    assert "such notes would tell" in passage.reason
    [passage] = judge_gate(quick(one[:8], other[:8]), STATUS).passages
    assert (passage.verdict, "at least 10" in passage.reason) == ("not shown", True)


def test_no_difference_seen_is_told_for_what_it_is() -> None:
    one = arm(1, 0.8, notes=20)
    [passage] = judge_gate(quick(one, one), STATUS).passages
    assert passage.holds
    assert passage.reason == "no note of 20 differs; up to 13.9% of such notes still might"


def test_more_is_worse_where_less_is_better() -> None:
    one = [record(f"n{number}", {"accepted_wrongly": 0.0}) for number in range(100)]
    other = [record(f"n{number}", {"accepted_wrongly": float(number < 8)}) for number in range(100)]
    [passage] = judge_gate(quick(one, other), [Margin("accepted_wrongly", 0.02)]).passages
    assert passage.verdict == "worse"
    assert passage.loss == pytest.approx(0.08)
    assert judge_gate(quick(other, one), [Margin("accepted_wrongly", 0.02)]).holds


def test_notes_that_were_not_run_do_not_pass() -> None:
    one = arm(1, 0.9)
    gate = judge_gate(quick(one, one[:-1]), STATUS)
    assert (gate.holds, gate.missing) == (False, 1)
    assert judge_gate(quick(one[:-1], one), STATUS).holds


def test_what_was_asked_for_must_be_measured_and_something_must_be() -> None:
    one = arm(1, 0.9)
    assert not judge_gate(quick(one, one), [*STATUS, Margin("accepted_wrongly", 0.02, asked=True)]).holds
    assert judge_gate(quick(one, one), [*STATUS, Margin("accepted_wrongly", 0.02)]).holds
    assert not judge_gate(quick(one, one), [Margin("accepted_wrongly", 0.02)]).holds


def test_a_margin_is_written_with_its_score() -> None:
    assert margin_from("accepted = 0.02") == Margin("accepted", 0.02, asked=True)


@pytest.mark.parametrize("text", ["accepted", "accepted=", "accepted=x", "accepted=-1", "accepted=nan", "accepted=inf"])
def test_what_is_no_margin_is_told(text: str) -> None:
    with pytest.raises(InputError, match="margin"):
        margin_from(text)


def test_only_known_scores_with_a_worse_side_are_gated() -> None:
    with pytest.raises(InputError, match="no score is called"):
        margin_from("acepted=0.1")
    with pytest.raises(InputError, match="no worse side"):
        margin_from("edit_distance=0.1")
