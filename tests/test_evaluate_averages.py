import pytest

from rewriter.evaluate.averages import average
from rewriter.evaluate.scores import SCORES
from rewriter.evaluate.statistics import wilson
from tests.evaluated import record

ACCEPTED, TOKENS = SCORES["accepted"], SCORES["tokens"]


def test_epochs_are_averaged_within_a_note_first() -> None:
    records = [record("a", {"tokens": 10}, 1), record("a", {"tokens": 20}, 2), record("b", {"tokens": 45})]
    found = average(records, [TOKENS])["tokens"]
    assert (found.notes, found.mean) == (2, 30)


def test_few_notes_have_no_interval() -> None:
    assert average([record("a", {"tokens": 10})], [TOKENS])["tokens"].interval is None


def test_a_yes_no_score_has_wilsons_interval_even_where_all_say_yes() -> None:
    records = [record(f"n{number}", {"accepted": 1}) for number in range(20)]
    assert average(records, [ACCEPTED])["accepted"].interval == wilson(20, 20)


def test_a_yes_no_score_that_wavers_over_epochs_is_resampled_by_note() -> None:
    records = [
        record(f"n{number}", {"accepted": number % 2 * epoch % 2}, epoch) for number in range(20) for epoch in (1, 2)
    ]
    found = average(records, [ACCEPTED])["accepted"]
    assert found.interval is not None
    assert found.interval.low < found.mean < found.interval.high
    assert found.mean == pytest.approx(0.25)


def test_a_score_that_applies_to_no_note_is_left_out() -> None:
    assert average([record("a", {"accepted": None})], [ACCEPTED]) == {}
