from collections import Counter
from pathlib import Path

import pytest

from rewriter import Note, improve
from rewriter.bulk.journal import Journal
from rewriter.bulk.outcome import unpack_result
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.runner import Runner
from rewriter.bulk.tally import BUDGET, FINISHED, INTERRUPTED
from rewriter.loop import UNREACHABLE, Ask, Reply
from tests.bulk import ASKING, GOOD, Scripted, note, results, row, run, written
from tests.fatal import die

AIDE = "NMR performed by aide. Balance ex 15 min."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bulk.journal"


def test_every_note_gets_the_result_that_it_would_get_alone(path: Path) -> None:
    rows = [row(number) for number in range(30)]
    runner = run(path, rows)
    assert (runner.stopped, runner.tally.done, runner.tally.read) == (FINISHED, 30, 30)
    journal = Journal(path)
    for one, given in zip(journal.notes(journal.job()), rows, strict=True):
        assert one.outcome is not None
        assert one.id == given.id
        assert unpack_result(one.outcome.data)["rewrite"] == improve(Note(given.line["text"])).rewrite
    journal.close()


def test_a_rerun_does_only_what_is_missing(path: Path) -> None:
    run(path, [row(number) for number in range(20)])
    again = run(path, [row(number) for number in range(25)])
    assert (again.tally.had, again.tally.done) == (20, 5)
    assert len(results(path)) == 25


def test_equal_notes_are_done_once(path: Path) -> None:
    rows = [Row(f"row {n}", f"n{n}", {"text": note(n % 3)}) for n in range(700)]
    calls = Scripted(lambda *_: written(GOOD))
    tally = run(path, rows, terms=ASKING, calls=calls).tally
    assert len(calls.asked) == tally.done == 3
    assert tally.equal + tally.had == 697
    assert Counter(results(path).values()) == {"accepted": 700}


def test_rows_that_are_no_notes_cost_the_others_nothing(path: Path) -> None:
    rows: list[Row | Reject] = [row(1), Reject("row 2", "", "the row lacks 'id'"), row(3, ""), row(4), row(1, "Other.")]
    tally = run(path, rows).tally
    assert (tally.rejected, tally.done) == (3, 2)
    journal = Journal(path)
    assert sorted(reject.place for reject in journal.rejects(journal.job())) == ["row 1", "row 2", "row 3"]
    journal.close()


def test_a_model_is_asked_only_for_notes_that_may_be_certified(path: Path) -> None:
    calls = Scripted(lambda *_: written(GOOD))
    runner = run(path, [row(1), row(2, AIDE)], terms=ASKING, calls=calls)
    assert runner.tally.statuses == {"accepted": 1, "refused": 1}
    assert (runner.tally.calls, runner.tally.usage.input, runner.tally.cost) == (1, 100, 0.01)


def test_a_stop_keeps_what_came_and_the_next_run_goes_on(path: Path) -> None:
    bad = {"s1": "Therapist used {cue9}."}

    def first(number: int, _: Ask) -> Reply | str:
        return BUDGET if number > 5 else written(bad)

    rows = [row(number) for number in range(6)]
    stopped = run(path, rows, terms=ASKING, calls=Scripted(first))
    assert (stopped.stopped, stopped.tally.done, stopped.tally.calls) == (BUDGET, 0, 5)
    going_on = Scripted(lambda *_: written(GOOD))
    runner = run(path, rows, terms=ASKING, calls=going_on)
    assert (runner.stopped, runner.tally.done) == (FINISHED, 6)
    # Each note needed one more reply, and the five that had come were not asked for again.
    assert Counter(ask.kind for ask in going_on.asked)["repair"] >= 3
    assert set(results(path).values()) == {"accepted"}


def test_what_did_not_come_through_is_tried_again_by_the_next_run(path: Path) -> None:
    rows = [row(number) for number in range(4)]
    run(path, rows, terms=ASKING, calls=Scripted(lambda number, _: Reply(UNREACHABLE) if number < 3 else written(GOOD)))
    assert Counter(results(path).values()) == {"failed": 2, "accepted": 2}
    again = run(path, rows, terms=ASKING, calls=Scripted(lambda *_: written(GOOD)))
    assert (again.tally.had, again.tally.done) == (2, 2)
    assert Counter(results(path).values()) == {"accepted": 4}


def test_a_stop_from_outside_begins_no_more_notes(path: Path) -> None:
    def begin(runner: Runner) -> None:
        runner.stop(INTERRUPTED)

    assert run(path, [row(1)], begin=begin).tally.read == 0


def test_a_source_is_read_no_faster_than_notes_are_done(path: Path) -> None:
    calls = Scripted(lambda *_: BUDGET)
    runner = run(path, (row(number) for number in range(10**9)), terms=ASKING, calls=calls)
    assert runner.stopped == BUDGET
    assert runner.tally.read <= 1000


def test_a_note_whose_process_dies_is_begun_anew_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rewriter.bulk.pool._write", die)
    tally = run(path, [row(1), row(2)]).tally
    assert tally.statuses == {"fault": 2}
    assert tally.causes == {"the process that worked on the note ended": 2}
