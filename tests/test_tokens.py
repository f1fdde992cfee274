"""Tokens: the things and values of a text by kind."""

import pytest

from rewriter.fidelity.related.tokens import find_tokens
from rewriter.fidelity.texts.modifiers import FIGURE, find_modifiers
from rewriter.fidelity.texts.terms import find_terms
from rewriter.pack import load_pack
from rewriter.reading import read

PACK = load_pack()


def told(text: str, kind: str) -> list[str]:
    terms = find_terms(read(text, PACK), PACK, source=False)
    words = terms.reading.words
    tokens = find_tokens(terms, find_modifiers(terms, PACK)).get(kind, [])
    return [" ".join(words.low[token.first : token.last]) for token in tokens]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Flexion 90, abduction 80.", "motion", ["flexion", "abduction"]),
        ("6 drops in trial 1, 3 in the second.", "turn", ["trial 1", "second"]),
        ("2/10 at rest, 6/10 with exercise.", "rest/activity", ["rest", "exercise"]),
        ("Left 12 sec, right 8 sec.", f"{FIGURE} duration", ["12 sec", "8 sec"]),
        ("Since 3 weeks.", f"{FIGURE} duration", []),
    ],
)
def test_the_words_of_a_kind_are_found_in_order(text: str, kind: str, words: list[str]) -> None:
    assert told(text, kind) == words


def test_each_part_of_a_slashed_name_has_its_part_of_the_ratio() -> None:
    terms = find_terms(read("Wrist ext/flex 35/40.", PACK), PACK, source=False)
    tokens = find_tokens(terms, find_modifiers(terms, PACK))
    assert [token.value.value for token in tokens[f"{FIGURE} number"] if token.value] == ["35", "40"]
