import pytest

from rewriter import Note, improve
from rewriter.bulk.desk import Desk
from rewriter.bulk.outcome import FAULT, REJECTED, Outcome, unpack_result
from rewriter.loop import UNREACHABLE, Ask, Reply
from tests.bulk import ASKING, GOOD, TERMS, written

TEXT = "Wt shift to R for poor propriocep R LE, TC @ R hip. goal: amb to bathroom. 20 min"


def test_without_a_model_a_note_is_done_at_once() -> None:
    outcome = Desk(TERMS).write({"text": TEXT})
    result = improve(Note(TEXT))
    assert outcome.status == str(result.status)
    assert unpack_result(outcome.data)["rewrite"] == result.rewrite
    assert list(outcome.findings) == [item.code for item in result.verdict.findings]
    assert outcome.asks == 0


def test_a_note_waits_for_the_model_and_is_judged() -> None:
    desk = Desk(ASKING)
    assert isinstance(desk.begin(1, {"text": TEXT}), Ask)
    outcome = desk.go_on(1, written(GOOD))
    assert isinstance(outcome, Outcome)
    assert (outcome.status, outcome.asks) == ("accepted", 1)
    assert unpack_result(outcome.data)["engine"] == "m"


def test_replies_of_an_earlier_run_are_not_asked_for_again() -> None:
    bad = written({"s1": "Therapist used {cue9}."})
    desk = Desk(ASKING)
    desk.begin(1, {"text": TEXT})
    after = desk.go_on(1, bad)
    assert isinstance(after, Ask)
    assert Desk(ASKING).begin(7, {"text": TEXT}, [bad]) == after
    done = Desk(ASKING).begin(8, {"text": TEXT}, [written(GOOD), bad])
    assert isinstance(done, Outcome)
    assert done.status == "accepted"


def test_a_note_that_must_be_refused_asks_no_model() -> None:
    outcome = Desk(ASKING).begin(1, {"text": "NMR performed by aide. Balance ex 15 min."})
    assert isinstance(outcome, Outcome)
    assert outcome.status == "refused"


def test_a_model_that_fails_leaves_the_composers_draft_and_the_cause() -> None:
    desk = Desk(ASKING)
    desk.begin(1, {"text": TEXT})
    outcome = desk.go_on(1, Reply(UNREACHABLE))
    assert isinstance(outcome, Outcome)
    assert (outcome.status, outcome.cause) == ("failed", UNREACHABLE)
    assert unpack_result(outcome.data)["rewrite"] == improve(Note(TEXT)).rewrite


@pytest.mark.parametrize("line", [{}, {"text": ""}, {"text": "\ud800 gait"}, {"text": "Gait.", "cpt": "00000"}])
def test_a_row_that_is_no_note_is_rejected_with_its_reason(line: dict[str, str]) -> None:
    outcome = Desk(TERMS).write(line)
    assert (outcome.status, outcome.data) == (REJECTED, b"")
    assert outcome.cause
    assert "gait" not in outcome.cause.lower()


def test_a_fault_of_ours_is_named_by_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError(TEXT)

    monkeypatch.setattr("rewriter.underway.begin", fail)
    outcome = Desk(TERMS).write({"text": TEXT})
    assert outcome.status == FAULT
    assert outcome.cause.startswith("internal fault: ZeroDivisionError at ")


def test_a_note_on_a_signed_record_gets_an_entry_dated_by_the_job() -> None:
    outcome = Desk(TERMS).write({"text": TEXT, "signed": {"author": "PT, DPT"}, "visit": {"date": "2026-11-20"}})
    record = unpack_result(outcome.data)["record"]
    assert (record["kind"], record["entered"]) == ("late_entry", "2026-11-22T09:00")


def test_what_the_record_lacks_is_asked_once() -> None:
    outcome = Desk(TERMS).write({"text": TEXT, "signed": True, "visit": {"date": "2026-11-01"}})
    asked = [question["text"] for question in unpack_result(outcome.data)["questions"]]
    assert len(set(asked)) == len(asked) == len(outcome.questions)
    assert outcome.questions.count("REC403") == 3
