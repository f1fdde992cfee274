"""Lines about plain words: what their pieces mean; a line that cannot be read is refused."""

import pytest

from rewriter.errors import PackError
from rewriter.pack import load_pack
from rewriter.plain import MENTION, SHARED, WORDS, Allowance, Condition, Piece, build_plain


def allowances(line: str, names: list[str] | None = None) -> list[Allowance]:
    (found,) = build_plain(names or [], [line], []).said.values()
    return list(found)


def word(text: str, reach: int = 0) -> Piece:
    return Piece(WORDS, frozenset({text}), reach=reach)


def test_a_pattern_is_read_from_the_word_in_brackets_outwards() -> None:
    (found,) = allowances("a ..2 b [c] ..3 d")
    assert (found.before, found.after) == ((word("b"), word("a", 2)), (word("d", 3),))


def test_what_the_other_text_must_hold_is_one_of_several_conditions() -> None:
    (found,) = allowances("[a] IF b OR c AND NOT d")
    assert found.licences == (
        (Condition((word("b"),), holds=True),),
        (Condition((word("c"),), holds=True), Condition((word("d"),), holds=False)),
    )


def test_each_word_of_a_list_may_stand_there() -> None:
    assert set(build_plain(["sides = left right"], ["[<sides>|both]"], []).said) == {"left", "right", "both"}


def test_a_piece_may_name_what_the_reading_finds_or_what_both_texts_have() -> None:
    (found,) = allowances("[a] {device|equipment} {level:supervision} --2 X !b")
    assert found.after == (
        Piece(MENTION, frozenset({"device", "equipment"})),
        Piece(MENTION, frozenset({"level"}), "supervision"),
        Piece(SHARED, reach=2, unbroken=True),
        word("b")._replace(absent=True),
    )


@pytest.mark.parametrize("line", ["a b", "[a] [b]", "[a", "[a] ..2", "[a] <none>", "[a] b||c", "[a] IF b ..1"])
def test_a_line_that_cannot_be_read_is_an_error(line: str) -> None:
    with pytest.raises(PackError):
        build_plain([], [line], [])


@pytest.mark.parametrize("name", ["sides", "sides = "])
def test_a_name_needs_its_words(name: str) -> None:
    with pytest.raises(PackError):
        build_plain([name], [], [])


def test_the_pack_has_lines_for_both_texts() -> None:
    plain = load_pack().plain
    assert plain.said["should"]
    assert plain.told["supine"]
