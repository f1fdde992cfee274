from pathlib import Path

import pytest

from rewriter.bulk import trial
from rewriter.bulk.journal import Journal
from rewriter.bulk.row import Reject, Row
from rewriter.bulk.trial import try_out
from tests.bulk import ASKING, TERMS, row, run

AIDE = "NMR performed by aide. Balance ex 15 min."


def test_a_trial_counts_what_a_run_would_do(tmp_path: Path) -> None:
    path = tmp_path / "bulk.journal"
    run(path, [row(number) for number in range(5)])
    rows: list[Row | Reject] = [row(number) for number in range(9)]
    rows += [row(10, rows[0].line["text"]) if isinstance(rows[0], Row) else rows[0], Reject("row 11", "", "no id")]
    told = try_out(iter(rows), TERMS, Journal(path))
    assert (told.rows, told.had, told.equal, told.rejected, told.new) == (11, 5, 1, 1, 4)
    assert told.need_model == 0
    assert told.seconds > 0


def test_a_trial_tells_which_notes_need_no_model() -> None:
    told = try_out(iter([row(1), row(2), row(3, AIDE), row(4, "")]), ASKING)
    assert (told.new, told.need_model, told.no_notes) == (4, 2, 1)
    assert {ask.kind for ask in told.asks} == {"draft"}


def test_a_sample_is_drawn_evenly_from_the_whole_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SAMPLE", 40)
    told = try_out((row(number, f"NMR by aide, tx {number}.") for number in range(2000)), TERMS)
    places = [int(one.id[1:]) for one in told.sample]
    assert len(places) == len(set(places)) == 40
    assert 700 < sum(places) / 40 < 1300


def test_an_empty_source_is_a_trial_of_nothing() -> None:
    told = try_out(iter([]), TERMS)
    assert (told.rows, told.new, told.need_model) == (0, 0, 0)
