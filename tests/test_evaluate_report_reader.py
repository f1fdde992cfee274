from rewriter.evaluate.report.reader import draw_samples
from rewriter.evaluate.sample import Sample
from tests.evaluated import found, question, record, written


def drawn(*records: object, **said: object) -> str:
    one = Sample("s1", "Step taps R.", "accepted", facts=("step taps",))
    return draw_samples([one], {"compose": list(records)})  # type: ignore[arg-type]


def test_a_run_is_shown_with_its_findings_questions_and_scores() -> None:
    run = written("One text.", findings=(found("DOC130"),), questions=(question("DOC140"),))
    page = drawn(record("s1", {"tokens": 12}, run=run))
    for told in ("Step taps R.", "One text.", "Message of DOC130.", "How did the patient respond?", "tokens 12"):
        assert told in page


def test_facts_that_were_not_found_are_named() -> None:
    assert "not found by their wording: step taps" in drawn(record("s1", {}, run=written("One text.")))
    assert "not found" not in drawn(record("s1", {}, run=written("Therapist guided step taps.")))


def test_a_failed_model_is_shown_with_what_stands_in_for_it() -> None:
    page = drawn(record("s1", {}, run=written("Plain.", "failed", attempt="Tried {cue9}.", outcome="exhausted")))
    assert "composer&#x27;s text stands in: Plain." in page
    assert "Tried {cue9}." in page
    assert "failed (exhausted)" in page


def test_a_run_that_did_not_end_as_expected_is_marked() -> None:
    assert drawn(record("s1", {}, run=written())).split("</summary>")[0].count("<svg") == 0
    assert drawn(record("s1", {}, run=written(status="needs_input"))).split("</summary>")[0].count("<svg") == 1
