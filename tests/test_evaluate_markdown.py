import re

from rewriter.evaluate.compare import Chance, Comparison, compare
from rewriter.evaluate.gate import judge_gate
from rewriter.evaluate.markdown import MOST_CHANGED, write_markdown
from rewriter.evaluate.record import Scored
from rewriter.evaluate.scores import find_scores
from tests.evaluated import arm, found, record, written


def quick(one: list[Scored], other: list[Scored]) -> Comparison:
    scores = find_scores(["status_as_expected", "words"])
    return compare(one, other, names=("old", "new"), scores=scores, chance=Chance(resamples=199))


def test_the_gate_comes_first_and_every_score_has_its_row() -> None:
    comparison = quick(arm(1, 0.9, tags=2), arm(2, 0.6, tags=2))
    text = write_markdown(comparison, judge_gate(comparison))
    assert text.index("The gate does not hold") < text.index("### Scores")
    assert "| status_as_expected | 120 |" in text
    assert "| words | 120 |" in text
    assert "group:0" in text
    assert "| DOC101 |" in text


def test_note_text_is_shown_only_where_asked() -> None:
    one, other = [record("a", {"words": 1.0})], [record("a", {"words": 2.0}, run=written("A secret text."))]
    assert "secret" not in write_markdown(quick(one, other))
    assert "A secret text" in write_markdown(quick(one, other), texts=True)


def test_texts_cannot_break_the_page() -> None:
    bad = written("a | b <img src=x> `c`\n# head", findings=(found("DOC101"),))
    text = write_markdown(quick([record("<b>", {"words": 1.0})], [record("<b>", {"words": 1.0}, run=bad)]), texts=True)
    assert not re.search(r"(?<!\\)<(img|b>)", text)
    assert "\n# head" not in text
    assert "a \\| b" in text


def test_many_changed_notes_are_counted_and_the_first_are_shown() -> None:
    comparison = quick(arm(1, 1.2, notes=50), arm(2, -0.2, notes=50))
    assert f"And {50 - MOST_CHANGED} more." in write_markdown(comparison)


def test_missing_notes_are_told() -> None:
    comparison = quick(arm(1, 0.9), arm(1, 0.9)[:-1])
    text = write_markdown(comparison, judge_gate(comparison))
    assert "1 note that only old has" in text
    assert "1 note without a run" in text
