from rewriter.evaluate.record import Run
from tests.evaluated import found, measure, request, written


def test_what_the_first_draft_invented_and_lost_is_counted_before_any_repair() -> None:
    run = written(trace=(request("FID101", "FID104", "FID201", "DOC101"), request()), outcome="accepted")
    assert measure("inventions_first", run) == 2
    assert measure("omissions_first", run) == 1
    assert measure("inventions", run) == measure("omissions", run) == 0


def test_only_errors_against_a_returned_text_count_as_its_inventions() -> None:
    run = written(findings=(found("FID101"), found("FID120", "warning"), found("FID202"), found("DOC101")))
    assert measure("inventions", run) == 1
    assert measure("omissions", run) == 1


def test_the_composers_text_in_place_of_a_failed_model_is_not_scored() -> None:
    run = written("Step taps.", status="failed", findings=(found("FID101"),), trace=(request("FID101"),))
    names = ("inventions", "omissions", "facts_kept", "trap_sprung")
    assert [measure(name, run, facts=("step taps",), traps=("gait",)) for name in names] == [None] * 4
    assert measure("inventions_first", run) == 1


def test_facts_and_traps_are_found_by_their_wordings() -> None:
    run = written("Step taps on the right with minimal assistance.")
    assert measure("facts_kept", run, facts=("step taps", "2 sets", "right | R", "quad*")) == 0.5
    assert measure("trap_sprung", run, traps=("gait", "minimal assistance")) == 1
    assert measure("trap_sprung", run, traps=("gait",)) == 0


def test_a_sample_without_facts_or_traps_and_a_run_without_text_say_nothing() -> None:
    assert measure("facts_kept", written()) is measure("trap_sprung", written()) is None
    assert measure("facts_kept", Run("refused"), facts=("gait",)) is None
