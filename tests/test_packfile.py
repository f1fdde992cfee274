"""Pack files: lines of text, inheritance, what is added to and taken from a list, and errors that say where."""

from pathlib import Path

import pytest

from rewriter.errors import PackError
from rewriter.packfile import PackFiles, available, read_files


def read(tmp_path: Path, text: str) -> PackFiles:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return read_files("core", "cms", path)


def test_lines_of_words_are_concepts_with_their_forms(tmp_path: Path) -> None:
    text = "[words.activity]\nodd = '''\n# a remark\nwibble_walk: wibble walk | wibbling\n\n'''\n"
    assert read(tmp_path, text).table["words"]["activity"]["odd"] == {"wibble_walk": ["wibble walk", "wibbling"]}


def test_lines_of_shorthand_are_forms_and_words(tmp_path: Path) -> None:
    assert read(tmp_path, "shorthand = '''\nww = wibble walk\n'''\n").table["shorthand"]["ww"] == "wibble walk"


def test_lines_of_measures_lie_by_what_is_better(tmp_path: Path) -> None:
    text = "[measure]\nhigh = '''\nwib: 0 to 9 points | Wibble scale | wibble scale\n'''\n"
    assert read(tmp_path, text).table["measure"]["high"]["wib"] == "0 to 9 points | Wibble scale | wibble scale"


def test_a_list_is_added_to_taken_from_or_replaced(tmp_path: Path) -> None:
    before = read_files("core", "cms", None).table["scaffold"]["words"]
    more = read(tmp_path, "[scaffold]\n'words+' = ['wibble']\n").table["scaffold"]["words"]
    fewer = read(tmp_path, f"[scaffold]\n'words-' = ['{before[0]}']\n").table["scaffold"]["words"]
    other = read(tmp_path, "[scaffold]\nwords = ['wibble']\n").table["scaffold"]["words"]
    assert (more, fewer, other) == ([*before, "wibble"], before[1:], ["wibble"])


def test_the_hash_is_of_all_files(tmp_path: Path) -> None:
    one, other = read(tmp_path, "version = 1\n"), read(tmp_path, "version = 2\n")
    assert len({one.sha256, other.sha256, read_files("core", "cms", None).sha256}) == 3
    assert one.chain[-1] == "mine"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("shorthand = '''\nww wibble walk\n'''\n", "cannot read the line 'ww wibble walk'"),
        ("shorthand = '''\nww =\n'''\n", "cannot read the line"),
        ("shorthand = '''\nww = wibble\nww = walk\n'''\n", "'ww' stands twice"),
        ("[words]\nactivity = 'walk'\n", "must be a table of groups"),
        ("[words.activity]\nodd = 5\n", "must be a table or lines of text"),
        ("[words.activity.odd]\nwalk = []\n", "must be a list of forms"),
        ("[words.activity.odd]\nwalk = [5]\n", "must be a list of forms"),
        ("[measure]\nhigh = 5\n", "cannot read the line"),
        ("measure = []\n", "'measure' has the wrong type"),
        ("[scaffold]\nrelations = {}\n'relations+' = ['x']\n", "changes what is not a list"),
    ],
)
def test_what_cannot_be_read_is_a_clear_error(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(PackError, match=says):
        read(tmp_path, text)


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.toml"):
        read_files("core", "cms", tmp_path / "none.toml")


def test_packs_for_codes_are_listed() -> None:
    assert "97112" in available()
    assert "core" not in available()


def test_a_rule_is_at_home_in_the_file_that_brought_it(tmp_path: Path) -> None:
    homes = read(tmp_path, "pack = 'mine'\ntitle = 'Ours'\n[rule.SRC502]\nlevel = 'info'\n[rule.DOC999]\n").homes
    assert homes["SRC502"].name == "core"
    assert homes["DOC999"] == ("mine", "Ours")
