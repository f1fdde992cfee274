"""Notes from JSON lines."""

import json
from pathlib import Path

import pytest

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.json_lines import JsonLines, first_resource
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError


def test_lines_become_notes_and_broken_ones_rejects(tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonl"
    good = {"id": 1, "text": "Wt shift R", "visit": {"date": "2026-11-20"}, "clinician": "c1"}
    lines = [json.dumps(good), "", "{broken", "[1]", '{"id": "n3"}', '{"note_id": "n4", "note": "Wt shift L"}']
    file.write_text("\n".join(lines))
    reader = JsonLines(file, Columns())
    rows = list(reader.rows())
    assert rows[0] == Row("line 1", "1", {"text": "Wt shift R", "visit": {"date": "2026-11-20"}}, "c1", "2026-11-20")
    assert [row.place for row in rows] == ["line 1", "line 3", "line 4", "line 5", "line 6"]
    assert [row.reason for row in rows if isinstance(row, Reject)] == [
        "the line is not valid JSON at line 1, column 2",
        "the line is not a JSON object",
        "it has no text",
    ]
    assert rows[4] == Row("line 6", "n4", {"text": "Wt shift L"})
    assert reader.count() == 6


def test_a_line_that_is_too_long_or_not_utf8_costs_only_itself(tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonl"
    good = b'{"id": "a", "text": "Wt shift"}\n'
    file.write_bytes(good + b'{"id": "' + b"x" * 24_000_000 + b'"}\n' + b'{"id": "\xff"}\n' + good)
    assert [getattr(row, "reason", "") for row in JsonLines(file, Columns()).rows()] == [
        "",
        "the line is too long",
        "the line is not UTF-8 text (byte 8)",
        "",
    ]


def test_a_key_that_no_line_has_was_misspelt(tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_text('{"id": "a", "text": "Wt shift"}\n')
    with pytest.raises(SettingsError, match="no column 'bodi'"):
        JsonLines(file, Columns({"text": "bodi"})).rows()
    assert JsonLines(file, Columns()).explain() == "JSON lines; id = id, text = text"


def test_a_file_without_objects_is_rejected_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_text("oops\n")
    assert [row.place for row in JsonLines(file, Columns()).rows()] == ["line 1"]
    assert JsonLines(file, Columns()).explain() == "JSON lines"


def test_a_file_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        JsonLines(tmp_path / "none.jsonl", Columns()).rows()


def test_the_first_resource_of_a_file_tells_what_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    file.write_text('oops\n{"resourceType": "Binary"}\n')
    assert first_resource(file) == "Binary"
    assert first_resource(tmp_path / "none") == ""
