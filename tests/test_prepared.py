"""What is made of a file is kept, and taken only while the file and what made it are the same."""

import sys
from pathlib import Path

import pytest

from rewriter import packfile
from rewriter.pack import load_pack
from rewriter.packfile import FOLDER, available, read_files
from rewriter.paraphrase import build_paraphrases
from rewriter.prepared import prepared

MADE = {"left": ["L", "lt"], "right": ["R", "\u00e9"]}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where it is kept."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def make_none() -> object:
    raise AssertionError("it was kept")


def test_what_was_kept_is_not_made_again(tmp_path: Path, kept: Path) -> None:
    file = tmp_path / "words.toml"
    assert prepared(file, b"words", (__file__,), lambda: MADE) == MADE
    assert prepared(file, b"words", (__file__,), make_none) == MADE
    assert len(files(kept)) == 1


@pytest.mark.parametrize(("of", "makers"), [(b"other words", (__file__,)), (b"words", (__file__, packfile.__file__))])
def test_of_other_bytes_or_by_other_code_it_is_made_anew(
    tmp_path: Path, kept: Path, of: bytes, makers: tuple[str, ...]
) -> None:
    file = tmp_path / "words.toml"
    prepared(file, b"words", (__file__,), lambda: MADE)
    assert prepared(file, of, makers, lambda: {"new": []}) == {"new": []}
    assert prepared(file, of, makers, make_none) == {"new": []}
    assert len(files(kept)) == 1


@pytest.mark.parametrize("harm", [b"", b"\n", b"{}", b"nothing\n{}"])
def test_what_is_not_whole_is_made_anew(tmp_path: Path, kept: Path, harm: bytes) -> None:
    file = tmp_path / "words.toml"
    prepared(file, b"words", (__file__,), lambda: MADE)
    (place,) = files(kept)
    whole = place.read_bytes()
    for broken in (harm, whole[:-3], whole.replace(b"lt", b"rt")):
        place.write_bytes(broken)
        assert prepared(file, b"words", (__file__,), lambda: MADE) == MADE
        assert place.read_bytes() == whole


def test_where_nothing_may_be_written_it_is_made_each_time(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert prepared(tmp_path / "words.toml", b"words", (__file__,), lambda: MADE) == MADE
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept.write_text("a file where the folder should be")
    assert prepared(tmp_path / "words.toml", b"words", (__file__,), lambda: MADE) == MADE
    assert prepared(tmp_path / "words.toml", b"words", ("no such module",), lambda: MADE) == MADE


def test_every_pack_is_the_same_made_or_kept(kept: Path) -> None:
    for name in available():
        tables = []
        for _ in range(2):
            packfile._inherited.cache_clear()
            tables.append(read_files(name, "cms", None))
        assert tables[0] == tables[1]
    assert files(kept)


def test_expressions_are_the_same_made_or_kept(tmp_path: Path, kept: Path) -> None:
    texts = ("the of", "noted", "it is noted", "no rail | without rail\nwalker | frame", "rolling walker > walker")
    trees = [build_paraphrases(*texts, home=home).same for home in (None, tmp_path / "a.toml", tmp_path / "a.toml")]
    assert files(kept)
    assert {first: trees[0][first] for first in trees[0]} == {first: trees[1][first] for first in trees[1]}
    assert {first: trees[0][first] for first in trees[0]} == {first: trees[2][first] for first in trees[2]}


def test_words_of_ones_own_are_not_kept_with_the_project(tmp_path: Path, kept: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('pack = "own"\n[paraphrase]\n"same+" = ["zefgq | qwerb"]\n', "utf-8")
    pack = load_pack("97112", own)
    assert "zefgq" in pack.paraphrases.same
    assert pack.glossary.home is None
    assert load_pack("97112").glossary.home is not None
    assert not any(b"zefgq" in path.read_bytes() for path in files(kept))
    assert all(path.is_relative_to(kept / FOLDER.relative_to(FOLDER.anchor).parent) for path in files(kept))
