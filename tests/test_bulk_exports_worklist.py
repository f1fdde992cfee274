import csv
from pathlib import Path

from rewriter.bulk.exports import export
from rewriter.bulk.exports.worklist import COLUMNS
from tests.exported import NO_GOAL, fill, note, read_lines

ROWS = [
    note("4", NO_GOAL, "c2", "2026-11-02"),
    note("3", NO_GOAL, "c2", "2026-11-01"),
    note("done"),
    note("2", NO_GOAL, "=c1", "2026-11-09"),
    note("01", NO_GOAL, "", "2026-11-09"),
]


def test_questions_come_by_clinician_and_date_with_room_for_answers(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS)
    path = tmp_path / "out.csv"
    assert export(journal, job, path, "worklist") == 4
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == COLUMNS
    assert [(row["clinician"], row["date"], row["note_id"]) for row in rows] == [
        ("", "2026-11-09", "'01"),
        ("'=c1", "2026-11-09", "2"),
        ("c2", "2026-11-01", "3"),
        ("c2", "2026-11-02", "4"),
    ]
    assert {row["code"] for row in rows} == {"DOC130"}
    assert {row["question_key"] for row in rows} == {"DOC130"}
    assert rows[0]["question"].endswith("?")
    assert rows[0]["options"].endswith(" | do not recall | other")
    assert {row["answer"] + row["answered_on"] for row in rows} == {""}
    journal.close()


def test_lines_hold_the_same_with_options_as_a_list(tmp_path: Path) -> None:
    journal, job = fill(tmp_path / "j", ROWS)
    path = tmp_path / "out.jsonl"
    assert export(journal, job, path, "worklist") == 4
    lines = read_lines(path)
    assert [line["note_id"] for line in lines] == ["01", "2", "3", "4"]
    assert lines[1]["clinician"] == "=c1"
    assert isinstance(lines[0]["options"], list)
    journal.close()
