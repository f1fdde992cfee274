"""Items: one for each place, and what only its place gives a type."""

import pytest

from rewriter.pack import load_pack
from rewriter.reading import read
from rewriter.reading.typed.items import Item, find_items


def items(text: str, number: int = 0) -> list[Item]:
    return find_items(read(text, load_pack()), number)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.value) for item in items(text) if item.kind != "verb"]


def test_a_place_is_read_once() -> None:
    assert kinds("tandem stance") == [("activity", "tandem_stance")]


@pytest.mark.parametrize(
    "text", ["Assist: EC min, EO SBA", "mod of one to start, min by the end, CGA", "task | assist: squat | min"]
)
def test_a_bare_amount_where_help_is_told_is_help(text: str) -> None:
    assert ("level", "minimal_assistance") in kinds(text)


@pytest.mark.parametrize("text", ["20 min", "mod difficulty", "max effort", "in the first min"])
def test_a_bare_amount_elsewhere_is_none(text: str) -> None:
    assert "level" not in {kind for kind, _ in kinds(text)}


def test_number_words_count() -> None:
    assert ("number", "8") in kinds("eight of them")
    assert "number" not in {kind for kind, _ in kinds("one of them")}


def test_cells_are_no_ratio() -> None:
    assert kinds("Berg / 41 / 44")[1:] == [("number", "41"), ("number", "44")]


def test_what_was_refused_did_not_decline() -> None:
    assert "worse" not in {kind for kind, _ in kinds("declined stairs")}


def test_a_header_row_tells_nothing() -> None:
    assert items("task | assist | reps | cues\nsquat | min | x5 | VC") == []
