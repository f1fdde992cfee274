from xml.etree import ElementTree

from rewriter.evaluate.compare import Chance, Comparison, compare
from rewriter.evaluate.gate import Margin, judge_gate
from rewriter.evaluate.junit import write_junit
from rewriter.evaluate.record import Scored
from rewriter.evaluate.scores import find_scores
from tests.evaluated import arm

MARGINS = [Margin("status_as_expected", 0.05), Margin("accepted_wrongly", 0.02)]


def quick(one: list[Scored], other: list[Scored]) -> Comparison:
    scores = find_scores(["status_as_expected"])
    return compare(one, other, names=("a & b", "c <d>"), scores=scores, chance=Chance(resamples=199))


def parse(one: list[Scored], other: list[Scored]) -> ElementTree.Element:
    comparison = quick(one, other)
    return ElementTree.fromstring(write_junit(comparison, judge_gate(comparison, MARGINS)).encode())


def test_a_score_that_does_not_hold_is_a_failure_with_its_figures() -> None:
    suites = parse(arm(1, 0.9), arm(2, 0.6))
    assert (suites.get("tests"), suites.get("failures"), suites.get("skipped")) == ("2", "1", "1")
    failure = suites.find("testsuite/testcase/failure")
    assert failure is not None
    assert "worse" in failure.get("message", "")
    assert "120 notes" in (failure.text or "")


def test_a_gate_that_holds_has_no_failure() -> None:
    suites = parse(arm(1, 0.9), arm(1, 0.9))
    assert suites.get("failures") == "0"
    assert suites.find("testsuite/testcase/system-out") is not None


def test_missing_notes_are_a_failure_of_their_own() -> None:
    suites = parse(arm(1, 0.9), arm(1, 0.9)[:-3])
    assert [case.get("name") for case in suites.iter("testcase") if case.find("failure") is not None] == [
        "every note was run"
    ]
