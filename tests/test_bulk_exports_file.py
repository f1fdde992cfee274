import os
import stat
from pathlib import Path

import pytest

from rewriter.bulk.exports.file import writing
from rewriter.bulk.journal import Journal
from rewriter.bulk.purge import purge
from rewriter.errors import SettingsError


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "j", create=True)


def write(journal: Journal, path: Path, data: bytes, *, replace: bool = False) -> None:
    with writing(journal, path, replace=replace) as stream:
        stream.write(data)


def test_a_file_stands_there_only_once_it_is_whole(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with writing(journal, path) as stream:
        stream.write(b"text")
        stream.flush()
        assert not path.exists()
        beside = tmp_path / ".out.jsonl.part"
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert path.read_bytes() == b"text"
    assert not beside.exists()


def test_what_stood_there_stays_where_writing_fails(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write(journal, path, b"old")
    with pytest.raises(TypeError), writing(journal, path) as stream:
        stream.writelines([b"new", "no bytes"])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    assert sorted(file.name for file in tmp_path.glob("*out*")) == ["out.jsonl"]


def test_purge_finds_what_a_killed_process_left(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with writing(journal, path) as stream:
        stream.write(b"text")
        assert tmp_path / ".out.jsonl.part" in journal.exports()
        os.link(tmp_path / ".out.jsonl.part", tmp_path / "left")
    (tmp_path / "left").rename(tmp_path / ".out.jsonl.part")
    journal.close()
    purge(tmp_path / "j")
    assert list(tmp_path.iterdir()) == []


def test_only_an_export_of_this_journal_is_written_over(journal: Journal, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"someone else's")
    path.chmod(0o644)
    with pytest.raises(SettingsError, match="not an export of this journal"):
        write(journal, path, b"new")
    assert path.read_bytes() == b"someone else's"
    write(journal, path, b"new", replace=True)
    write(journal, path, b"newer")
    assert path.read_bytes() == b"newer"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("end", ["", "-wal", "-shm", ".lock"])
def test_the_journal_is_never_written_over(journal: Journal, tmp_path: Path, end: str) -> None:
    with pytest.raises(SettingsError, match="overwrite the journal"):
        write(journal, tmp_path / f"j{end}", b"new", replace=True)


def test_a_link_is_followed_before_anything_is_decided(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "j")
    with pytest.raises(SettingsError, match="overwrite the journal"):
        write(journal, tmp_path / "link.jsonl", b"new", replace=True)


def test_a_place_that_cannot_be_written_is_told(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be written: No such file or directory"):
        write(journal, tmp_path / "none" / "out.jsonl", b"new")
