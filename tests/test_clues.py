"""Clues: what each kind of line finds, and what is no clue."""

import pytest

from rewriter.check import read
from rewriter.clues import Clues
from rewriter.errors import PackError


def names(lines: str, text: str) -> list[str]:
    return [hit.name for hit in Clues({"tag": lines}).find(read(text))]


def test_a_kind_a_group_a_concept_and_words_are_found() -> None:
    text = "LAQ 3x12 4# R, weakness, posterior glides grade iii"
    assert names("load", text) == ["4 pound"]
    assert names("impairment: strength", text) == ["weakness"]
    assert names("activity @ long_arc_quadriceps", text) == ["long_arc_quadriceps"]
    assert names("= grade iii | grade iv", text) == ["grade iii"]


def test_a_concept_is_taken_out_of_its_group() -> None:
    lines = "activity: strength\n- activity @ long_arc_quadriceps"
    assert names(lines, "LAQ 3x12, clamshells") == ["clamshell"]


def test_what_is_taken_out_for_one_tag_stays_for_another() -> None:
    clues = Clues({"one": "activity: strength\n- activity @ clamshell", "two": "activity: strength"})
    assert {hit.tag for hit in clues.find(read("clamshells 2x10"))} == {"two"}


@pytest.mark.parametrize("text", ["no weakness", "denies weakness", "will add resistance next visit"])
def test_what_is_denied_or_planned_is_no_clue(text: str) -> None:
    assert names("impairment: strength\n= resistance", text) == []


def test_a_hit_says_where_it_stands() -> None:
    reading = read("wt shift w/ TC at pelvis")
    hit = Clues({"how": "cue: tactile"}).find(reading)[0]
    assert hit.mention is not None
    assert reading.words.written(hit.first, hit.last) == "TC"


@pytest.mark.parametrize("line", ["= ", "two words", "activity @", "- activity: strength", "= a | "])
def test_a_line_that_cannot_be_read_is_an_error(line: str) -> None:
    with pytest.raises(PackError, match="clues"):
        Clues({"tag": line})
