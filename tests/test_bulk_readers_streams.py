"""Files of a source, opened to be read once."""

import gzip
import os
from pathlib import Path

import pytest

from rewriter.bulk.readers.streams import (
    DAMAGED,
    count_lines,
    files_below,
    find_encoding,
    is_plain,
    name_safely,
    read_lines,
)
from rewriter.errors import InputError


def test_gzipped_files_are_read_as_others_whatever_their_name(tmp_path: Path) -> None:
    plain, zipped = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    plain.write_bytes(b"\xef\xbb\xbfone\n\ntwo")
    zipped.write_bytes(gzip.compress(plain.read_bytes()))
    assert list(read_lines(plain)) == list(read_lines(zipped)) == [(1, b"one\n"), (3, b"two")]
    assert (count_lines(plain), count_lines(zipped)) == (3, None)
    assert (is_plain(plain), is_plain(zipped), is_plain(tmp_path / "none")) == (True, False, False)


@pytest.mark.parametrize("cut", [20, -1, -9])
def test_a_file_that_was_cut_off_says_so_after_what_it_has(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "a.gz"
    file.write_bytes(gzip.compress(os.urandom(5000).hex().encode() + b"\n" * 9)[:cut])
    with pytest.raises(InputError, match=DAMAGED):
        list(read_lines(file))


def test_a_file_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        list(read_lines(tmp_path / "none"))


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (b"", "utf-8"),
        (b"plain", "utf-8"),
        ("90°".encode(), "utf-8"),
        ("90°".encode("utf-8-sig"), "utf-8-sig"),
        ("90°".encode("utf-16"), "utf-16"),
        ("90° flex".encode("cp1252"), "cp1252"),
        ("90°, ½ range, 5°".encode() + b"\xb0 ", "utf-8"),  # one broken row does not spoil all the others
        ("CAFÉ” 90° 5° 8°".encode("cp1252"), "cp1252"),  # two bytes that would be UTF-8 by chance
        (b"a" * ((1 << 20) - 1) + "°".encode(), "utf-8"),  # a character across two reads
    ],
)
def test_an_encoding_is_what_most_of_the_file_is(tmp_path: Path, raw: bytes, encoding: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(raw)
    assert find_encoding(file) == encoding


def test_files_are_found_in_folders_but_for_what_is_not_data(tmp_path: Path) -> None:
    for name in ("b.ndjson", "a/c.ndjson", "a/d.txt", ".a/e.ndjson", "_a/f.ndjson", "_g.ndjson"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert files_below(tmp_path, (".ndjson",)) == [tmp_path / "a" / "c.ndjson", tmp_path / "b.ndjson"]


def test_a_folder_that_cannot_be_entered_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        files_below(tmp_path / "none", (".ndjson",))
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(InputError, match="link to a folder"):
        files_below(tmp_path, (".ndjson",))


def test_names_of_files_can_always_be_written() -> None:
    assert name_safely(Path(os.fsdecode(b"caf\xe9.txt"))) == "caf\\xe9.txt"
