"""A word is allowed where the words around it, and those of the other text, are as a line says."""

import pytest

from rewriter.fidelity.rewording.allowed import is_allowed
from rewriter.plain import build_plain
from tests.worded import index_of, terms


@pytest.mark.parametrize(
    ("line", "rewrite", "allowed"),
    [
        ("back ..1 [down]", "He went back down.", True),
        ("back ..1 [down]", "He went back slowly down.", True),
        ("back ..1 [down]", "He went back very slowly down.", False),
        ("[down] --2 slowly", "He went down, slowly.", False),
        ("[down] ..2 slowly", "He went down, slowly.", True),
        ("[down] ..2 !0+", "He went down to 7.", False),
        ("[down] ..2 !0+", "He went down to seven.", False),
        ("[down] ..2 !0+", "He went down to his knees.", True),
        ("2+ [down]", "Two down.", True),
        ("2+ [down]", "One down.", False),
        ("[down] $", "He went down.", True),
        ("[down] $", "He went down there.", False),
        ("[down] on ..1 {device}", "He sat down on the walker.", True),
        ("[down] on ..1 {device}", "He sat down on the left.", False),
        ("{load} [down]", "He let 5 pounds down.", True),
    ],
)
def test_a_place_is_told_by_the_words_around_it(line: str, rewrite: str, *, allowed: bool) -> None:
    assert is_met(line, rewrite, "Gait.") is allowed


@pytest.mark.parametrize(
    ("line", "rewrite", "note", "allowed"),
    [
        ("[down] IF up|off", "He took it down.", "get it off shelf", True),
        ("[down] IF up|off", "He took it down.", "get it from shelf", False),
        ("[down] IF shelf OR off", "He took it down.", "off table", True),
        ("[down] IF shelf AND off", "He took it down.", "off table", False),
        ("[down] IF shelf AND NOT off", "He took it down.", "off shelf", False),
        ("[down] IF {level:supervision}", "He took it down.", "coat w/ supv", True),
        ("[down] IF {level:supervision}", "He took it down.", "coat w/ CGA", False),
        ("[down] to N IF back to N", "It came down to 3.", "back to 3", True),
        ("[down] to N IF back to N", "It came down to 3.", "back to 4", False),
        ("[down] ..3 X IF to X", "He went down to the basement.", "stairs to basement", True),
        ("[down] ..3 X IF to X", "He went down to the basement.", "stairs in basement", False),
        ("[down] ..3 X IF to X", "He went down to the basement shelf.", "stairs to shelf", False),
        ("[down] X IF ^ to X", "He sat down heavily.", "gait to heavy", False),
        ("[down] X IF ^ to X", "He sat down heavily.", "gait. to heavy", True),
    ],
)
def test_the_other_text_is_to_hold_what_the_line_asks(line: str, rewrite: str, note: str, *, allowed: bool) -> None:
    assert is_met(line, rewrite, note) is allowed


def is_met(line: str, rewrite: str, note: str) -> bool:
    one = terms(rewrite, source=False)
    allowances = build_plain([], [line], []).said["down"]
    return is_allowed(one, index_of(one, "down"), [terms(note, source=True)], allowances)
