"""Look-up by place: what begins at a word, which mark comes next."""

from rewriter.lexicon import Sense
from rewriter.reading.context.places import last_in, make_line, next_in
from rewriter.reading.mentions import Mention


def mention(kind: str, first: int, last: int) -> Mention:
    return Mention(Sense(kind, "", "", ""), first, last)


SWAY = mention("symptom", 1, 2)
AGAIN = mention("impairment", 1, 2)
TIMES = mention("count", 2, 3)
LINE = make_line("no sway x3 . foam".split(), [SWAY, AGAIN, TIMES], 0, 3)


def test_a_word_behind_the_sentence_is_empty() -> None:
    assert [LINE.word(at) for at in range(5)] == ["no", "sway", "x3", "", ""]


def test_mentions_at_and_between_words() -> None:
    assert [LINE.first_from(at) for at in range(4)] == [0, 0, 2, 3]
    assert LINE.kinds_at(1) == ["symptom", "impairment"]
    assert LINE.kinds_at(0) == []
    assert LINE.kinds_in(0, 2) == ["symptom", "impairment"]


def test_mentions_before_a_word() -> None:
    assert LINE.before(2, 1) == [AGAIN]
    assert LINE.before(1, 3) == []


def test_figures() -> None:
    assert LINE.figure_at(2) == TIMES
    assert LINE.figure_at(1) is None
    assert LINE.figures_before(3) == [TIMES]


def test_next_and_last_place() -> None:
    assert [next_in([2, 5], word, 9) for word in (0, 2, 3, 6)] == [2, 2, 5, 9]
    assert [last_in([2, 5], word, -1) for word in (0, 2, 3, 6)] == [-1, -1, 2, 5]
