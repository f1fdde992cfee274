"""Notes from a folder of text files."""

import os
from pathlib import Path

import pytest

from rewriter.bulk.columns import Columns
from rewriter.bulk.readers.folder import Folder
from rewriter.bulk.row import Reject, Row
from rewriter.errors import InputError, SettingsError


def test_each_file_is_a_note_by_its_path(tmp_path: Path) -> None:
    for name, raw in {
        "b.txt": b"Step taps",
        "2026/a.md": "Flex 90°".encode("utf-8-sig"),
        "2026/old.TXT": "Flex 90°".encode("cp1252"),
        "2026/wide.txt": "Flex 90°".encode("utf-16"),
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
    reader = Folder(tmp_path, Columns())
    assert list(reader.rows()) == [
        Row("b.txt", "b.txt", {"text": "Step taps"}),
        Row("2026/a.md", "2026/a.md", {"text": "Flex 90°"}),
        Row("2026/old.TXT", "2026/old.TXT", {"text": "Flex 90°"}),
        Row("2026/wide.txt", "2026/wide.txt", {"text": "Flex 90°"}),
    ]
    assert reader.count() == 4
    assert "UTF-8" in reader.explain()


def test_what_is_not_read_is_listed_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Wt shift")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    (tmp_path / "c.txt").write_bytes(b"a" * 4_000_001)
    (tmp_path / "d.txt").write_bytes(b"\x81")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "closed").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "closed", target_is_directory=True)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "e.txt").write_text("not a note")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    rows = {row.place: getattr(row, "reason", "") for row in Folder(tmp_path, Columns()).rows()}
    assert rows == {
        "a.txt": "",
        "b.pdf": "it is not a .txt or .md file",
        "c.txt": "it is too long; the most that is read is 1,000,000 characters",
        "d.txt": "the note has a broken character (lone surrogate)",
        "gone.txt": "it cannot be read: No such file or directory",
        "linked": "it is a link to a folder",
        "closed": "it cannot be read: Permission denied",
    }


def test_a_name_that_is_no_text_is_still_told_apart(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Wt shift")
    assert [row.id for row in Folder(tmp_path, Columns()).rows()] == ["caf\\xe9.txt"]


def test_a_name_that_is_no_id_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("Wt shift")
    (row,) = Folder(tmp_path, Columns()).rows()
    assert isinstance(row, Reject)


def test_a_file_or_columns_are_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Wt shift")
    with pytest.raises(InputError, match="not a folder"):
        Folder(tmp_path / "a.txt", Columns()).rows()
    with pytest.raises(SettingsError, match="no columns"):
        Folder(tmp_path, Columns({"text": "body"})).rows()
