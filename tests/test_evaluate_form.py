from rewriter.evaluate.form import count_rules
from rewriter.evaluate.record import Run
from tests.evaluated import found, measure, record, written


def test_errors_and_warnings_of_form_are_counted_apart_from_faithfulness() -> None:
    run = written(findings=(found("DOC101"), found("DOC102", "warning"), found("FID101"), found("DOC103", "info")))
    assert (measure("form_errors", run), measure("form_warnings", run)) == (1, 1)
    assert measure("form_errors", Run("refused")) is None


def test_rules_are_counted_by_note_and_not_by_epoch_or_finding() -> None:
    twice = written(findings=(found("DOC101"), found("DOC101"), found("DOC140", "info")))
    records = [record("a", {}, 1, twice), record("a", {}, 2), record("b", {}, 1, twice), record("c", {})]
    assert count_rules(records) == {"DOC101": 0.5}
    assert count_rules([]) == {}
