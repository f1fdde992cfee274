import json
from pathlib import Path
from typing import Any

import pytest

from rewriter.amend import ASKED
from rewriter.bulk.answers import Answers, Given, read_answers
from rewriter.bulk.exports import export
from rewriter.bulk.outcome import unpack_result
from rewriter.bulk.row import Row
from tests.exported import ACCEPTED, ENTRY, NO_GOAL, fill, note, read_lines


def put(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "filled.jsonl"
    empty = {"code": "DOC130", "question_key": "", "question": "", "answer": "", "answered_on": ""}
    path.write_text("".join(json.dumps({**empty, **row}) + "\n" for row in rows))
    return path


def test_a_filled_worklist_gives_its_note_what_was_missing(tmp_path: Path) -> None:
    rows = [note("a", NO_GOAL), note("b")]
    journal, job = fill(tmp_path / "j", rows)
    path = tmp_path / "worklist.csv"
    assert export(journal, job, path, "worklist") == 1
    journal.close()
    text = path.read_text("utf-8-sig")
    assert text.count(",DOC130,DOC130,") == 1
    path.write_text(text.replace(",,\n", ",amb to bathroom,11/20/2026\n"), "utf-8-sig")

    answers = read_answers(path)
    assert answers.rejects == ()
    later, other = answers.add_all(rows)
    assert isinstance(later, Row)
    assert later.line["answers"] == {"DOC130": {"text": "amb to bathroom", "date": "2026-11-20"}}
    assert other is rows[1]

    again, job = fill(tmp_path / "j2", [later])
    (done,) = again.notes(job)
    assert done.outcome is not None
    result = unpack_result(done.outcome.data)
    again.close()
    assert result["status"] == "accepted"
    assert "answer" in {fact["from"] for fact in result["facts"]}


def test_what_an_addition_lacks_is_answered_where_the_line_says_it(tmp_path: Path) -> None:
    row = note("a", ACCEPTED, signed=True)
    journal, job = fill(tmp_path / "j", [row])
    path = tmp_path / "worklist.jsonl"
    export(journal, job, path, "worklist")
    journal.close()
    replies = {ASKED[key][1]: text for key, text in ENTRY.items()} | {ASKED["service_date"][1]: "11/01/2026"}
    asked = [{**line, "answer": replies[line["question"]], "answered_on": ""} for line in read_lines(path)]
    assert len(asked) == len(replies)
    (later,) = read_answers(put(tmp_path, *asked)).add_all([row])
    assert isinstance(later, Row)
    assert later.line["signed"] == ENTRY
    assert later.line["visit"] == {"date": "2026-11-01"}
    assert "answers" not in later.line


def test_answers_to_one_code_stand_one_under_the_other_and_over_older_ones() -> None:
    given = (Given("DOC130", "What for?", "stairs", "2026-11-20"), Given("DOC130", "And?", "bathroom", "2026-11-20"))
    row = note("a", answers={"DOC130": "older", "DOC140": "kept"})
    line: dict[str, Any] = dict(Answers({"a": given}).add_to(row).line)
    assert line["answers"] == {"DOC130": {"text": "stairs\nbathroom", "date": "2026-11-20"}, "DOC140": "kept"}


def test_a_row_without_an_answer_changes_nothing(tmp_path: Path) -> None:
    assert read_answers(put(tmp_path, {"note_id": "a"})) == Answers()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"note_id": "", "answer": "secret"}, "names no note"),
        ({"note_id": "a", "answer": "secret", "code": "x"}, "the code must be"),
        ({"note_id": "a", "answer": "secret", "question_key": "DOC103@1"}, "the key must begin with it"),
        ({"note_id": "a", "answer": "secret", "question_key": "DOC130@=1"}, "the key must begin with it"),
        ({"note_id": "a", "answer": "secret", "answered_on": "yesterday"}, "must be a date"),
        ({"note_id": "a", "answer": "secret\x00"}, "answer"),
    ],
)
def test_what_cannot_be_used_is_rejected_without_its_words(tmp_path: Path, row: dict[str, str], reason: str) -> None:
    answers = read_answers(put(tmp_path, row, {"note_id": "b", "answer": "stairs"}))
    assert set(answers.by_note) == {"b"}
    (reject,) = answers.rejects
    assert reason in reject.reason
    assert "secret" not in reject.reason


def test_a_code_is_not_closed_while_one_of_its_questions_is_open(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        {"note_id": "a", "question": "one?", "answer": "stairs"},
        {"note_id": "a", "question": "two?"},
        {"note_id": "a", "code": "DOC140", "answer": "tolerated"},
    )
    answers = read_answers(path)
    assert [given.key for given in answers.by_note["a"]] == ["DOC140"]
    assert "has no answer" in answers.rejects[0].reason


def test_with_keys_each_answer_belongs_to_its_own_question(tmp_path: Path) -> None:
    one, two = ({"note_id": "a", "code": "DOC103", "question_key": f"DOC103@{at}"} for at in (34, 50))
    path = put(tmp_path, {**one, "answer": "left", "answered_on": "2026-11-20"}, two)
    answers = read_answers(path)
    assert answers.rejects == ()
    assert answers.add_to(note("a")).line["answers"] == {"DOC103@34": {"text": "left", "date": "2026-11-20"}}
    both = put(tmp_path, {**one, "answer": "left", "answered_on": "2026-11-20"}, {**two, "answer": "right"})
    assert set(read_answers(both).add_to(note("a")).line["answers"]) == {"DOC103@34", "DOC103@50"}


def test_one_code_is_answered_on_one_day(tmp_path: Path) -> None:
    path = put(
        tmp_path,
        {"note_id": "a", "answer": "stairs", "answered_on": "2026-11-20"},
        {"note_id": "a", "answer": "bathroom", "answered_on": "2026-11-21"},
    )
    answers = read_answers(path)
    assert [given.text for given in answers.by_note["a"]] == ["stairs"]
    assert "another day" in answers.rejects[0].reason


def test_an_answer_that_reaches_no_note_is_told(tmp_path: Path) -> None:
    answers = read_answers(put(tmp_path, {"note_id": "gone", "answer": "stairs"}, {"note_id": "", "answer": "x"}))
    first, row, last = answers.add_all([note("a")])
    assert not isinstance(first, Row)
    assert first.place == "answers, line 2"
    assert isinstance(row, Row)
    assert not isinstance(last, Row)
    assert (last.place, last.id) == ("answers", "gone")
