from pathlib import Path

import pytest

from rewriter import Note, improve
from rewriter.errors import InputError
from rewriter.evaluate.record import Run, Scored, read_records, run_from, to_line, write_records
from tests.evaluated import found, request, written

NOTE = "s/p CVA R hemi. wt shift R, step taps, TC @ quads, poor propriocep, gait. 25 min"


def test_a_result_becomes_a_run_with_all_that_scores_look_at() -> None:
    result = improve(Note(NOTE))
    run = run_from(result.to_dict(), seconds=0.5, cost=0.01)
    assert (run.status, run.rewrite) == (str(result.status), result.rewrite)
    assert [item.code for item in run.findings] == [item.code for item in result.verdict.findings]
    assert [item.code for item in run.questions] == [item.code for item in result.verdict.questions]
    assert run.versions.pack_sha256 == result.pack.sha256
    assert (run.seconds, run.cost) == (0.5, 0.01)


def test_records_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    run = written("Écrit.\nTwo lines.", findings=(found("DOC101"),), trace=(request("FID101"),), outcome="accepted")
    records = [Scored("a", epoch, "note", run, {"words": 2.0, "cost": None}, ("x:y",), ("{}",)) for epoch in (1, 2)]
    write_records(tmp_path / "r.jsonl", records)
    assert read_records(tmp_path / "r.jsonl") == records


def test_an_epoch_told_twice_is_refused(tmp_path: Path) -> None:
    write_records(tmp_path / "r.jsonl", [Scored("a", 1, "note", written())] * 2)
    with pytest.raises(InputError, match="line 2 of the records"):
        read_records(tmp_path / "r.jsonl")


def test_a_record_is_one_line() -> None:
    assert "\n" not in to_line(Scored("a", 1, "one\ntwo", written("one\u2028two\n")))


@pytest.mark.parametrize(("status", "text"), [("accepted", "T"), ("needs_input", "T"), ("failed", None)])
def test_what_stands_in_for_a_failed_model_is_not_its_own_text(status: str, text: str | None) -> None:
    assert Run(status, rewrite="T").text == text
