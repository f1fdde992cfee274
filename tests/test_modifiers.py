"""Modifiers: sides, assistance, figures, cues and persons with their values, and the words that they belong to."""

import pytest

from rewriter.fidelity.texts.modifiers import CUE, FIGURE, LEVEL, PERSON, SIDE, Modifier, find_modifiers
from tests.worded import PACK, terms


def modifiers(text: str, skipped: frozenset[int] = frozenset()) -> list[Modifier]:
    return find_modifiers(terms(text, source=True), PACK, skipped)


def only(text: str, kind: str) -> Modifier:
    (item,) = (item for item in modifiers(text) if item.kind == kind)
    return item


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("squats 3x10", [(FIGURE, "count", "3"), (FIGURE, "count", "10")]),
        ("BBS 41/56", [(FIGURE, "ratio", "41/56")]),
        ("BP 124/76", [(FIGURE, "pressure", "124/76")]),
        ("twelve reaches", [(FIGURE, "number", "12")]),
        ("GMFCS III", [(FIGURE, "number", "3")]),
        ("both knees", [(SIDE, "side", "bilateral")]),
        ("gait min A", [(LEVEL, "level", "minimal")]),
        ("wife present", [(PERSON, "person", "spouse")]),
        ("TC R hip", [(CUE, "cue", "tactile"), (SIDE, "side", "right")]),
        ("one reach", []),  # an article
        ("97112 2 units", []),  # billing
        ("squats", []),
    ],
)
def test_the_values_of_a_text(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(item.kind, item.family, item.value) for item in modifiers(text)] == found


def test_a_figure_is_kept_in_the_unit_it_was_written_in() -> None:
    item = only("stood 2 min", FIGURE)
    assert (item.family, item.value, item.figure) == ("duration", "120", "2")


@pytest.mark.parametrize(
    ("text", "kind", "key", "other"),
    [
        ("hip loose, R knee buckled", SIDE, "@knee", "@hip"),  # what follows at once
        ("squats, taps x10", FIGURE, "tap", "squat"),  # else the nearest before
        ("eyes open 30 s foam", FIGURE, "@eyes_open", "foam"),  # a measure looks back first
        ("rice then squats mod A", LEVEL, "squat", "@rice"),  # the deed that was assisted
        ("squats, TC at hip", CUE, "@hip", "squat"),  # the place of a cue
        ("R 9 s", FIGURE, "side:right", "side:left"),  # a side is a word too
        ("6 seconds to the left", FIGURE, "side:left", "side:right"),
        ("max A x2", FIGURE, "level:maximal", "level:minimal"),
    ],
)
def test_a_value_belongs_to_its_word_and_not_to_another(text: str, kind: str, key: str, other: str) -> None:
    head = only(text, kind).head
    assert key in head
    assert other not in head


def test_a_mark_parts_a_value_from_the_words_beyond() -> None:
    assert only("squats. 10 x", FIGURE).head == frozenset()


@pytest.mark.parametrize(
    ("text", "hedged"), [("held ~20 s", True), ("held 20 s", False), ("possible mod A", True), ("mod A", False)]
)
def test_an_approximate_or_doubtful_value_is_hedged(text: str, hedged: bool) -> None:
    assert [item.hedged for item in modifiers(text)] == [hedged]


@pytest.mark.parametrize(
    ("text", "compared"), [("R>L ataxia", True), ("R 9 s > L 6 s", True), ("R ataxia. L neglect", False)]
)
def test_sides_held_against_each_other_are_compared(text: str, compared: bool) -> None:
    assert [item.compared for item in modifiers(text) if item.kind == SIDE] == [compared, compared]


def test_near_words_end_with_the_clause() -> None:
    item = only("foam, R knee buckled", SIDE)
    assert "@knee" in item.near
    assert "foam" not in item.near


def test_skipped_sentences_have_no_modifiers() -> None:
    assert [item.value for item in modifiers("squats x5. lunges x6", frozenset({0}))] == ["6"]


def test_help_beside_a_task_that_ends_in_a_restricting_word_is_read() -> None:
    assert only("living alone was asked about, min A", LEVEL).value == "minimal"
